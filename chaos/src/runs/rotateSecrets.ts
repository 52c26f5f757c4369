/**
 * Keys and secrets change under load, as docs/decisions/075-encryption-at-rest.md lists it: the issuer's signing key (two published at once), the database's
 * password (a second login, a second process), and the key of Web Push (another worker). No request may fail, and no message may be lost.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Issuer, startIssuer } from '@ringback/testing/providers/issuer.ts';
import webPush from 'web-push';
import type { Check } from '../checks.ts';
import { ask, bodyOf, idOf, requestOf, until, untilSettled } from '../market.ts';
import { type ApiProcess, startApi, startWorker } from '../processes.ts';
import { startProviders } from '../providers.ts';
import type { Market, Stage } from '../stage.ts';

/** An unknown key is looked for again after so long (jose's cooldown), so a new one is published that long before it signs. */
const PUBLISHED_BEFORE_MS = 31_000;

export async function rotateSecrets(stage: Stage): Promise<Check[]> {
  const market = await stage.market('web_push');
  await using providers = await startProviders();
  await using issuer = await startIssuer();
  const env = { ...providers.env(), JWT_SECRET: '', JWKS_URL: issuer.url };
  const first = await startApi(market.apiUrl, env);
  const load = startTraffic(first, issuer, stage.short ? 5 : 20);
  const checks = [
    await load.during('a second signing key, published, then used, then alone', () => rotateIssuer(issuer)),
    await load.during('another login of the database, by a second process', () =>
      rotateLogin(market, first, env, load),
    ),
  ];
  await load.stop();
  return [...checks, await refusesUnknownKeys(load.api(), issuer), await rotateVapid(market, providers)];
}

async function rotateIssuer(issuer: Issuer): Promise<void> {
  await issuer.add('second');
  await sleep(PUBLISHED_BEFORE_MS);
  issuer.use('second');
  await sleep(2_000);
  issuer.withdraw('first');
  await sleep(2_000);
}

/** A new password is a new login: the old process keeps its own until it has answered what it had. */
async function rotateLogin(
  market: Market,
  old: ApiProcess,
  env: Record<string, string>,
  load: Traffic,
): Promise<void> {
  await market.sql.unsafe(`create role ringback_next login password 'next' in role callback_service`);
  const next = await startApi(market.apiUrl.replace('ringback_api:test@', 'ringback_next:next@'), env);
  load.use(next);
  await sleep(500);
  old.running.process.kill('SIGTERM');
  await old.running.exited;
  await market.sql.unsafe('alter role ringback_api nologin');
  await sleep(2_000);
  await market.sql.unsafe('alter role ringback_api login'); // the stage's own connections are this role's
}

interface Traffic {
  api(): ApiProcess;
  use(api: ApiProcess): void;
  during(what: string, work: () => Promise<void>): Promise<Check>;
  stop(): Promise<void>;
}

/** Requests at a steady pace, each with a fresh token, to the process that is in use. */
function startTraffic(first: ApiProcess, issuer: Issuer, perSecond: number): Traffic {
  let [api, n, failed, isStopped] = [first, 0, [] as number[], false];
  const open = new Set<Promise<void>>();
  async function send(number: number): Promise<void> {
    const answer = await post(api, await issuer.token(idOf('buyer', requestOf(number).buyer)), number);
    if (![200, 201].includes(answer)) failed.push(answer);
  }
  const timer = setInterval(() => {
    if (isStopped) return;
    const sent = send(n++).finally(() => open.delete(sent));
    open.add(sent);
  }, 1_000 / perSecond);
  return {
    api: () => api,
    use(next) {
      api = next;
    },
    async during(what, work) {
      const from = n;
      failed = [];
      await work();
      await Promise.all(open);
      const figure =
        failed.length === 0 ? 'none failed' : `${failed.length} failed (${[...new Set(failed)].join(', ')})`;
      return {
        what,
        times: n - from,
        figure,
        allowed: 'none failed',
        passed: failed.length === 0 && n > from,
      };
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await Promise.all(open);
    },
  };
}

/** The status of an answer; 0 without one. */
const post = (api: ApiProcess, token: string, n: number) =>
  fetch(`${api.origin}/v1/callback-requests`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(bodyOf(n)),
    signal: AbortSignal.timeout(15_000),
  }).then(
    ({ status }) => status,
    () => 0,
  );

async function refusesUnknownKeys(api: ApiProcess, issuer: Issuer): Promise<Check> {
  await issuer.add('forged', false);
  const status = await post(api, await issuer.token(idOf('buyer', 1), 'forged'), 1);
  const allowed = 'refused with 401';
  await api.kill();
  return {
    what: 'a key that was never published',
    times: 1,
    figure: `refused with ${status}`,
    allowed,
    passed: status === 401,
  };
}

/** Browsers' subscriptions belong to a key; the worker signs with what it has. */
async function rotateVapid(
  market: Market,
  providers: Awaited<ReturnType<typeof startProviders>>,
): Promise<Check> {
  const next = webPush.generateVAPIDKeys();
  const keys = { VAPID_PUBLIC_KEY: next.publicKey, VAPID_PRIVATE_KEY: next.privateKey };
  const old = startWorker(market.apiUrl, providers.env('web_push'));
  await until(() => providers.webPush.state.pushed.length > 0, 'the first push');
  await ask(market, 500_000, 100);
  await using _worker = startWorker(market.apiUrl, { ...providers.env('web_push'), ...keys });
  old.running.process.kill('SIGTERM');
  await old.running.exited;
  await ask(market, 500_100, 100);
  await untilSettled(market);
  const signed = new Set(
    providers.webPush.state.pushed.map(
      ({ headers }) => /k=([\w-]+)/.exec(String(headers.authorization))?.[1],
    ),
  );
  const [row] = await market.sql<{ count: number }[]>`
    select count(*)::int as count from callback_private.deliveries where status not in ('sent', 'delivered')`;
  const lost = row?.count ?? 0;
  return {
    ...{
      what: 'another key of Web Push, by a second worker',
      times: providers.webPush.state.pushed.length,
      lost,
    },
    ...{ figure: `signed by ${signed.size} keys`, allowed: 'signed by 2 keys, none lost' },
    passed: lost === 0 && signed.size === 2,
  };
}
