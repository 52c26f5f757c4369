/**
 * `ringback start`: everything in one process, for trying it out and for development. Without DATABASE_URL it brings its own
 * PostgreSQL, secrets and a demo marketplace, all kept in .ringback/.
 */
import { migrate, withConnection } from '@ringback/database';
import { channelsFromConfig } from '../delivery/channels/fromConfig.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { CommandError, type Lifecycle, runUntilSignal } from '../platform/lifecycle.ts';
import { createLogger, terminalDestination } from '../platform/log.ts';
import { type Command, printLine, readOptions } from './command.ts';
import { type DatabasePlace, type Demo, type DemoMailbox, type FilledDemo, loadDemoPackage } from './demo.ts';
import { startOwnDatabase } from './embedded.ts';
import type { Secrets } from './secrets.ts';
import { runService } from './service.ts';

interface Options {
  fresh: boolean;
  demo: boolean;
  env: NodeJS.ProcessEnv;
  lifecycle: Lifecycle;
}

interface Prepared {
  config: Config;
  demo: FilledDemo | undefined;
  mailbox: DemoMailbox | undefined;
  place: DatabasePlace;
}

export const start: Command = {
  summary: 'runs everything in one process, with a PostgreSQL of its own and a demo',
  help: `Usage: ringback start [options]

Runs the API on port 3000 with a PostgreSQL of its own and a demo marketplace, all kept in .ringback/. With DATABASE_URL set it uses
that database, which it migrates first, without the demo; JWT_SECRET or JWKS_URL must be set as well.
Stops on Ctrl-C; a second Ctrl-C does not wait.

  --port <number>   instead of 3000 (or the setting PORT)
  --fresh           deletes the database in .ringback/ first
  --demo            with DATABASE_URL: puts the demo into that database, which must be empty
`,
  async run(args) {
    const {
      fresh = false,
      demo = false,
      port,
    } = readOptions(args, {
      fresh: { type: 'boolean' },
      demo: { type: 'boolean' },
      port: { type: 'string' },
    });
    const env = { ...process.env, ...(port !== undefined && { PORT: port }) };
    await runUntilSignal((lifecycle) => startEverything({ fresh, demo, env, lifecycle }), printLine);
    return 0;
  },
};

async function startEverything(options: Options): Promise<void> {
  const prepared = options.env.DATABASE_URL ? await useDatabase(options) : await bringDatabase(options);
  const { demo, mailbox, place } = prepared;
  const config = mailbox ? withLinksToMarket(prepared.config) : prepared.config;
  const logger = process.stdout.isTTY
    ? createLogger(
        config.logLevel,
        terminalDestination((text) => process.stdout.write(text)),
      )
    : createLogger(config.logLevel);
  const { lifecycle } = options;
  const channels = [...(await channelsFromConfig(config)), ...(mailbox?.channels ?? [])];
  await runService({
    config,
    logger,
    lifecycle,
    channels,
    ...(demo && { pages: demo.pages(config, place, mailbox?.mailbox) }),
  });
  const { publicUrl } = config.http;
  if (demo) {
    printLine(`\nOpen the marketplace: ${publicUrl}/market`);
    if (mailbox) printLine(`See the mails that it sends: ${publicUrl}/demo/mail`);
    printLine(`\nOr try the API in another terminal:\n\n${await demo.script(config)}`);
  }
  printLine(`Ringback is running: ${publicUrl}${demo ? '' : '/docs'} (Ctrl-C stops it)`);
}

async function bringDatabase({ fresh, env, lifecycle }: Options): Promise<Prepared> {
  const demo = await loadDemoPackage();
  const mailbox = await openMailbox(demo, env, lifecycle);
  const own = await startOwnDatabase({ lifecycle, say: printLine, fresh, prepare: demo.makeTables });
  const config = readConfig({
    ...mailbox?.env,
    ...ownVapid(own.secrets, env),
    ...env,
    DATABASE_URL: own.apiUrl,
    ...(!env.JWT_SECRET && !env.JWKS_URL && { JWT_SECRET: own.secrets.jwtSecret }),
  });
  const filled = await demo.fill(own.ownerUrl, printLine);
  return {
    config,
    demo: filled,
    mailbox,
    place: { database: `PostgreSQL ${own.version}, embedded`, dataDir: own.dataDir },
  };
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

async function useDatabase({ fresh, demo: isWanted, env, lifecycle }: Options): Promise<Prepared> {
  if (fresh) {
    throw new CommandError(
      '--fresh deletes the database in .ringback/ only, never the one that DATABASE_URL names. Leave one of them out.',
    );
  }
  const demo = isWanted ? await loadDemoPackage() : undefined;
  const mailbox = demo && (await openMailbox(demo, env, lifecycle));
  const config = readConfig({ ...mailbox?.env, ...env });
  const { url } = config.database;
  if (demo) {
    await requireEmpty(url, demo);
    await demo.makeTables(url);
  }
  printLine('Bringing the database of DATABASE_URL to the present schema');
  await migrate(url, { bootstrap: isWanted });
  return {
    config,
    demo: await demo?.fill(url, printLine),
    mailbox,
    place: { database: 'PostgreSQL', dataDir: 'DATABASE_URL' },
  };
}

/** Messages lead to the demo's own pages, unless the settings name others. */
function withLinksToMarket(config: Config): Config {
  const market = `${config.http.publicUrl}/market`;
  const links = { requestUrl: `${market}/requests/{id}`, deskUrl: `${market}/desk/{id}` };
  return { ...config, channels: { ...links, ...config.channels } };
}

/** A mailbox of the demo's own, unless mail is to be sent for real. */
async function openMailbox(
  demo: Demo,
  env: NodeJS.ProcessEnv,
  lifecycle: Lifecycle,
): Promise<DemoMailbox | undefined> {
  if (env.SMTP_URL) return undefined;
  const mailbox = await demo.openMailbox();
  await lifecycle.add(mailbox.mailbox.close);
  return mailbox;
}

/** The demo is put beside nobody's data. */
async function requireEmpty(url: string, demo: Demo): Promise<void> {
  const [tables] = await withConnection(
    url,
    (sql) => sql<{ count: number }[]>`select count(*)::int as count from pg_catalog.pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')`,
  );
  if (tables?.count === 0 || (await demo.isLoaded(url))) return;
  throw new CommandError(
    'The database of DATABASE_URL is not empty, so the demo is not put into it. Name an empty one, or leave --demo out.',
  );
}
