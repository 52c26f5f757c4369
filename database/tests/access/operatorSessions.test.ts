/** Operators' links and sessions: who gets in, for how long, who ends whose, and what the audit keeps of it. */
import { randomUUID } from 'node:crypto';
import {
  expectRefusal,
  maintainAll,
  type TestDatabase,
  testDatabase,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';
import { firstOf, hash, type SignedIn, secrets, signInOn } from './support/signIn.ts';

describe.each(VERSIONS)('on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let sql: Sql;
  let api: Sql;
  let { command, link, signIn, signedIn, used, disable, auditOf } = {} as ReturnType<typeof signInOn>;
  beforeAll(async () => {
    database = await testDatabase({ version });
    ({ sql, api } = database);
    ({ command, link, signIn, signedIn, used, disable, auditOf } = signInOn(database));
  });
  const listed = async ({ id }: SignedIn, options: { of?: string; ended?: boolean } = {}) =>
    (
      await firstOf<{ items: { id: string; ended_at: string | null }[] }>(
        api`select public.list_callback_operator_sessions(100, null, ${options.of ?? null}, ${options.ended ?? false}, ${id})`,
      )
    ).items;
  const end = ({ id }: SignedIn, sessionId: string) =>
    api`select public.end_callback_operator_session(${sessionId}, ${id})`;

  describe('a link', () => {
    test('signs its operator in once, with its role, and both are in the audit', async () => {
      const by = await command('Ada');
      const token = await link('Grace', 'support', by);
      const own = secrets();
      const session = await signIn(token, own);
      expect(await used(own)).toEqual({
        ...{ id: session?.operator_id, role: 'support', session_id: session?.session_id },
      });
      expect(await signIn(token), 'a second time').toBeNull();
      expect((await auditOf(by)).at(-1)).toMatchObject({
        ...{ action: 'create_operator_link', data: { name: 'Grace', role: 'support' } },
      });
      expect(await auditOf(session?.operator_id ?? '')).toEqual([
        {
          ...{ action: 'create_operator_session', subject_kind: 'operator_session' },
          ...{ subject_id: session?.session_id, data: { by: 'link' } },
        },
      ]);
    });

    test('used by two at once lets one of them in', async () => {
      const token = await link('Twins');
      const answers = await Promise.all([1, 2, 3, 4].map(() => signIn(token)));
      expect(answers.filter((answer) => answer !== null)).toHaveLength(1);
    });

    test('that is expired, unknown, or of a disabled operator lets nobody in', async () => {
      const token = await link('Late');
      await sql`update callback_private.operator_links set expires_at = now() where token_hash = ${hash(token)}`;
      expect(await signIn(token)).toBeNull();
      expect(await signIn(randomUUID())).toBeNull();
      const gone = await signedIn('viewer', 'Gone');
      const another = await link('Gone', 'viewer');
      await disable(await signedIn(), gone.id);
      expect(await signIn(another)).toBeNull();
      await expectRefusal(link('Gone', 'viewer'), 'forbidden');
    });

    test('is made by admins alone, for ten minutes, with a name and a role', async () => {
      const [admin, support] = [await signedIn('admin'), await signedIn('support')];
      await expectRefusal(link('x', 'viewer', support.id), 'forbidden');
      await expectRefusal(link('x\u202ey', 'viewer', admin.id), 'invalid_input');
      await expectRefusal(link(' ', 'viewer', admin.id), 'invalid_input');
      await expectRefusal(link('x', 'owner', admin.id), 'invalid_input');
      const token = await link(' x ', 'viewer', admin.id);
      const [row] = await sql`select name, expires_at - created_at = interval '10 minutes' as is_short
        from callback_private.operator_links where token_hash = ${hash(token)}`;
      expect(row).toEqual({ name: 'x', is_short: true });
    });

    test('and a command have subjects that no token takes', async () => {
      await sql`update callback_private.settings set operator_claim = 'desk', operator_roles = '{"runs": "admin"}'`;
      for (const sub of ['link:Grace', 'command:root'])
        expect(
          await firstOf(api`select callback_private.operator_of(${{ sub, desk: 'runs' } as never}::jsonb)`),
        ).toBeNull();
      expect(
        await firstOf(
          api`select callback_private.operator_of(${{ sub: 'linked', desk: 'runs' } as never}::jsonb)`,
        ),
      ).toMatchObject({ role: 'admin' });
    });
  });

  describe('a session', () => {
    test('needs both halves, of one and the same', async () => {
      const [one, other] = [await signedIn(), await signedIn()];
      expect(await used(one)).not.toBeNull();
      for (const mixed of [
        { cookie: one.cookie, key: other.key },
        { cookie: one.cookie, key: one.cookie },
        { cookie: one.key, key: one.cookie },
        { cookie: randomUUID(), key: one.key },
      ])
        expect(await used(mixed)).toBeNull();
      expect(
        await firstOf(api`select callback_private.use_operator_session(${hash(one.cookie)}, null)`),
      ).toBeNull();
    });

    test('is made for the operator of a token', async () => {
      const [{ id }, own] = [await signedIn('support'), secrets()];
      const session = await firstOf<{ operator_id: string }>(
        api`select callback_private.create_operator_session(null, ${id}, ${hash(own.cookie)}, ${hash(own.key)}, null)`,
      );
      expect(session.operator_id).toBe(id);
      expect((await auditOf(id)).at(-1)?.data).toEqual({ by: 'token' });
      await expectRefusal(
        api`select callback_private.create_operator_session(null, null, ${hash('a')}, ${hash('b')}, null)`,
        'forbidden',
      );
    });

    test('ends when it is not used for some time, and however much it is used', async () => {
      const session = await signedIn();
      const aged = (column: 'created_at' | 'last_seen_at', age: string) =>
        sql.unsafe(
          `update callback_private.operator_sessions set ${column} = now() - interval '${age}' where id = '${session.sessionId}'`,
        );
      await aged('last_seen_at', '11 hours 59 minutes');
      expect(await used(session)).not.toBeNull();
      await aged('last_seen_at', '12 hours');
      expect(await used(session)).toBeNull();
      await aged('last_seen_at', '0 hours');
      expect(await used(session)).not.toBeNull();
      await aged('created_at', '7 days');
      expect(await used(session)).toBeNull();
    });

    test('obeys the settings of the moment', async () => {
      const session = await signedIn();
      await sql`update callback_private.operator_sessions set last_seen_at = now() - interval '6 minutes' where id = ${session.sessionId}`;
      await sql`update callback_private.settings set operator_session_idle_time = '5 minutes'`;
      expect(await used(session)).toBeNull();
      await sql`update callback_private.settings set operator_session_idle_time = '12 hours'`;
      expect(await used(session)).not.toBeNull();
    });

    test('notes when it was used, at most once a minute', async () => {
      const session = await signedIn();
      const row = async () =>
        (
          await sql`select xmin::text, last_seen_at, expires_at from callback_private.operator_sessions where id = ${session.sessionId}`
        )[0];
      const before = await row();
      await used(session);
      expect(await row()).toEqual(before);
      await sql`update callback_private.operator_sessions set last_seen_at = now() - interval '61 seconds' where id = ${session.sessionId}`;
      await used(session);
      const after = await row();
      expect(after?.last_seen_at.getTime()).toBeGreaterThan(before?.last_seen_at.getTime());
      expect(after?.expires_at.getTime()).toBeGreaterThan(before?.expires_at.getTime());
    });

    test('ends at once when it is signed out, and the audit says so, once', async () => {
      const session = await signedIn('viewer');
      await end(session, session.sessionId);
      await end(session, session.sessionId);
      expect(await used(session)).toBeNull();
      expect((await auditOf(session.id)).map(({ action }) => action)).toEqual([
        'create_operator_session',
        'end_operator_session',
      ]);
    });

    test('of another is ended by admins alone; to the rest there is none', async () => {
      const victim = await signedIn('support');
      for (const role of ['viewer', 'support'])
        await expectRefusal(end(await signedIn(role), victim.sessionId), 'not_found');
      const admin = await signedIn('admin');
      await expectRefusal(end(admin, randomUUID()), 'not_found');
      expect(await used(victim)).not.toBeNull();
      await end(admin, victim.sessionId);
      expect(await used(victim)).toBeNull();
    });

    test('is listed to its operator, and to admins', async () => {
      const [viewer, admin] = [await signedIn('viewer'), await signedIn('admin')];
      expect((await listed(viewer)).map(({ id }) => id)).toEqual([viewer.sessionId]);
      expect(await listed(viewer, { of: admin.id })).toEqual([]);
      expect((await listed(admin)).map(({ id }) => id)).toEqual(
        expect.arrayContaining([viewer.sessionId, admin.sessionId]),
      );
      expect((await listed(admin, { of: viewer.id })).map(({ id }) => id)).toEqual([viewer.sessionId]);
      await end(viewer, viewer.sessionId);
      expect(await listed(viewer)).toEqual([]);
      expect(await listed(viewer, { ended: true })).toMatchObject([
        { id: viewer.sessionId, ended_at: expect.any(String), user_agent: 'Firefox' },
      ]);
    });

    test('keeps at most 200 characters of the user agent', async () => {
      const session = await signIn(await link('Long'), secrets(), 'x'.repeat(500));
      const [row] =
        await sql`select length(user_agent) from callback_private.operator_sessions where id = ${session?.session_id ?? ''}`;
      expect(row).toEqual({ length: 200 });
    });

    test('is forgotten some time after its end', async () => {
      const [old, recent] = [await signedIn(), await signedIn()];
      await sql`update callback_private.operator_sessions set expires_at = now() - interval '31 days' where id = ${old.sessionId}`;
      await sql`update callback_private.operator_sessions set expires_at = now() - interval '29 days' where id = ${recent.sessionId}`;
      await sql`update callback_private.operator_links set expires_at = now() - interval '31 days'`;
      await maintainAll(api);
      const rows =
        await sql`select id from callback_private.operator_sessions where id in (${old.sessionId}, ${recent.sessionId})`;
      expect(rows).toEqual([{ id: recent.sessionId }]);
      expect(await sql`select from callback_private.operator_links`).toHaveLength(0);
    });
  });
});
