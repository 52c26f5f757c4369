/** What the demo adds to the server's addresses: the start page, what it needs, the pictures, and the marketplace's pages. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { pictures } from './pictures.ts';

export interface Page {
  path: string;
  contentType: string;
  body: Buffer;
  /** The same, compressed: by the name that HTTP has for that, the smallest first. */
  encodings?: Map<string, Buffer>;
  /** The Content-Security-Policy that lets the page work and nothing else. */
  contentPolicy: string;
  cacheControl: string;
}

const ASSETS = join(import.meta.dirname, '../assets');
const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** For pages that load scripts, styles and pictures from here and call nobody else. */
export const OWN_FILES = `${NOTHING}; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'`;
const CONTENT_TYPES: Record<string, string> = {
  '.svg': 'image/svg+xml',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};
const ONE_HOUR = 'public, max-age=3600';
/** For files whose name holds a hash of what is in them. */
const FOR_EVER = 'public, max-age=31536000, immutable';

/** Everything below demo/assets, under /demo, and the pictures. */
export function demoFiles(): Page[] {
  return [
    ...filesIn(ASSETS).map((file) => pageOf('/demo', ASSETS, file, ONE_HOUR)),
    ...pictures().map(({ path, svg }) => ({
      path,
      contentType: 'image/svg+xml',
      body: Buffer.from(svg),
      contentPolicy: NOTHING,
      cacheControl: ONE_HOUR,
    })),
  ];
}

/** The marketplace's pages in `folder`, as they were built. Its index.html answers at every address that the app knows. */
export function marketPages(folder: string): { index: Page; files: Page[] } {
  const files = filesIn(folder).map((file) => pageOf('/market', folder, file, FOR_EVER));
  const index = files.find(({ path }) => path === '/market/index.html');
  if (!index) throw new Error(`There is no index.html in ${folder}; delete that folder and start again.`);
  return {
    index: { ...index, contentPolicy: OWN_FILES, cacheControl: 'no-cache' },
    files: files.filter((file) => file !== index),
  };
}

/** The marketplace's service worker. It is no part of the built app: its address must stay, and it works below its own folder. */
export function serviceWorker(): Page {
  const folder = join(import.meta.dirname, '../web');
  return pageOf('/market', folder, 'push-worker.js', 'no-cache');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => extname(file) in CONTENT_TYPES)
    .map((file) => file.replaceAll(sep, '/'));
}

const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** As the build left them beside the file. */
function encodingsOf(path: string): Map<string, Buffer> {
  const there = ENCODINGS.filter(([, ending]) => existsSync(path + ending));
  return new Map(there.map(([name, ending]) => [name, readFileSync(path + ending)]));
}

function pageOf(prefix: string, folder: string, file: string, cacheControl: string): Page {
  return {
    path: `${prefix}/${file}`,
    contentType: CONTENT_TYPES[extname(file)] as string,
    body: readFileSync(join(folder, file)),
    encodings: encodingsOf(join(folder, file)),
    contentPolicy: NOTHING,
    cacheControl,
  };
}
