/**
 * The pages of the marketplace: a React app in demo/web. It is built when its sources have changed; what was built is kept in
 * demo/dist/, in a folder named by the hash of the sources, each file also compressed.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

const REPOSITORY = join(import.meta.dirname, '../../..');
const WEB = join(REPOSITORY, 'demo/web');
const DIST = join(REPOSITORY, 'demo/dist');

const COMPRESSED = ['.js', '.css', '.html', '.svg'];

/** What the app is made of. The lockfile stands for the versions of everything else. */
const SOURCES = [
  'demo/src/market/build.ts',
  'demo/web/**/*',
  'demo/src/country.ts',
  'demo/src/market/types.ts',
  'react/src/**/*',
  'client/src/**/*',
  'react/package.json',
  'client/package.json',
  'package-lock.json',
];

/**
 * The folder that holds the built app.
 * @throws the bundler's error when it cannot be built.
 */
export async function buildMarket(report: (text: string) => void): Promise<string> {
  const name = hashOfSources();
  const folder = join(DIST, name);
  if (existsSync(folder)) return folder;
  const startedMs = performance.now();
  report('Building the marketplace’s pages …');
  await putInPlace(await bundle(), folder);
  removeOthers(name);
  report(`Built them in ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
  return folder;
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  const entries = globSync(SOURCES, { cwd: REPOSITORY, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/** The bundler is loaded only when there is something to build: it takes a while. */
async function bundle(): Promise<{ fileName: string; content: string | Uint8Array }[]> {
  const { build } = await import('vite');
  const result = await inProduction(() => build({ root: WEB, logLevel: 'silent', build: { write: false } }));
  const outputs = [result].flat();
  return outputs.flatMap((output) => {
    if (!('output' in output)) throw new Error('Vite watches instead of building.');
    return output.output.map((file) => ({
      fileName: file.fileName,
      content: file.type === 'chunk' ? file.code : file.source,
    }));
  });
}

/** Vite and React go by NODE_ENV, and what a test builds must not differ from what people get. */
async function inProduction<Result>(work: () => Promise<Result>): Promise<Result> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/** All files or none, also when two processes build at once: the folder gets its name when it is complete. */
async function putInPlace(files: Awaited<ReturnType<typeof bundle>>, folder: string): Promise<void> {
  mkdirSync(DIST, { recursive: true });
  const unfinished = mkdtempSync(join(DIST, 'unfinished-'));
  for (const { fileName, content } of files) {
    const path = join(unfinished, fileName);
    mkdirSync(dirname(path), { recursive: true });
    await writeFile(path, content);
    if (COMPRESSED.includes(extname(fileName))) await writeCompressed(path, Buffer.from(content));
  }
  await rename(unfinished, folder).catch((error) => {
    if (!existsSync(folder)) throw error;
    rmSync(unfinished, { recursive: true });
  });
}

async function writeCompressed(path: string, content: Buffer): Promise<void> {
  await Promise.all([
    promisify(brotliCompress)(content).then((brotli) => writeFile(`${path}.br`, brotli)),
    promisify(gzip)(content, { level: 9 }).then((zipped) => writeFile(`${path}.gz`, zipped)),
  ]);
}

function removeOthers(name: string): void {
  const others = readdirSync(DIST).filter((entry) => /^[0-9a-f]{16}$/.test(entry) && entry !== name);
  for (const other of others) rmSync(join(DIST, other), { recursive: true, force: true });
}
