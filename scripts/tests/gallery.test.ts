/** The gallery draws every component, and its pictures can be taken. */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isBrowserDeclined } from '@ringback/testing/browser/find.ts';
import { expect, test } from 'vitest';
import { takePictures } from '../gallery/pictures.ts';
import { serveGallery } from '../gallery/serve.ts';

test.skipIf(isBrowserDeclined)(
  'there is a picture of each component',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gallery-'));
    const pictures = join(folder, 'pictures');
    const gallery = await serveGallery(join(folder, 'gallery'));
    try {
      const components = await takePictures(gallery.origin, pictures);
      expect(components).toEqual(expect.arrayContaining(['buttons', 'form', 'card']));
      expect((await readdir(pictures)).sort()).toEqual(components.map((name) => `${name}.png`).sort());
      // An empty page makes a smaller picture than any component.
      for (const name of components) {
        expect((await stat(join(pictures, `${name}.png`))).size, name).toBeGreaterThan(2_500);
      }
    } finally {
      await gallery.stop();
      await rm(folder, { recursive: true });
    }
  },
  300_000,
);
