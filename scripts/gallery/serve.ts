/** Builds react/gallery and serves it: dozens of frames at once are too much for modules that are not bundled. */
import { join } from 'node:path';
import { build, type InlineConfig, preview } from 'vite';

const ROOT = join(import.meta.dirname, '../../react/gallery');
const PAGES = ['index.html', 'look.html'].map((page) => join(ROOT, page));

export interface Gallery {
  origin: string;
  stop(): Promise<void>;
}

/** Its files are in `folder` then, and may be put on any server. */
export async function serveGallery(folder: string): Promise<Gallery> {
  const config: InlineConfig = {
    ...{ root: ROOT, base: './', configFile: false, logLevel: 'error', appType: 'mpa' },
    build: {
      ...{ outDir: folder, emptyOutDir: true, chunkSizeWarningLimit: 2_000 },
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'], // they know light-dark()
      rolldownOptions: { input: PAGES },
    },
  };
  await build(config);
  const server = await preview(config);
  const [origin = ''] = server.resolvedUrls?.local ?? [];
  return { origin: origin.replace(/\/$/, ''), stop: () => server.close() };
}
