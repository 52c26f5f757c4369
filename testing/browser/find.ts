/** Where Chromium is, and how it is started: for Vitest's browser mode and for Playwright's end-to-end tests alike. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';

/** Where `provide.ts` unpacks a Chromium on machines that have none. */
export const OWN_FOLDER = join(import.meta.dirname, '../../.ringback/browser');
export const OWN_BROWSER = join(OWN_FOLDER, 'chromium.sh');

/** `RINGBACK_CHROMIUM=none` leaves the tests out that need a browser. */
export const isBrowserDeclined = process.env.RINGBACK_CHROMIUM === 'none';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Chromium as a program without windows: opening a page takes it a third of the time. It refuses
 * notifications, whatever it is granted.
 */
const SHELL = '/usr/bin/chromium-headless-shell';

export type BrowserKind = 'shell' | 'full';

/**
 * The first Chromium on this machine that starts; the one that `RINGBACK_CHROMIUM` names, if it is set.
 * Where there is no shell, the full browser takes its place.
 */
export function findBrowser(kind: BrowserKind = 'full'): string | undefined {
  const named = process.env.RINGBACK_CHROMIUM;
  if (named) {
    if (!canStart(named)) throw new Error(`RINGBACK_CHROMIUM is ${named}, and no browser starts from there.`);
    return named;
  }
  if (kind === 'shell' && canStart(SHELL)) return SHELL;
  return [...USUAL_PLACES, chromium.executablePath(), OWN_BROWSER].find(canStart);
}

/** Whether another look for a shell is worth its while. */
export const hasShell = () => canStart(SHELL);

/** What Playwright's `launch` takes. */
export function launchOptions(kind: BrowserKind = 'shell') {
  const executablePath = findBrowser(kind);
  if (!executablePath) throw new Error('There is no Chromium for the tests. Run: npm run browser');
  return {
    executablePath,
    args: [
      '--no-sandbox', // which root may not use
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}

/** A file is not enough: on Ubuntu /usr/bin/chromium-browser may be a script that asks to install a snap. */
function canStart(path: string): boolean {
  if (!existsSync(path)) return false;
  if (process.platform === 'win32') return true; // where `--version` opens a window
  return spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0;
}
