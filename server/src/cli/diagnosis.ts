/** Looks at an installation and says what is wrong with it and how to mend it. Reads only; changes nothing. */
import type { Finding as SystemFinding } from '@ringback/client';
import { missingMigrations, type Sql } from '@ringback/database';
import type { Installation, TracingConfig } from '../platform/config.ts';
import { zoneProblems } from '../platform/zones.ts';
import { type Finding, fail, info, ok, skip, warn } from './finding.ts';
import { examineMarketplace, type Marketplace } from './marketplace.ts';

export type { Finding };

type Check = (sql: Sql, config: Installation) => Promise<Finding[]>;

/** By their names in the database and in the settings; and what is missing when only the worker has the settings. */
const CHANNELS = [
  { name: 'email', setting: 'email', label: 'email', settings: 'SMTP_URL and MAIL_FROM', alsoForApi: '' },
  {
    name: 'sms',
    setting: 'sms',
    label: 'SMS',
    settings: 'TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_FROM',
    alsoForApi: ' The API needs them too, or Twilio’s reports are lost.',
  },
  {
    name: 'expo_push',
    setting: 'expoPush',
    label: 'Expo push',
    settings: 'EXPO_ACCESS_TOKEN',
    alsoForApi: '',
  },
  {
    name: 'web_push',
    setting: 'webPush',
    label: 'Web Push',
    settings: 'VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY and VAPID_SUBJECT',
    alsoForApi: ' The API needs them too, or browsers cannot subscribe.',
  },
] as const;

const MAXIMUM_CLOCK_SKEW_MS = 2_000;

/** Runs every check, each as far as it gets. Without a connection there is only one finding. */
export async function examine(sql: Sql, config: Installation): Promise<Finding[]> {
  try {
    await sql`select 1`;
  } catch (error) {
    const { code = '', message } = error as Error & { code?: string };
    return [
      fail(
        `database: cannot connect (${code || message}). Check DATABASE_URL and that the server is running.`,
      ),
    ];
  }
  const findings: Finding[] = [];
  for (const [name, check] of Object.entries(CHECKS)) {
    const found = await check(sql, config).catch((error: Error) => [
      fail(`could not be checked: ${error.message}`),
    ]);
    findings.push(...found.map(({ level, text }) => ({ level, text: `${name}: ${text}` })));
  }
  return findings;
}

const CHECKS: Record<string, Check> = {
  async database(sql) {
    const [server] =
      await sql`select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
      current_setting('server_encoding') as encoding, pg_is_in_recovery() as is_standby`;
    return [
      server?.number >= 150_000
        ? ok(`PostgreSQL ${server?.version}`)
        : fail(`PostgreSQL ${server?.version} is too old; upgrade to 15 or later.`),
      server?.encoding === 'UTF8'
        ? ok('encoding UTF8')
        : fail(`encoding ${server?.encoding}; make the database again with encoding UTF8.`),
      server?.is_standby ? fail('is a standby; connect to the primary.') : ok('is a primary'),
    ];
  },

  async schema(sql) {
    const [installed] =
      await sql`select to_regprocedure('callback_private.applied_migrations()') is not null as present`;
    if (!installed?.present) return [fail('Ringback is not installed here; run `ringback migrate`.')];
    const missing = await missingMigrations(sql);
    return missing.length === 0
      ? [ok('all migrations are applied')]
      : [fail(`${missing.length} migrations are missing (first ${missing[0]}); run \`ringback migrate\`.`)];
  },

  async login(sql, { tokens }) {
    if (!tokens && (await isOwner(sql))) return loginsOfApi(sql);
    const [role] =
      await sql`select rolname as name, rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = session_user`;
    const [owned] =
      await sql`select count(*)::int as tables from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where (n.nspname = 'callback_private' or (n.nspname = 'public' and c.relname like 'callback\\_%'))
        and pg_has_role(session_user, c.relowner, 'usage')`;
    const [memberships] = await sql`select coalesce(array_agg(r.rolname::text), '{}') as names
      from pg_auth_members m join pg_roles r on r.oid = m.roleid join pg_roles me on me.oid = m.member
      where me.rolname = session_user and r.rolname <> 'callback_service'`;
    const excess = [
      role?.rolsuper && 'is a superuser',
      role?.rolbypassrls && 'bypasses row level security',
      role?.rolcreaterole && 'may create roles',
      owned?.tables > 0 && 'owns Ringback’s tables',
      memberships?.names.length > 0 && `also belongs to ${memberships?.names.join(', ')}`,
    ].filter(Boolean);
    const [service] =
      await sql`select coalesce(pg_has_role(session_user, to_regrole('callback_service'), 'usage'), false) as holds`;
    return [
      service?.holds
        ? ok(`${role?.name} holds callback_service`)
        : fail(`run: grant callback_service to ${role?.name};`),
      excess.length === 0
        ? ok(`${role?.name} can do nothing else`)
        : fail(
            `${role?.name} ${excess.join(', ')}. Make a login for the API alone: create role ringback_api login password '…' in role callback_service;`,
          ),
    ];
  },

  async views(sql) {
    const wrong =
      await sql`select name, wanted, found from callback_private.host_view_columns() where found is distinct from wanted order by name`;
    return wrong.length === 0
      ? [ok('the host views have the columns and types that Ringback reads')]
      : wrong.map(({ name, wanted, found }) =>
          fail(
            `${name} must be ${wanted} and is ${found ?? 'missing'}; write the views again (ringback init) and run the file with psql.`,
          ),
        );
  },

  async marketplace(sql) {
    return examineMarketplace(await marketplaceOf(sql));
  },

  async searches(sql) {
    const slow = await sql<{ column_name: string; index_sql: string | null }[]>`
      select column_name, index_sql from callback_private.slow_searches()`;
    if (slow.length === 0) return [ok('operators find people and listings quickly')];
    return slow.map(({ column_name, index_sql }) =>
      warn(
        `operators’ searches by ${column_name} end early, because no index helps; ${
          index_sql
            ? `run: ${index_sql}`
            : `let callback_private.${column_name} be a column or an immutable expression over one table, and index it.`
        }`,
      ),
    );
  },

  async 'time zones'(sql) {
    const { time_zones } = await marketplaceOf(sql);
    const problems = zoneProblems(time_zones);
    if (problems.length > 0) return problems.map(warn);
    return [ok(`the database and Node agree about the ${time_zones.length} in use`)];
  },

  async clock(sql) {
    const sentAtMs = Date.now();
    const [clock] = await sql`select extract(epoch from clock_timestamp())::float8 * 1000 as ms`;
    const skewMs = Math.round(clock?.ms - (sentAtMs + Date.now()) / 2);
    return Math.abs(skewMs) <= MAXIMUM_CLOCK_SKEW_MS
      ? [ok('this machine and the database agree')]
      : [
          warn(
            `the database is ${skewMs} ms ahead of this machine; set both by NTP, or tokens seem expired or not yet valid.`,
          ),
        ];
  },

  /** What the database finds by itself, with its cure; the console shows the same. */
  async health(sql) {
    const [row] = await sql`select callback_private.list_findings() as findings`;
    const findings = (row?.findings ?? []) as SystemFinding[];
    const found = findings.map(({ code, severity, message, cure }) => {
      const say = LEVELS[severity] ?? warn;
      return say(`${code}: ${message} ${cure}`);
    });
    if (findings.some(({ severity }) => severity !== 'info')) return found;
    return [ok('nothing is wrong with processes, deliveries and maintenance'), ...found];
  },

  async maintenance(sql) {
    const [run] = await sql`select floor(extract(epoch from now() - last_run_at) / 60)::int as minutes
      from callback_private.maintenance_runs where last_run_at > now() - interval '5 minutes'`;
    if (!run) return [];
    const ago =
      run.minutes < 1 ? 'less than a minute' : `${run.minutes} minute${run.minutes === 1 ? '' : 's'}`;
    return [ok(`last ran ${ago} ago`)];
  },

  async tokens(_sql, { tokens }) {
    if (!tokens)
      return [skip('neither JWT_SECRET nor JWKS_URL is set; the API needs one of them, the owner does not.')];
    const audience = tokens.audience ? `audience ${tokens.audience}` : 'any audience';
    const how =
      tokens.keys.kind === 'jwks' ? `public keys of ${tokens.keys.url.host}` : 'a shared secret (HS256)';
    const found = [
      ok(`checked with ${how}, ${tokens.issuer ? `issuer ${tokens.issuer}` : 'any issuer'}, ${audience}`),
    ];
    if (tokens.keys.kind === 'jwks') found.push(await keysAnswer(tokens.keys.url));
    if (!tokens.issuer)
      found.push(
        warn(
          'tokens of any issuer with these keys are accepted; set JWT_ISSUER (Supabase: https://<project>.supabase.co/auth/v1).',
        ),
      );
    if (!tokens.audience)
      found.push(warn('tokens for any audience are accepted; set JWT_AUDIENCE (Supabase: authenticated).'));
    return found;
  },

  async traces(_sql, { tracing }) {
    return tracing ? [await tracesArrive(tracing)] : [];
  },

  async channels(sql, { channels }) {
    const off = CHANNELS.filter(({ setting }) => !channels[setting]);
    const on = CHANNELS.filter(({ setting }) => channels[setting]);
    const [row] = await sql`select to_jsonb(channels) as used from callback_private.settings`;
    const hint = ({ name, alsoForApi }: (typeof CHANNELS)[number]) =>
      row?.used.includes(name) ? alsoForApi : '';
    return [
      ok(['in-app on', ...on.map(({ label }) => `${label} on`)].join(', ')),
      ...off.map((channel) =>
        warn(`${channel.label} is off; set ${channel.settings} to switch it on.${hint(channel)}`),
      ),
    ];
  },
};

const LEVELS: Record<string, (text: string) => Finding> = { error: fail, warning: warn, info };

/** Roles that may migrate; the API must not. */
async function isOwner(sql: Sql): Promise<boolean> {
  const [row] = await sql`select pg_has_role(session_user, n.nspowner, 'usage') as is_owner
    from pg_namespace n where n.nspname = 'callback_private'`;
  return row?.is_owner === true;
}

async function loginsOfApi(sql: Sql): Promise<Finding[]> {
  const [row] = await sql`select session_user as owner, (select string_agg(r.rolname, ', ' order by r.rolname)
    from pg_auth_members m join pg_roles r on r.oid = m.member
    where m.roleid = to_regrole('callback_service') and r.rolcanlogin and not r.rolsuper) as logins`;
  return [
    ok(`${row?.owner} is the owner, which migrates`),
    skip(
      row?.logins
        ? `what the API’s login may do, because this is the owner; run doctor as ${row.logins} too.`
        : "what the API’s login may do, because there is none yet: create role ringback_api login password '…' in role callback_service;",
    ),
  ];
}

/** The owner may look itself; others ask the function that is theirs. */
async function marketplaceOf(sql: Sql): Promise<Marketplace> {
  const [row] = (await isOwner(sql))
    ? await sql`select callback_private.describe_marketplace() as marketplace`
    : await sql`select callback_private.marketplace_summary() as marketplace`;
  return row?.marketplace as Marketplace;
}

/** Sends a batch without a trace in it. */
async function tracesArrive({ endpoint, headers }: TracingConfig): Promise<Finding> {
  const { host } = new URL(endpoint);
  try {
    const { ok: isFine, status } = await fetch(`${endpoint}/v1/traces`, {
      ...{ method: 'POST', body: '{"resourceSpans":[]}', redirect: 'manual' },
      headers: { ...headers, 'content-type': 'application/json' },
      signal: AbortSignal.timeout(5_000),
    });
    if (isFine) return ok(`${host} takes them`);
    return warn(
      `${host} answers ${status} to traces; check OTEL_EXPORTER_OTLP_ENDPOINT (the base of /v1/traces) and OTEL_EXPORTER_OTLP_HEADERS.`,
    );
  } catch (error) {
    return warn(
      `${host} does not answer (${(error as Error).message}), so traces are lost; check OTEL_EXPORTER_OTLP_ENDPOINT and that the collector runs.`,
    );
  }
}

async function keysAnswer(url: URL): Promise<Finding> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000), redirect: 'manual' });
    const { keys } = (await response.json()) as { keys?: unknown[] };
    if (response.ok && Array.isArray(keys) && keys.length > 0) return ok(`${keys.length} public keys answer`);
    return fail(`JWKS_URL answers ${response.status} without any key; check the address.`);
  } catch (error) {
    return fail(`JWKS_URL does not answer (${(error as Error).message}); check the address and the network.`);
  }
}
