/**
 * Builds a site by Vite when its sources have changed. What was built is kept in a folder named by the hash of the
 * sources, each file also compressed.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

export interface Site {
  /** For the report. */
  what: string;
  /** Where its vite.config.ts is. */
  root: string;
  /** The folder that will hold the built ones. */
  target: string;
  repository: string;
  /** What it is made of: patterns below the repository. The lockfile stands for the versions of everything else. */
  sources: string[];
  report: (text: string) => void;
}

const COMPRESSED = ['.js', '.css', '.html', '.svg'];

/**
 * The folder that holds the built site.
 * @throws the bundler's error when it cannot be built.
 */
export async function buildSite(site: Site): Promise<string> {
  const name = hashOfSources(site);
  const folder = join(site.target, name);
  if (existsSync(folder)) return folder;
  const startedMs = performance.now();
  site.report(`Building ${site.what} …`);
  await putInPlace(await bundle(site), site.target, folder);
  removeOthers(site.target, name);
  site.report(`Built ${site.what} in ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
  return folder;
}

function hashOfSources({ repository, sources }: Site): string {
  const hash = createHash('sha256');
  const entries = globSync(sources, { cwd: repository, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/** The bundler is loaded only when there is something to build: it takes a while. */
async function bundle({ root }: Site): Promise<{ fileName: string; content: string | Uint8Array }[]> {
  const { build } = await import('vite');
  const result = await inProduction(() => build({ root, logLevel: 'silent', build: { write: false } }));
  const outputs = [result].flat();
  const built = outputs.flatMap((output) => {
    if (!('output' in output)) throw new Error('Vite watches instead of building.');
    return output.output.map((file) => ({
      fileName: file.fileName,
      content: file.type === 'chunk' ? file.code : file.source,
    }));
  });
  return [...built, ...publicFiles(join(root, 'public'))];
}

/** Vite copies them only when it writes the rest too. */
function publicFiles(folder: string) {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.map((fileName) => ({ fileName, content: readFileSync(join(folder, fileName)) }));
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
async function putInPlace(
  files: Awaited<ReturnType<typeof bundle>>,
  target: string,
  folder: string,
): Promise<void> {
  mkdirSync(target, { recursive: true });
  const unfinished = mkdtempSync(join(target, 'unfinished-'));
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

function removeOthers(target: string, name: string): void {
  const others = readdirSync(target).filter((entry) => /^[0-9a-f]{16}$/.test(entry) && entry !== name);
  for (const other of others) rmSync(join(target, other), { recursive: true, force: true });
}
