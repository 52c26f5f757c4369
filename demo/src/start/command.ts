/**
 * `npm start`: the API, a worker and the demo marketplace in one process. Without DATABASE_URL it brings its own PostgreSQL and
 * secrets, kept in .ringback/.
 */
import { migrate, withConnection } from '@ringback/database';
import {
  type Command,
  CommandError,
  type Config,
  channelsFromConfig,
  createLogger,
  type Lifecycle,
  printLine,
  readConfig,
  readOptions,
  runService,
  runUntilSignal,
  terminalDestination,
} from '@ringback/server';
import { isDemoLoaded } from '../load.ts';
import { createMarketplaceTables } from '../marketplace.ts';
import { MISSING_PAGE } from '../missingPage.ts';
import { ownSecrets, startOwnDatabase } from './database.ts';
import { type DemoMailbox, openDemoMailbox } from './mailbox.ts';
import { type DatabasePlace, prepareDemo } from './pages.ts';
import type { Secrets } from './secrets.ts';

interface Options {
  fresh: boolean;
  env: NodeJS.ProcessEnv;
  lifecycle: Lifecycle;
}

interface Prepared {
  config: Config;
  ownerUrl: string;
  place: DatabasePlace;
}

export const start: Command = {
  summary: 'runs Ringback with a demo marketplace',
  help: `Usage: npm start -- [options]

Runs the API on port 3000 with a PostgreSQL of its own and a demo marketplace, all kept in .ringback/. With DATABASE_URL set it puts
the demo into that database, which must be empty. Stops on Ctrl-C; a second Ctrl-C does not wait.

  --port <number>   instead of 3000 (or the setting PORT)
  --fresh           deletes the database in .ringback/ first
`,
  async run(args) {
    const { fresh = false, port } = readOptions(args, {
      fresh: { type: 'boolean' },
      port: { type: 'string' },
    });
    const env = { ...process.env, ...(port !== undefined && { PORT: port }) };
    await runUntilSignal((lifecycle) => startDemo({ fresh, env, lifecycle }), printLine);
    return 0;
  },
};

async function startDemo(options: Options): Promise<void> {
  const mailbox = await openMailbox(options);
  const prepare = options.env.DATABASE_URL ? useDatabase : bringDatabase;
  const { config: read, ownerUrl, place } = await prepare(options, mailbox?.env ?? {});
  const config = mailbox ? withLinksToMarket(read) : read;
  const demo = await prepareDemo(ownerUrl, printLine);
  const app = await runService({
    config,
    logger: loggerFor(config),
    lifecycle: options.lifecycle,
    channels: [...(await channelsFromConfig(config)), ...(mailbox?.channels ?? [])],
    pages: demo.plugin(config, place, mailbox?.mailbox),
    missingPage: MISSING_PAGE,
  });
  const { publicUrl } = config.http;
  printLine(`\nOpen the marketplace: ${publicUrl}/market`);
  if (mailbox) printLine(`See the mails that it sends: ${publicUrl}/demo/mail`);
  printLine(`\nOr try the API in another terminal:\n\n${await demo.script(config, app)}`);
  printLine(`Ringback is running: ${publicUrl} (Ctrl-C stops it)`);
}

function loggerFor({ logLevel }: Config) {
  if (!process.stdout.isTTY) return createLogger(logLevel);
  return createLogger(
    logLevel,
    terminalDestination((text) => process.stdout.write(text)),
  );
}

async function bringDatabase({ fresh, env, lifecycle }: Options, mail: NodeJS.ProcessEnv): Promise<Prepared> {
  const prepare = (url: string) => withConnection(url, createMarketplaceTables);
  const own = await startOwnDatabase({ lifecycle, report: printLine, fresh, prepare });
  const config = readConfig({
    ...mail,
    ...ownVapid(own.secrets, env),
    ...withOwnTokens(env, own.secrets),
    DATABASE_URL: own.apiUrl,
  });
  const place = { database: `PostgreSQL ${own.version}, embedded`, dataDir: own.dataDir };
  return { config, ownerUrl: own.ownerUrl, place };
}

/** Anyone who reaches the demo gets tokens of it; they must be worth nothing elsewhere, whatever the shell has exported. */
function withOwnTokens(env: NodeJS.ProcessEnv, { jwtSecret }: Secrets): NodeJS.ProcessEnv {
  const { JWKS_URL: _url, JWT_USER_CLAIM: _claim, ...others } = env;
  if (env.JWT_SECRET || env.JWKS_URL)
    printLine(
      'JWT_SECRET and JWKS_URL are not used: the demo signs and checks tokens with a secret of its own.',
    );
  return { ...others, JWT_SECRET: jwtSecret };
}

/** Keys of the demo's own for Web Push, unless the settings bring any. A push leaves this machine only for a browser that has subscribed. */
function ownVapid({ vapid }: Secrets, env: NodeJS.ProcessEnv): Record<string, string> {
  if (env.VAPID_PUBLIC_KEY || env.VAPID_PRIVATE_KEY) return {};
  return {
    VAPID_PUBLIC_KEY: vapid.publicKey,
    VAPID_PRIVATE_KEY: vapid.privateKey,
    VAPID_SUBJECT: 'mailto:callbacks@sellar.example',
  };
}

async function useDatabase({ fresh, env }: Options, mail: NodeJS.ProcessEnv): Promise<Prepared> {
  if (fresh) {
    throw new CommandError(
      '--fresh deletes the database in .ringback/ only, never the one that DATABASE_URL names. Leave one of them out.',
    );
  }
  const config = readConfig({ ...mail, ...withOwnTokens(env, ownSecrets()) });
  const { url } = config.database;
  await withConnection(url, async (sql) => {
    await requireEmpty(sql);
    await createMarketplaceTables(sql);
  });
  await migrate(url, { bootstrap: true });
  return { config, ownerUrl: url, place: { database: 'PostgreSQL', dataDir: 'DATABASE_URL' } };
}

/** The demo is never put beside other data. */
async function requireEmpty(sql: Parameters<typeof isDemoLoaded>[0]): Promise<void> {
  const [tables] = await sql<{ count: number }[]>`select count(*)::int as count from pg_catalog.pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')`;
  if (tables?.count === 0 || (await isDemoLoaded(sql))) return;
  throw new CommandError(
    'The database of DATABASE_URL is not empty, so the demo is not put into it. Name an empty one, or run ' +
      '`npm run ringback -- start` to use Ringback with your own data.',
  );
}

/** Messages lead to the demo's pages, unless the settings say otherwise. */
function withLinksToMarket(config: Config): Config {
  const market = `${config.http.publicUrl}/market`;
  const links = { requestUrl: `${market}/requests/{id}`, deskUrl: `${market}/desk/{id}` };
  return { ...config, channels: { ...links, ...config.channels } };
}

/** A mailbox of the demo's own, unless mail is to be sent for real. */
async function openMailbox({ env, lifecycle }: Options): Promise<DemoMailbox | undefined> {
  if (env.SMTP_URL) return undefined;
  const opened = await openDemoMailbox();
  await lifecycle.add(opened.mailbox.close);
  // The mails are read here, wherever the database is.
  return { ...opened, env: { PUBLIC_URL: `http://localhost:${env.PORT || 3000}`, ...opened.env } };
}
