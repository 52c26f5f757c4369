/**
 * How much the web components add to an app that has React, TanStack Query and the client: gzipped, what a
 * page loads at once, and what it loads when it is needed.
 */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin, type Rolldown } from 'vite';

/** Bytes that a page with nothing but the button may load at once: provider, hooks, words, styles and all. */
export const BUTTON_BUDGET = 12_000;

export interface Size {
  eager: number;
  lazy: number;
}

const WEB = join(import.meta.dirname, '../src/web/index.ts');
const ENTRY = 'virtual:app';
const APP = /^(react|react-dom|@tanstack\/react-query|@ringback\/client)(\/|$)/;

/** Bytes of `names` with all that they import, in an app that is built as Vite builds one. */
async function measure(...names: string[]): Promise<Size> {
  const list = names.join(', ');
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [virtualEntry(`import { ${list} } from '${WEB}'; globalThis.used = [${list}];`)],
    oxc: { jsx: { development: false } }, // whatever NODE_ENV is set to
    build: { write: false, rolldownOptions: { input: ENTRY, external: APP } },
  });
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  const chunks = outputs.filter((output) => output.type === 'chunk');
  const atOnce = importedBy(
    chunks.filter((chunk) => chunk.isEntry),
    chunks,
  );
  return {
    eager: weigh(atOnce),
    lazy: weigh(chunks.filter((chunk) => !atOnce.includes(chunk))),
  };
}

type Chunk = Rolldown.OutputChunk;

/** The chunks themselves and those that they cannot run without. */
function importedBy(importers: Chunk[], all: Chunk[]): Chunk[] {
  const names = importers.flatMap((chunk) => chunk.imports);
  const imported = all.filter((chunk) => names.includes(chunk.fileName) && !importers.includes(chunk));
  return imported.length === 0 ? importers : importedBy([...importers, ...imported], all);
}

const weigh = (chunks: Chunk[]) =>
  chunks.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);

function virtualEntry(code: string): Plugin {
  return {
    name: 'virtual-entry',
    resolveId: (id) => (id === ENTRY ? id : undefined),
    load: (id) => (id === ENTRY ? code : undefined),
  };
}

export const measureButton = () => measure('CallbackProvider', 'CallbackRequestButton');
const measureCard = () => measure('CallbackProvider', 'CallbackRequestCard');
const measureInbox = () => measure('CallbackProvider', 'CallbackInbox');
const measureAll = () =>
  measure('CallbackProvider', 'CallbackRequestButton', 'CallbackRequestCard', 'CallbackRequestDetails');

if (import.meta.main) {
  console.log(' eager   lazy');
  const print = (what: string, { eager, lazy }: Size) =>
    console.log(`${String(eager).padStart(6)} ${String(lazy).padStart(6)}  ${what}`);
  print(`button (budget ${BUTTON_BUDGET} at once)`, await measureButton());
  print('card', await measureCard());
  print('inbox', await measureInbox());
  print('all components', await measureAll());
}
