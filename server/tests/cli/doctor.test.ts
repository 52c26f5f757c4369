/** `ringback doctor` finds what is wrong and says how to mend it. */
import { listing, person, testDatabase } from '@ringback/testing/database/index.ts';
import { SECRET } from '@ringback/testing/server/app.ts';
import { describe, expect, test } from 'vitest';
import { runMaintenance } from '../../src/maintenance/maintenance.ts';
import { zoneProblems } from '../../src/platform/zones.ts';
import { examined, levels, withMarketplace } from '../support/doctor.ts';
import { ringback } from '../support/process.ts';

describe('doctor', () => {
  test('finds nothing wrong where nothing is', async () => {
    const { apiUrl, api } = await withMarketplace();
    await runMaintenance(api);
    const findings = await examined(apiUrl);
    expect(levels(findings, 'fail')).toEqual([]);
    expect(levels(findings, 'warn')).toEqual([
      expect.stringMatching(/^channels: email is off; set SMTP_URL and MAIL_FROM/),
      expect.stringMatching(/^channels: SMS is off/),
      expect.stringMatching(/^channels: Expo push is off/),
      expect.stringMatching(/^channels: Web Push is off/),
    ]);
    expect(levels(findings, 'ok').map((text) => text.split(':')[0])).toEqual(
      expect.arrayContaining([
        'database',
        'schema',
        'login',
        'views',
        'marketplace',
        'time zones',
        'clock',
        'health',
        'maintenance',
        'tokens',
        'channels',
      ]),
    );
  });

  test('a channel that only the worker has the settings of, though the API has a part in it', async () => {
    const { sql, apiUrl } = await withMarketplace();
    await sql`update callback_private.settings set channels = '{email,sms,web_push}'`;
    const warnings = levels(await examined(apiUrl), 'warn').filter((text) => text.includes('The API'));
    expect(warnings).toEqual([
      expect.stringMatching(/^channels: SMS .*The API needs them too, or Twilio’s reports are lost/),
      expect.stringMatching(/^channels: Web Push .*The API needs them too, or browsers cannot/),
    ]);
  });

  test('what the database finds, with its cure, failing for what does not work', async () => {
    const { sql, apiUrl, api } = await withMarketplace();
    await runMaintenance(api);
    await sql`update callback_private.settings set channels = '{email}', default_phone_region = 'GH', allowed_phone_regions = '{US}'`;
    const findings = await examined(apiUrl);
    expect(levels(findings, 'fail')).toEqual([
      expect.stringMatching(/^health: no_worker: No worker has been seen .* Start `ringback worker`/),
    ]);
    expect(levels(findings, 'warn')).toContainEqual(expect.stringMatching(/^health: region_not_allowed: /));
    expect(levels(findings, 'info')).toEqual([expect.stringMatching(/^health: nobody_alerted: /)]);
  });

  test('a database that does not answer', async () => {
    expect(await examined('postgres://api:geheim@127.0.0.1:9/none')).toEqual([
      {
        level: 'fail',
        text: 'database: cannot connect (ECONNREFUSED). Check DATABASE_URL and that the server is running.',
      },
    ]);
  });

  test('a database without Ringback', async () => {
    const { url } = await testDatabase({ empty: true });
    expect(levels(await examined(url), 'fail')).toContainEqual(
      expect.stringMatching(/^schema: .*run `ringback migrate`/),
    );
  });

  test('a migration that is missing', async () => {
    const database = await withMarketplace();
    await database.sql`delete from callback_private.migrations where name = (select max(name) from callback_private.migrations where name ~ '^[0-9]')`;
    expect(levels(await examined(database.apiUrl), 'fail')).toContainEqual(
      expect.stringMatching(/^schema: 1 migrations are missing/),
    );
  });

  test('a login that may do too much', async () => {
    const { url } = await withMarketplace();
    expect(levels(await examined(url), 'fail')).toContainEqual(
      expect.stringMatching(
        /^login: postgres is a superuser, .*owns Ringback’s tables.*create role ringback_api/,
      ),
    );
  });

  test('host views that lack a column, or have another id than the tables', async () => {
    const { sql, apiUrl } = await withMarketplace();
    await sql.unsafe(`drop view callback_private.host_blocks;
      create view callback_private.host_blocks as select 1::bigint as blocker_id where false;`);
    expect(levels(await examined(apiUrl), 'fail').filter((text) => text.startsWith('views'))).toEqual([
      expect.stringMatching(/^views: host_blocks\.blocked_id must be uuid and is missing; .*ringback init/),
      expect.stringMatching(/^views: host_blocks\.blocker_id must be uuid and is bigint; .*ringback init/),
    ]);
  });

  test('a marketplace that nobody can be called in', async () => {
    const database = await testDatabase();
    expect(levels(await examined(database.apiUrl), 'warn')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/no people are visible/),
        expect.stringMatching(/no listings are visible/),
      ]),
    );
    await listing(database, await person(database, { phone: null }), { status: 'sold' });
    expect(levels(await examined(database.apiUrl), 'fail')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/nobody has a phone number/),
        expect.stringMatching(/no listing is available/),
      ]),
    );
  });

  test('tokens that are taken from anyone, and keys that do not answer', async () => {
    const { apiUrl } = await withMarketplace();
    const findings = await examined(apiUrl, { JWT_SECRET: '', JWKS_URL: 'http://127.0.0.1:9/keys' });
    expect(levels(findings, 'warn')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/set JWT_ISSUER/),
        expect.stringMatching(/set JWT_AUDIENCE/),
      ]),
    );
    expect(levels(findings, 'fail')).toEqual([expect.stringMatching(/^tokens: JWKS_URL does not answer/)]);
  });

  test('as a command it prints a line each and ends with 1 only when something fails', async () => {
    const { apiUrl, url } = await withMarketplace();
    const run = async (databaseUrl: string) => {
      const command = ringback(['doctor'], { DATABASE_URL: databaseUrl, JWT_SECRET: SECRET });
      return { exitCode: await command.exited, output: command.output() };
    };
    const [good, bad] = [await run(apiUrl), await run(url)];
    expect(good).toMatchObject({ exitCode: 0, output: expect.stringMatching(/^( {2}ok| warn) .+\n/) });
    expect(bad).toMatchObject({ exitCode: 1, output: expect.stringContaining(' FAIL  login: ') });
  });
});

describe('doctor, before there is an API', () => {
  const asOwner = async (url: string) => {
    const command = ringback(['doctor'], { DATABASE_URL: url });
    return { exitCode: await command.exited, output: command.output() };
  };

  test('passes as the owner with DATABASE_URL alone, and says what it skips', async () => {
    const { url } = await withMarketplace();
    const { exitCode, output } = await asOwner(url);
    expect(output).toMatch(/ {2}ok {3}login: postgres is the owner/);
    expect(output).toMatch(/ skip {2}login: what the API’s login may do/);
    expect(output).toMatch(/ {2}ok {3}marketplace: 1 people/);
    expect(output).toMatch(/ skip {2}tokens: neither JWT_SECRET nor JWKS_URL is set/);
    expect(output).not.toContain('FAIL');
    expect(exitCode).toBe(0);
  });

  test('passes as an owner who is nothing else', async () => {
    const { url, sql } = await withMarketplace();
    const [{ name } = { name: '' }] = await sql<{ name: string }[]>`select current_database() as name`;
    const owner = `owner_${name}`;
    await sql
      .unsafe(`create role ${owner} login password 'test';
      alter schema callback_private owner to ${owner};
      do $$ declare o record; begin
        for o in select p.oid::regprocedure::text as f from pg_proc p where p.pronamespace = 'callback_private'::regnamespace loop
          execute format('alter routine %s owner to ${owner}', o.f); end loop;
        for o in select c.oid::regclass::text as t from pg_class c
          where c.relkind in ('r', 'v') and (c.relnamespace = 'callback_private'::regnamespace or c.relname like 'callback_request%') loop
          execute format('alter table %s owner to ${owner}', o.t); end loop;
      end $$;
      grant select on all tables in schema public to ${owner}`)
      .simple();
    const { exitCode, output } = await asOwner(url.replace(/\/\/[^@]*@/, `//${owner}:test@`));
    expect(output).not.toContain('FAIL');
    expect(output).toMatch(/ {2}ok {3}marketplace: 1 people/);
    expect(exitCode).toBe(0);
  });
});

describe('doctor and time zones', () => {
  test('names those that the database does not know, with how many people have them', async () => {
    const database = await withMarketplace();
    await database.sql`update callback_private.settings set time_zone = 'Japan'`;
    const columns = await database.sql<{ name: string }[]>`select a.attname as name from pg_attribute a
      where a.attrelid = 'callback_private.host_profiles'::regclass and a.attnum > 0 order by a.attnum`;
    const shown = columns.map(({ name }) =>
      name === 'time_zone' ? `'Mars/Olympus_Mons'::text as ${name}` : name,
    );
    await database.sql
      .unsafe(`alter view callback_private.host_profiles rename to real_profiles;
      create view callback_private.host_profiles as select ${shown} from callback_private.real_profiles`)
      .simple();
    const warnings = levels(await examined(database.apiUrl), 'warn').filter((text) =>
      text.startsWith('time zones'),
    );
    expect(warnings).toEqual([
      expect.stringMatching(
        /^time zones: 1 people have the time zone "Mars\/Olympus_Mons", which the database does not know/,
      ),
    ]);
  });

  const week = 7 * 86_400;
  const weeks = Array.from({ length: 105 }, (_, n) => Date.UTC(2025, 0, 1) / 1_000 + n * week);
  const offsets = (minutes: (n: number) => number) =>
    weeks.map((at, n) => [at, minutes(n)] as [number, number]);

  test('are compared with Node’s, and the one that goes on as before is the older', () => {
    const zone = (name: string, minutes: (n: number) => number) => ({
      name,
      people: 1,
      offsets: offsets(minutes),
    });
    expect(
      zoneProblems([zone('UTC', () => 0), zone('Etc/GMT+5', () => -300), zone('Asia/Kolkata', () => 330)]),
    ).toEqual([]);
    expect(zoneProblems([zone('Etc/GMT+5', (n) => (n < 60 ? -300 : -240))])).toEqual([
      expect.stringMatching(/^Etc\/GMT\+5: .* differ, from 2026-02-25 on\. Node’s data is older/),
    ]);
    expect(zoneProblems([zone('Mars/Olympus_Mons', () => 0)])).toEqual([
      expect.stringMatching(/^Node .* does not know/),
    ]);
  });

  test('of the database agree with Node’s in this repository’s own PostgreSQL, or doctor says where they do not', async () => {
    const { sql } = await withMarketplace();
    const [row] =
      await sql`select callback_private.offsets_of('Europe/Paris') as paris, callback_private.offsets_of('CET') as cet`;
    expect(zoneProblems([{ name: 'Europe/Paris', people: 1, offsets: row?.paris }])).toEqual([]);
    expect(row?.cet).toEqual(row?.paris);
  });
});
