/**
 * `npm run element`: builds `<ringback-button>` for a script tag, React and all, into dist/element/: the file ringback-button.js, and
 * beside it in ringback-button/ what it loads when it is needed.
 */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';

/** Bytes, gzipped, that a page loads before the form opens. */
export const ELEMENT_BUDGET = 90_000;

const ENTRY = join(import.meta.dirname, '../src/element/index.ts');

export interface ElementSize {
  /** What the script tag loads. */
  eager: number;
  /** What is loaded when it is needed. */
  lazy: number;
}

/** Writes the files into `folder`, or only weighs them. */
export async function buildElement(folder?: string): Promise<ElementSize> {
  const built = await build({
    ...{ configFile: false, logLevel: 'error', base: './', publicDir: false },
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { development: false } },
    build: {
      ...{ write: folder !== undefined, emptyOutDir: false, modulePreload: false, target: 'es2023' },
      ...(folder && { outDir: folder }),
      rolldownOptions: {
        input: { 'ringback-button': ENTRY },
        preserveEntrySignatures: 'exports-only',
        output: { entryFileNames: '[name].js', chunkFileNames: 'ringback-button/[name]-[hash].js' },
      },
    },
  });
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  return weigh(outputs.filter((output) => output.type === 'chunk'));
}

function weigh(chunks: Rolldown.OutputChunk[]): ElementSize {
  const names = new Set(chunks.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName));
  for (const name of names)
    for (const imported of chunks.find((chunk) => chunk.fileName === name)?.imports ?? [])
      names.add(imported);
  const sum = (some: Rolldown.OutputChunk[]) =>
    some.reduce((total, { code }) => total + gzipSync(code, { level: 9 }).length, 0);
  return {
    eager: sum(chunks.filter(({ fileName }) => names.has(fileName))),
    lazy: sum(chunks.filter(({ fileName }) => !names.has(fileName))),
  };
}

if (import.meta.main) {
  const { eager, lazy } = await buildElement(join(import.meta.dirname, '../../dist/element'));
  console.log(`dist/element/ringback-button.js: ${eager} bytes gzipped at once, ${lazy} when needed`);
}
