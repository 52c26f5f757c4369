/** What the demo adds to the server's addresses: the start page, what it needs, and the pictures of the listings. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type StartPageOptions, startPage } from './startPage.ts';

export interface Page {
  path: string;
  contentType: string;
  body: string;
  /** The Content-Security-Policy that lets the page work and nothing else. */
  contentPolicy: string;
}

const ASSETS = join(import.meta.dirname, '../assets');
const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const OWN_FILES = `${NOTHING}; style-src 'self'; script-src 'self'; img-src 'self'`;
const CONTENT_TYPES: Record<string, string> = {
  '.svg': 'image/svg+xml',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** All pages, ready to be sent. */
export function demoPages(options: StartPageOptions): Page[] {
  return [
    {
      path: '/',
      contentType: 'text/html; charset=utf-8',
      body: startPage(options),
      contentPolicy: OWN_FILES,
    },
    ...readdirSync(ASSETS, { recursive: true, encoding: 'utf8' })
      .filter((file) => extname(file) in CONTENT_TYPES)
      .map(assetPage),
  ];
}

function assetPage(file: string): Page {
  return {
    path: `/demo/${file.replaceAll('\\', '/')}`,
    contentType: CONTENT_TYPES[extname(file)] as string,
    body: readFileSync(join(ASSETS, file), 'utf8'),
    contentPolicy: NOTHING,
  };
}
