/** Operators as others see them, and who disables whom. */
import { randomUUID } from 'node:crypto';
import {
  expectRefusal,
  type TestDatabase,
  testDatabase,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';
import { firstOf, signInOn } from './support/signIn.ts';

describe.each(VERSIONS)('on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let sql: Sql;
  let api: Sql;
  let { command, signedIn, used, disable, auditOf } = {} as ReturnType<typeof signInOn>;
  beforeAll(async () => {
    database = await testDatabase({ version });
    ({ sql, api } = database);
    ({ command, signedIn, used, disable, auditOf } = signInOn(database));
  });

  test('an operator who is disabled loses every session at once, and may come back', async () => {
    const admin = await signedIn('admin');
    const name = randomUUID();
    const [one, two] = [await signedIn('support', name), await signedIn('support', name)];
    expect(await disable(admin, one.id)).toMatchObject({ disabled_at: expect.any(String), sessions: 0 });
    expect([await used(one), await used(two)]).toEqual([null, null]);
    expect(await disable(admin, one.id, false)).toMatchObject({ disabled_at: null });
    expect(await used(one), 'what has ended stays so').toBeNull();
    expect(await used(await signedIn('support', name))).not.toBeNull();
    expect((await auditOf(admin.id)).slice(-2).map(({ action, data }) => [action, data])).toEqual([
      ['set_operator_access', { disabled: true }],
      ['set_operator_access', { disabled: false }],
    ]);
  });

  test('an operator who gets another role has to sign in again', async () => {
    const name = randomUUID();
    const before = await signedIn('admin', name);
    const after = await signedIn('viewer', name);
    expect(await used(before)).toBeNull();
    expect(await used(after)).toMatchObject({ id: before.id, role: 'viewer' });
  });

  test('an operator disables others as admin alone, and never themselves', async () => {
    const [admin, support] = [await signedIn('admin'), await signedIn('support')];
    await expectRefusal(disable(support, admin.id), 'forbidden');
    await expectRefusal(disable(admin, admin.id), 'forbidden');
    await expectRefusal(disable(admin, randomUUID()), 'not_found');
  });

  test('the operator of a command who is disabled gives no more', async () => {
    const id = await command('eve');
    await disable(await signedIn('admin'), id);
    await expectRefusal(command('eve'), 'forbidden');
    await expectRefusal(command(''), 'invalid_input');
    expect(await command('adam')).toEqual(expect.any(String));
  });

  test('an operator sees all others, page by page', async () => {
    const viewer = await signedIn('viewer');
    const page = (cursor: string | null) =>
      firstOf<{ items: { id: string }[]; next_cursor: string | null }>(
        api`select public.list_callback_operators(2, ${cursor}, ${viewer.id})`,
      );
    const ids: string[] = [];
    for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
      const { items, next_cursor } = await page(cursor);
      ids.push(...items.map(({ id }) => id));
      cursor = next_cursor;
    }
    const [row] = await sql`select count(*)::int from callback_private.operators`;
    expect(new Set(ids).size).toBe(row?.count);
    expect(ids).toHaveLength(row?.count);
    expect((await page(null)).items[0]).toMatchObject({ id: viewer.id, sessions: 1, role: 'viewer' });
  });
});
