/** Operators: who is one, by which claim of a token, with which role; and the audit, which nobody changes. */
import {
  asAnon,
  asService,
  asUser,
  expectRefusal,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Executor, Sql, Transaction } from '../../src/index.ts';

describe.each(VERSIONS)('on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let sql: Sql;
  let api: Sql;
  let ann: Person;
  beforeAll(async () => {
    database = await testDatabase({ version });
    ({ sql, api } = database);
  });
  beforeEach(async () => {
    await sql`delete from callback_private.operators o where not exists (select from callback_private.audit a where a.operator_id = o.id)`;
    await sql`update callback_private.settings set
      operator_claim = 'app_metadata.role', operator_roles = '{"desk": "support", "boss": "admin", "intern": "viewer"}'`;
    ann = await person(database);
  });

  const claims = (role: unknown, more: object = {}) => ({
    sub: ann.id,
    name: 'Ann',
    app_metadata: { role },
    ...more,
  });
  const found = async (token: object | null, on: Executor = api) => {
    const [row] =
      await on`select callback_private.operator_of(${token === null ? null : JSON.stringify(token)}::text::jsonb) as found`;
    return row?.found as { id: string; role: string } | null;
  };
  const operatorOf = async (...parts: Parameters<typeof found>) => (await found(...parts))?.id ?? null;
  const stored = async () => [
    ...(await sql`select id, subject, name, role, disabled_at is not null as is_disabled from callback_private.operators`),
  ];
  /** A signed-in session with that token, as PostgREST makes it. */
  const asToken = <T>(token: object, work: (as: Transaction) => Promise<T>) =>
    asUser(sql, ann.id, async (as) => {
      await as`select set_config('request.jwt.claims', ${JSON.stringify({ role: 'authenticated', ...token })}, true)`;
      return work(as);
    });
  const overview = (as: Executor, operatorId: string | null = null) =>
    as`select get_callback_overview(30, ${operatorId}) ->> 'days' as days`;

  describe('operator_of', () => {
    test('makes an operator when first seen; the role and the name follow the token', async () => {
      const id = await operatorOf(claims('desk'));
      expect(await stored()).toEqual([
        { id, subject: ann.id, name: 'Ann', role: 'support', is_disabled: false },
      ]);
      expect(await operatorOf(claims('boss', { name: 'Ann B.' }))).toBe(id);
      expect(await stored()).toMatchObject([{ name: 'Ann B.', role: 'admin' }]);
    });

    test.each<[string, unknown, string]>([
      ['a list gives the highest role', ['intern', 'boss', 'desk'], 'admin'],
      ['a list may hold other words', ['gardener', 'intern', 7], 'viewer'],
    ])('%s', async (_, role, expected) => {
      await operatorOf(claims(role));
      expect(await stored()).toMatchObject([{ role: expected }]);
    });

    test('answers the role that this token grants, whatever another of the same subject did', async () => {
      for (const [role, expected] of [
        ['boss', 'admin'],
        ['intern', 'viewer'],
        ['boss', 'admin'],
      ])
        expect(await found(claims(role))).toEqual({ id: expect.any(String), role: expected });
      expect(await stored()).toHaveLength(1);
    });

    test('a claim whose name holds dots is found by its whole name', async () => {
      await sql`update callback_private.settings set operator_claim = 'https://example.com/role'`;
      expect(await operatorOf({ sub: 'x', 'https://example.com/role': 'desk' })).toMatch(/^[0-9a-f-]{36}$/);
    });

    test.each<[string, object | null]>([
      ['no token', null],
      ['a token without the claim', { sub: 'x' }],
      ['another value', { sub: 'x', app_metadata: { role: 'buyer' } }],
      [
        'the name of a role, which is not a value of the claim',
        { sub: 'x', app_metadata: { role: 'admin' } },
      ],
      ['null', { sub: 'x', app_metadata: { role: null } }],
      ['a number', { sub: 'x', app_metadata: { role: 1 } }],
      ['an object', { sub: 'x', app_metadata: { role: { desk: true } } }],
      ['a list in a list', { sub: 'x', app_metadata: { role: [['desk']] } }],
      ['the claim in another place', { sub: 'x', role: 'desk', user_metadata: { role: 'desk' } }],
      ['no subject', { app_metadata: { role: 'desk' } }],
      ['an empty subject', { sub: '', app_metadata: { role: 'desk' } }],
      ['a subject without end', { sub: 'x'.repeat(256), app_metadata: { role: 'desk' } }],
    ])('%s makes no operator', async (_, token) => {
      expect(await operatorOf(token)).toBeNull();
      expect(await stored()).toEqual([]);
    });

    test('until claim and roles are set, nothing makes an operator', async () => {
      await sql`update callback_private.settings set operator_roles = '{}'`;
      expect(await operatorOf(claims('desk'))).toBeNull();
      await sql`update callback_private.settings set operator_claim = null, operator_roles = '{"desk": "support"}'`;
      expect(await operatorOf(claims('desk'))).toBeNull();
      expect(await stored()).toEqual([]);
    });

    test('one who is disabled is none, and their token does not change that', async () => {
      const id = await operatorOf(claims('desk'));
      await sql`update callback_private.operators set disabled_at = now()`;
      expect(await operatorOf(claims('boss'))).toBeNull();
      expect(await stored()).toEqual([
        { id, subject: ann.id, name: 'Ann', role: 'support', is_disabled: true },
      ]);
      await expectRefusal(overview(api, id), 'forbidden');
      await sql`update callback_private.operators set disabled_at = null`;
      expect(await operatorOf(claims('desk'))).toBe(id);
    });

    test('twenty at once make one', async () => {
      const ids = await Promise.all(Array.from({ length: 20 }, () => operatorOf(claims('desk'))));
      expect(new Set(ids).size).toBe(1);
      expect(await stored()).toHaveLength(1);
    });

    test('a name that breaks lines or lasts for ever is cut, or left out', async () => {
      await operatorOf(claims('desk', { name: 'a\nb' }));
      expect(await stored()).toMatchObject([{ name: null }]);
      await operatorOf(claims('desk', { name: 'x'.repeat(200) }));
      expect(await stored()).toMatchObject([{ name: 'x'.repeat(100) }]);
    });

    test.each([undefined, null, ' ', 'a\nb'])('the name stays when a token has %j for it', async (name) => {
      await operatorOf(claims('desk'));
      await operatorOf(claims('boss', { name }));
      expect(await stored()).toMatchObject([{ name: 'Ann', role: 'admin' }]);
    });

    test('is for the service alone', async () => {
      expect(await asService(sql, (as) => operatorOf(claims('desk'), as))).toMatch(/^[0-9a-f-]{36}$/);
      for (const attempt of [
        asToken(claims('desk'), (as) => operatorOf(claims('desk'), as)),
        asAnon(sql, (as) => operatorOf(claims('desk'), as)),
      ])
        expect((await attempt.catch((e) => e)).code).toBe('42501');
    });
  });

  describe('acting as an operator', () => {
    test('by the own token, and only with a role that is high enough', async () => {
      expect(await asToken(claims('intern'), (as) => overview(as))).toEqual([{ days: '30' }]);
      const close = (as: Executor) => as`select close_callback_request(gen_random_uuid())`;
      await expectRefusal(asToken(claims('intern'), close), 'forbidden');
      for (const role of ['desk', 'boss']) await expectRefusal(asToken(claims(role), close), 'not_found');
    });

    test('by a trusted caller who names an operator', async () => {
      const id = await operatorOf(claims('intern'));
      expect(await overview(api, id)).toEqual([{ days: '30' }]);
      await expectRefusal(
        api`select close_callback_request(gen_random_uuid(), p_operator_id := ${id})`,
        'forbidden',
      );
      await expectRefusal(overview(api, ann.id), 'forbidden');
    });

    test('never by null: closing needs an operator, for every caller', async () => {
      await operatorOf(claims('boss'));
      await expectRefusal(api`select close_callback_request(gen_random_uuid())`, 'forbidden');
      await expectRefusal(
        asService(sql, (as) => as`select close_callback_request(gen_random_uuid())`),
        'forbidden',
      );
    });

    test('never for a user or a visitor, also one who names an operator or claims a role', async () => {
      const id = await operatorOf(claims('boss'));
      const stranger = await person(database);
      for (const named of [null, id, stranger.id])
        await expectRefusal(
          asUser(sql, stranger.id, (as) => overview(as, named)),
          'forbidden',
        );
      await expectRefusal(
        asToken({ sub: ann.id, operator: true, user_metadata: { role: 'boss' } }, (as) => overview(as)),
        'forbidden',
      );
      const visitor = await asAnon(sql, (as) => overview(as, id)).catch((e) => e);
      expect(visitor.code).toBe('42501');
    });

    test('one operator cannot name another', async () => {
      const boss = await operatorOf({ ...claims('boss'), sub: 'the boss' });
      await expectRefusal(
        asToken(claims('intern'), (as) => overview(as, boss)),
        'forbidden',
      );
    });
  });

  describe('the settings', () => {
    test.each([
      '{"desk": "owner"}',
      '{"desk": null}',
      '{"desk": 1}',
      '{"desk": ["admin"]}',
      '{"a": "viewer", "b": ""}',
      '[]',
      '"x"',
    ])('the roles %s are refused', async (roles) => {
      const error =
        await sql`update callback_private.settings set operator_roles = ${roles}::text::jsonb`.catch(
          (e) => e,
        );
      expect(error.constraint_name).toBe('settings_operator_roles_check');
    });

    test.each([
      '',
      'user_metadata',
      'user_metadata.role',
      'unsafe_metadata',
      'unsafe_metadata.role',
      'x'.repeat(201),
    ])('the claim %j is refused: people write it themselves, or it is none', async (claim) => {
      const error = await sql`update callback_private.settings set operator_claim = ${claim}`.catch((e) => e);
      expect(error.constraint_name).toBe('settings_operator_claim_check');
    });
  });

  describe('the audit', () => {
    test('takes rows and gives none back before their time, not even to the owner', async () => {
      const id = await operatorOf(claims('desk'));
      await sql`select callback_private.write_audit(${id}, 'test', 'nothing', '1')`;
      for (const statement of [
        'update callback_private.audit set action = null',
        'delete from callback_private.audit',
        'truncate callback_private.audit',
        'truncate callback_private.operators cascade',
      ])
        expect((await sql.unsafe(statement).catch((e) => e)).message, statement).toBe(
          'The audit is append-only.',
        );
      const rows = await sql`select operator_id, action from callback_private.audit`;
      expect(rows).toContainEqual({ operator_id: id, action: 'test' });
    });

    test('is written and read by nobody else', async () => {
      for (const statement of [
        'select from callback_private.audit',
        'insert into callback_private.audit (operator_id, action, subject_kind, subject_id) select id, $$x$$, $$x$$, $$x$$ from callback_private.operators',
        'delete from callback_private.audit',
      ]) {
        for (const attempt of [
          () => asToken(claims('boss'), (as) => as.unsafe(statement)),
          () => asService(sql, (as) => as.unsafe(statement)),
          () => api.unsafe(statement),
        ])
          expect((await attempt().catch((e) => e)).code, statement).toBe('42501');
      }
    });
  });
});
