/**
 * How much the web components add to an app that has React, TanStack Query and the client: gzipped, without the chunks
 * that are loaded later.
 */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'vite';

/** Bytes that the views may take, with their styles and without the headless layer. */
export const VIEWS_BUDGET = 12_000;

const WEB = join(import.meta.dirname, '../src/web/index.ts');
const ENTRY = 'virtual:app';
const APP = /^(react|react-dom|@tanstack\/react-query|@ringback\/client)(\/|$)/;
const HEADLESS = /\/headless\//;
const ALL = ['CallbackProvider', 'CallbackRequestButton', 'CallbackRequestCard', 'CallbackRequestDetails'];

/** Bytes of `names` with all that they import, except from the modules that `outside` matches. */
export async function measure(names: readonly string[], outside: readonly RegExp[]): Promise<number> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [virtualEntry(`export { ${names.join(', ')} } from '${WEB}';`)],
    build: {
      write: false,
      rolldownOptions: { input: ENTRY, external: [...outside], preserveEntrySignatures: 'strict' },
    },
  });
  const outputs = [built].flat().flatMap((result) => ('output' in result ? result.output : []));
  return outputs
    .flatMap((output) => (output.type === 'chunk' && !output.isDynamicEntry ? [output.code] : []))
    .reduce((sum, code) => sum + gzipSync(code, { level: 9 }).length, 0);
}

export const measureViews = () => measure(ALL, [APP, HEADLESS]);

function virtualEntry(code: string): Plugin {
  return {
    name: 'virtual-entry',
    resolveId: (id) => (id === ENTRY ? id : undefined),
    load: (id) => (id === ENTRY ? code : undefined),
  };
}

if (import.meta.main) {
  const rows = [
    [`views and styles alone (budget ${VIEWS_BUDGET})`, await measureViews()],
    ['with the headless layer: button', await measure(['CallbackProvider', 'CallbackRequestButton'], [APP])],
    ['with the headless layer: card', await measure(['CallbackProvider', 'CallbackRequestCard'], [APP])],
    ['with the headless layer: all', await measure(ALL, [APP])],
  ] as const;
  for (const [what, bytes] of rows) console.log(`${String(bytes).padStart(6)}  ${what}`);
}
