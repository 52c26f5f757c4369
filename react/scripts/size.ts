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

/** What a page with the button shows besides, each loaded apart. */
const BESIDES: Record<string, string[]> = {
  card: ['CallbackRequestCard'],
  'card and details': ['CallbackRequestCard', 'CallbackRequestDetails'],
  'bell and its list': ['CallbackBell'],
  preferences: ['CallbackPreferences'],
  privacy: ['CallbackPrivacy'],
  stats: ['CallbackStats'],
  inbox: ['CallbackInbox'],
  'the buyer’s requests': ['MyCallbackRequests'],
  'inbox, bell, its list and preferences': ['CallbackInbox', 'CallbackBell', 'CallbackPreferences'],
  'bell, its list, preferences and stats': ['CallbackBell', 'CallbackPreferences', 'CallbackStats'],
};

export const measureButton = () => measure('CallbackProvider', 'CallbackRequestButton');

if (import.meta.main) {
  console.log(' eager   lazy   more');
  const print = (what: string, { eager, lazy }: Size, more = '') =>
    console.log(`${String(eager).padStart(6)} ${String(lazy).padStart(6)} ${more.padStart(6)}  ${what}`);
  const button = await measureButton();
  print(`button (budget ${BUTTON_BUDGET} at once)`, button);
  for (const [what, names] of Object.entries(BESIDES)) {
    const size = await measure('CallbackProvider', 'CallbackRequestButton', ...names);
    print(`button, ${what}`, size, String(size.eager + size.lazy - button.eager - button.lazy));
  }
}
