/** Adds the demo to the server: the start page, the pictures, the marketplace's pages and its own API. */
import { CallbackError } from '@ringback/client';
import type { FastifyInstance } from 'fastify';
import type { Mailbox } from './mailbox/mailbox.ts';
import { addMailbox } from './mailbox/pages.ts';
import { addMarketApi, type MarketOptions } from './market/routes.ts';
import { answerToOwnHost } from './ownHost.ts';
import { demoFiles, marketPages, OWN_FILES, type Page, serviceWorker } from './pages.ts';
import { type StartPageOptions, startPage } from './startPage.ts';

export interface DemoOptions extends MarketOptions {
  /** What people open. */
  publicUrl: string;
  /** Asked for each time: the start page shows tokens, which must be fresh. */
  startPage(): Promise<StartPageOptions>;
  /** Where buildMarket put the marketplace's pages. */
  marketFolder: string;
  /** What Ringback sends; left out where it really sends. */
  mailbox?: Mailbox;
}

/** A page takes many files at once; they cost nothing and do not count against the caller's limit. */
const PAGE = { schema: { hide: true }, config: { unlimited: true } };

/** Adds everything. */
export function addDemo(app: FastifyInstance, options: DemoOptions): void {
  answerToOwnHost(app, options.publicUrl);
  app.get('/', PAGE, async (_request, reply) => {
    reply.type('text/html; charset=utf-8').header('content-security-policy', OWN_FILES);
    return startPage(await options.startPage());
  });
  addMarketPages(app, options.marketFolder);
  for (const file of demoFiles()) serve(app, file.path, file);
  addMarketApi(app, options);
  if (options.mailbox) addMailbox(app, options.mailbox);
}

function addMarketPages(app: FastifyInstance, folder: string): void {
  const { index, files } = marketPages(folder);
  serve(app, '/market', index);
  serve(app, '/market/*', index);
  for (const file of [...files, serviceWorker()]) serve(app, file.path, file);
  app.get('/market/assets/*', PAGE, async () => {
    throw new CallbackError(
      'not_found',
      'This file belongs to an older version of the page; reload the page.',
    );
  });
}

function serve(app: FastifyInstance, path: string, page: Page): void {
  app.get(path, PAGE, async ({ headers }, reply) => {
    reply
      .type(page.contentType)
      .header('content-security-policy', page.contentPolicy)
      .header('cache-control', page.cacheControl);
    if (!page.encodings?.size) return reply.send(page.body);
    reply.header('vary', 'accept-encoding');
    const encoding = chooseEncoding(headers['accept-encoding'], page.encodings);
    return encoding ? reply.header('content-encoding', encoding[0]).send(encoding[1]) : reply.send(page.body);
  });
}

/** The smallest that the browser takes; `q=0` refuses one. */
function chooseEncoding(accepted = '', encodings: Map<string, Buffer>): [string, Buffer] | undefined {
  const names = accepted
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*/))
    .filter(([, quality]) => !/^q=0(\.0*)?$/.test(quality ?? ''))
    .map(([name]) => name);
  return [...encodings].find(([name]) => names.includes(name));
}
