/**
 * The demo as `ringback start` uses it. It is a package of the repository and not part of the published server, so it is loaded
 * only when it is wanted.
 */
import { withConnection } from '@ringback/database';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { SignJWT } from 'jose';
import packageJson from '../package.json' with { type: 'json' };
import type { Config } from './config.ts';
import { Sentence } from './lifecycle.ts';

/** What the start page says about the database, in a few words, and where its data is. */
export interface DatabasePlace {
  database: string;
  dataDir: string;
}

export interface Demo {
  /** Makes the marketplace's own tables, before the migration looks for them. */
  makeTables(ownerUrl: string): Promise<void>;
  isLoaded(ownerUrl: string): Promise<boolean>;
  /** Puts people, listings and requests in, unless they are there. */
  fill(ownerUrl: string, say: (text: string) => void): Promise<FilledDemo>;
}

export interface FilledDemo {
  /** The start page, what it needs, and the pictures of the listings. */
  pages(config: Config, place: DatabasePlace): FastifyPluginAsync;
  /** Commands to paste into a terminal. */
  script(config: Config): Promise<string>;
}

type DemoPackage = typeof import('@ringback/demo');
type DemoData = Pick<Parameters<DemoPackage['startPage']>[0], 'people' | 'counts'>;

const TOKENS_LAST_MS = 24 * 60 * 60 * 1000;

/**
 * Loads the demo package.
 * @throws Sentence where it is not installed.
 */
export async function loadDemoPackage(): Promise<Demo> {
  const demo = await import('@ringback/demo').catch((error) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Sentence(
      'The demo is part of Ringback’s repository and not of this package. Set DATABASE_URL to your own database, or run npm start in a clone.',
    );
  });
  return {
    makeTables: (url) => withConnection(url, demo.createMarketplaceTables),
    isLoaded: (url) => withConnection(url, demo.isDemoLoaded),
    async fill(url, say) {
      const data = await withConnection(url, async (sql) => ({
        people: await demo.loadDemo(sql, { onProgress: say }),
        counts: await demo.countDemo(sql),
      }));
      return {
        pages: (config, place) => (app) => addPages(app, demo, data, config, place),
        script: async (config) =>
          demo.demoScript(config.http.publicUrl, data.people, await signTokens(data, config)),
      };
    },
  };
}

async function addPages(
  app: FastifyInstance,
  demo: DemoPackage,
  data: DemoData,
  config: Config,
  place: DatabasePlace,
): Promise<void> {
  const options = async () => ({
    ...place,
    ...data,
    apiUrl: config.http.publicUrl,
    version: packageJson.version,
    tokens: await signTokens(data, config),
    tokensExpireAt: new Date(Date.now() + TOKENS_LAST_MS),
  });
  for (const { path, contentType, contentPolicy, body } of demo.demoPages(await options())) {
    app.get(path, { schema: { hide: true } }, async (_request, reply) => {
      reply.type(contentType).header('content-security-policy', contentPolicy);
      // The start page shows tokens, which must be fresh.
      return path === '/' ? demo.startPage(await options()) : body;
    });
  }
}

/** Tokens for the people of the demo, as the marketplace would issue them. */
async function signTokens({ people: { buyer, seller, operator } }: DemoData, { tokens }: Config) {
  const sign = (id: string, role: string) => {
    if (tokens.keys.kind === 'jwks')
      throw new Sentence('The demo signs tokens itself. Leave JWKS_URL out, or leave the demo out.');
    const token = new SignJWT({ role })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setSubject(id)
      .setIssuedAt();
    if (tokens.issuer) token.setIssuer(tokens.issuer);
    if (tokens.audience) token.setAudience(tokens.audience);
    return token.setExpirationTime(new Date(Date.now() + TOKENS_LAST_MS)).sign(tokens.keys.secret);
  };
  return {
    buyer: await sign(buyer.id, 'authenticated'),
    seller: await sign(seller.id, 'authenticated'),
    operator: await sign(operator.id, 'admin'),
  };
}
