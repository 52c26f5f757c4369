/** Fills the database with the demo and makes its pages ready to be served beside the API. */
import { stripVTControlCharacters } from 'node:util';
import { withConnection } from '@ringback/database';
import { CommandError, type Config, createOperatorLink, operatorOfCommand } from '@ringback/server';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import packageJson from '../../package.json' with { type: 'json' };
import { demoScript } from '../commands.ts';
import { countDemo, loadDemo } from '../load.ts';
import type { Mailbox } from '../mailbox/mailbox.ts';
import { buildMarket } from '../market/build.ts';
import { readMarket } from '../market/read.ts';
import { addDemo } from '../serve.ts';
import { withFreshListing } from './freshListing.ts';
import { signToken, signTokens, TOKENS_LAST_MS } from './tokens.ts';

/** What the start page shows of the database, in a few words, and where its data is. */
export interface DatabasePlace {
  database: string;
  dataDir: string;
}

export interface DemoPages {
  /** The start page, the marketplace and what they need. */
  plugin(config: Config, place: DatabasePlace, mailbox?: Mailbox): FastifyPluginAsync;
  /** Commands to paste into a terminal. */
  script(config: Config, api: Pick<FastifyInstance, 'inject'>): Promise<string>;
}

/** Puts people, listings and requests in, unless they are there, and builds the pages, unless they are built. */
export async function prepareDemo(ownerUrl: string, onProgress: (text: string) => void): Promise<DemoPages> {
  const { people, counts, market } = await withConnection(ownerUrl, async (sql) => ({
    people: await loadDemo(sql, { onProgress }),
    counts: await countDemo(sql),
    market: await readMarket(sql),
  }));
  const marketFolder = await buildMarket(onProgress).catch((cause) => {
    const why = stripVTControlCharacters(cause.message);
    throw new CommandError(`The marketplace’s pages (demo/web) cannot be built: ${why}`, { cause });
  });
  return {
    plugin: (config, place, mailbox) => async (app) => {
      const apiUrl = config.http.publicUrl;
      addDemo(app, {
        publicUrl: apiUrl,
        market,
        marketFolder,
        ...(mailbox && { mailbox }),
        consoleLink: (name) => consoleLink(ownerUrl, `${apiUrl}${config.http.consolePath}`, name),
        signToken: (userId, role) => signToken(config.tokens, userId, role),
        startPage: async () => {
          const tokens = await signTokens(people, config.tokens);
          return {
            ...{ ...place, counts, apiUrl, version: packageJson.version, tokens },
            people: await withFreshListing(app, people, market, tokens.buyer),
            tokensExpireAt: new Date(Date.now() + TOKENS_LAST_MS),
          };
        },
      });
    },
    async script(config, api) {
      const tokens = await signTokens(people, config.tokens);
      const fresh = await withFreshListing(api, people, market, tokens.buyer);
      return demoScript(config.http.publicUrl, fresh, tokens);
    },
  };
}

/** Signs in to the console at that address as an admin of that name, once. */
function consoleLink(ownerUrl: string, address: string, name: string): Promise<string> {
  return withConnection(ownerUrl, async (sql) => {
    const operatorId = await operatorOfCommand(sql, 'demo');
    const { token } = await createOperatorLink(sql, operatorId, { name, role: 'admin' });
    return `${address}/sign-in#${token}`;
  });
}
