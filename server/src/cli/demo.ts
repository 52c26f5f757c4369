/**
 * The demo as `ringback start` uses it. It is a package of the repository and not part of the published server, so it is loaded
 * only when it is wanted.
 */
import { stripVTControlCharacters } from 'node:util';
import { withConnection } from '@ringback/database';
import type { FastifyPluginAsync } from 'fastify';
import { SignJWT } from 'jose';
import packageJson from '../../package.json' with { type: 'json' };
import type { Channel } from '../delivery/channels/channel.ts';
import { smsText } from '../delivery/channels/sms.ts';
import type { Role } from '../http/access/identity.ts';
import type { Config, TokenConfig } from '../platform/config.ts';
import { CommandError } from '../platform/lifecycle.ts';

/** What the start page says about the database, in a few words, and where its data is. */
export interface DatabasePlace {
  database: string;
  dataDir: string;
}

export interface Demo {
  /** Makes the marketplace's own tables, before the migration looks for them. */
  makeTables(ownerUrl: string): Promise<void>;
  isLoaded(ownerUrl: string): Promise<boolean>;
  openMailbox(): Promise<DemoMailbox>;
  /** Puts people, listings and requests in, unless they are there, and builds the marketplace's pages, unless they are built. */
  fill(ownerUrl: string, say: (text: string) => void): Promise<FilledDemo>;
}

/** Where mail and SMS land while the demo runs, and the settings and channels that lead them there. */
export interface DemoMailbox {
  env: Record<string, string>;
  channels: Channel[];
  mailbox: Mailbox;
}

export interface FilledDemo {
  /** The start page, the marketplace and what they need. */
  pages(config: Config, place: DatabasePlace, mailbox?: Mailbox): FastifyPluginAsync;
  /** Commands to paste into a terminal. */
  script(config: Config): Promise<string>;
}

type DemoPackage = typeof import('@ringback/demo');
type Mailbox = Awaited<ReturnType<DemoPackage['openMailbox']>>;
type DemoPeople = ReturnType<DemoPackage['demoPeople']>;

const TOKENS_LAST_MS = 24 * 60 * 60 * 1000;

/**
 * Loads the demo package.
 * @throws CommandError where it is not installed.
 */
export async function loadDemoPackage(): Promise<Demo> {
  const demo = await import('@ringback/demo').catch((error) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new CommandError(
      'The demo is part of Ringback’s repository and not of this package. Set DATABASE_URL to your own database, or run npm start in a clone.',
    );
  });
  return {
    makeTables: (url) => withConnection(url, demo.createMarketplaceTables),
    isLoaded: (url) => withConnection(url, demo.isDemoLoaded),
    openMailbox: async () => mailboxChannels(await demo.openMailbox()),
    fill: (url, say) => fillDemo(demo, url, say),
  };
}

/** Mail goes the real way, by SMTP; SMS, which have no such server, are put beside it. */
function mailboxChannels(mailbox: Mailbox): DemoMailbox {
  const sms: Channel = {
    name: 'sms',
    concurrency: 5,
    async send(message) {
      mailbox.addSms({ to: message.address, text: smsText(message) });
      return { outcome: 'sent' };
    },
  };
  return {
    env: { SMTP_URL: mailbox.url, MAIL_FROM: 'Sellar <callbacks@sellar.example>' },
    channels: [sms],
    mailbox,
  };
}

async function fillDemo(demo: DemoPackage, url: string, say: (text: string) => void): Promise<FilledDemo> {
  const { people, counts, market } = await withConnection(url, async (sql) => ({
    people: await demo.loadDemo(sql, { onProgress: say }),
    counts: await demo.countDemo(sql),
    market: await demo.readMarket(sql),
  }));
  const marketFolder = await demo.buildMarket(say).catch((cause) => {
    const why = stripVTControlCharacters(cause.message);
    throw new CommandError(`The marketplace’s pages (demo/web) cannot be built: ${why}`, { cause });
  });
  return {
    pages: (config, place, mailbox) => async (app) => {
      const apiUrl = config.http.publicUrl;
      demo.addDemo(app, {
        market,
        marketFolder,
        ...(mailbox && { mailbox }),
        signToken: (userId, role) => signToken(config.tokens, userId, role),
        startPage: async () => ({
          ...{ ...place, people, counts, apiUrl, version: packageJson.version },
          tokens: await signTokens(people, config.tokens),
          tokensExpireAt: new Date(Date.now() + TOKENS_LAST_MS),
        }),
      });
    },
    script: async (config) =>
      demo.demoScript(config.http.publicUrl, people, await signTokens(people, config.tokens)),
  };
}

async function signTokens({ buyer, seller, operator }: DemoPeople, tokens: TokenConfig) {
  const sign = async (id: string, role: Role) => (await signToken(tokens, id, role)).token;
  return {
    buyer: await sign(buyer.id, 'authenticated'),
    seller: await sign(seller.id, 'authenticated'),
    operator: await sign(operator.id, 'admin'),
  };
}

/** A token as the marketplace would issue it. */
async function signToken({ keys, issuer, audience }: TokenConfig, userId: string, role: Role) {
  if (keys.kind === 'jwks')
    throw new CommandError('The demo signs tokens itself. Leave JWKS_URL out, or leave the demo out.');
  const expiresAt = new Date(Date.now() + TOKENS_LAST_MS);
  const token = new SignJWT({ role })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(userId)
    .setIssuedAt()
    .setExpirationTime(expiresAt);
  if (issuer) token.setIssuer(issuer);
  if (audience) token.setAudience(audience);
  return { token: await token.sign(keys.secret), expiresAt };
}
