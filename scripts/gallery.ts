/**
 * `npm run gallery`: makes dist/gallery/, a page with every component in every state, and serves it.
 * `npm run gallery -- --pictures` takes the pictures in docs/pictures/ instead, one of each component.
 */
import { join } from 'node:path';
import { takePictures } from './gallery/pictures.ts';
import { serveGallery } from './gallery/serve.ts';

const ROOT = join(import.meta.dirname, '..');
const PICTURES = join(ROOT, 'docs/pictures');

const server = await serveGallery(join(ROOT, 'dist/gallery'));
if (process.argv.includes('--pictures')) {
  const taken = await takePictures(server.origin, PICTURES);
  console.log(`docs/pictures: ${taken.join(', ')}`);
  await server.stop();
} else {
  console.log(`The gallery is at ${server.origin}; Ctrl-C stops it.`);
}
