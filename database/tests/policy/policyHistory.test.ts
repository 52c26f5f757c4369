/** Changes of the policy that meet, undoing one, and the history, which nobody changes. */
import {
  expectRefusal,
  maintainAll,
  openTransaction,
  type TestDatabase,
  testDatabase,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';
import {
  changePolicy,
  getPolicy,
  getSetting,
  listChanges,
  operator,
  setSwitch,
  undoChange,
} from './support.ts';

describe.each(VERSIONS)('the policy on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let sql: Sql;
  let api: Sql;
  let ann: string;
  beforeAll(async () => {
    database = await testDatabase({ version });
    ({ sql, api } = database);
    ann = await operator(sql, 'admin', 'Ann');
  });
  beforeEach(async () => {
    await sql`update callback_private.settings set expires_after = default, remind_after = default, brand_name = default,
      channels = default, requests_per_user_per_day = default, operator_roles = default, time_zone = default`;
  });

  const revision = async () => (await getPolicy(api)).revision;
  const expiresAfter = async () => (await getSetting(api, 'expires_after')).value;

  describe('a conflict', () => {
    test('is a later change of the same setting, not of another', async () => {
      const read = await revision();
      await changePolicy(api, ann, { expires_after: 'P5D' });
      const refusal = await expectRefusal(
        changePolicy(api, ann, { expires_after: 'P6D' }, { revision: read }),
        'conflict',
      );
      expect(refusal.detail).toEqual({ field: 'expires_after' });
      expect(refusal.message).toMatch(/changed meanwhile by Ann/);
      await expectRefusal(
        changePolicy(api, ann, { expires_after: 'P6D' }, { revision: read, preview: true }),
        'conflict',
      );
      await changePolicy(api, ann, { brand_name: 'Sellar' }, { revision: read });
      expect(await expiresAfter()).toBe('P5D');
    });

    test('not for the same change sent again', async () => {
      const read = await revision();
      await changePolicy(api, ann, { expires_after: 'P5D' }, { revision: read });
      expect(await changePolicy(api, ann, { expires_after: 'P5D' }, { revision: read })).toEqual({
        ...{ revision: await revision(), changes: [] },
      });
    });

    test('between two at once: the second waits, then is refused', async () => {
      const read = await revision();
      const first = await openTransaction(database.apiUrl);
      await changePolicy(first, ann, { expires_after: 'P5D' }, { revision: read });
      const second = expectRefusal(
        changePolicy(api, ann, { expires_after: 'P6D' }, { revision: read }),
        'conflict',
      );
      await first`commit`;
      await second;
    });

    test.each(['', 'x', '-1', null])('the revision %j is none', async (given) => {
      const attempt = api`select change_callback_policy('{}', ${given}, false, ${ann})`;
      await expectRefusal(attempt, 'invalid_input');
    });
  });

  describe('undoing a change', () => {
    test('sets back what it set, by name, and can be undone itself', async () => {
      const { revision: id } = await changePolicy(api, ann, { expires_after: 'P5D', brand_name: 'Sellar' });
      const undone = await undoChange(api, ann, id);
      expect(undone.changes).toEqual([
        { setting: 'brand_name', old: 'Sellar', new: null, hidden: false },
        { setting: 'expires_after', old: 'P5D', new: 'P7D', hidden: false },
      ]);
      const { items } = await listChanges(api, null, 2);
      expect(items).toMatchObject([
        { id: undone.revision, undoes: id, can_undo: true, changed_by: { name: 'Ann' } },
        { id, undoes: null, can_undo: false },
      ]);
      await undoChange(api, ann, undone.revision);
      expect(await expiresAfter()).toBe('P5D');
    });

    test('twice is the same as once', async () => {
      const { revision: id } = await changePolicy(api, ann, { expires_after: 'P5D' });
      const first = await undoChange(api, ann, id);
      expect(await undoChange(api, ann, id)).toEqual(first);
    });

    test('is refused when a later change touched the same setting', async () => {
      const { revision: id } = await changePolicy(api, ann, { expires_after: 'P5D', brand_name: 'Sellar' });
      await sql`update callback_private.settings set brand_name = 'Other'`;
      const refusal = await expectRefusal(undoChange(api, ann, id), 'conflict');
      expect(refusal.detail).toEqual({ field: 'brand_name' });
      expect(await expiresAfter()).toBe('P5D');
    });

    test('is validated as any change', async () => {
      await sql`alter table callback_private.settings add constraint settings_test_check check (expires_after < interval '6 days') not valid`;
      await sql`comment on constraint settings_test_check on callback_private.settings is 'expires_after: must be below 6 days.'`;
      try {
        const { revision: id } = await changePolicy(api, ann, { expires_after: 'P5D' });
        const refusal = await expectRefusal(undoChange(api, ann, id), 'invalid_input');
        expect(refusal.message).toBe('expires_after must be below 6 days.');
      } finally {
        await sql`alter table callback_private.settings drop constraint settings_test_check`;
      }
    });

    test.each(['0', '999999', 'x', null])('%j is no change', async (id) => {
      await expectRefusal(undoChange(api, ann, id as string), 'not_found');
    });
  });

  describe('the history', () => {
    test('has a change by psql, under the role', async () => {
      await sql`update callback_private.settings set expires_after = '3 days', brand_name = 'Sellar'`;
      const [{ session_user } = {}] = await sql`select session_user`;
      expect((await listChanges(api, 'brand_name', 1)).items).toMatchObject([
        {
          changed_by: { operator_id: null, name: session_user },
          changes: [
            { setting: 'brand_name', old: null, new: 'Sellar', hidden: false },
            { setting: 'expires_after', old: 'P7D', new: 'P3D', hidden: false },
          ],
        },
      ]);
    });

    test('a change by psql after one of an operator in the same transaction is not theirs', async () => {
      await sql.begin(async (as) => {
        await changePolicy(as, ann, { expires_after: 'P5D' });
        await as`update callback_private.settings set expires_after = '4 days'`;
      });
      const { items } = await listChanges(api, 'expires_after', 2);
      expect(items.map(({ changed_by }) => changed_by.operator_id)).toEqual([null, ann]);
    });

    test('is read page by page, of all settings or of one', async () => {
      for (const days of [2, 3, 4]) await changePolicy(api, ann, { expires_after: `P${days}D` });
      await changePolicy(api, ann, { brand_name: 'Sellar' });
      const values: unknown[] = [];
      let cursor: string | null = null;
      for (let pages = 0; pages < 3; pages++) {
        const page: Awaited<ReturnType<typeof listChanges>> = await listChanges(
          api,
          'expires_after',
          1,
          cursor,
        );
        values.push(page.items[0]?.changes[0]?.new);
        cursor = page.next_cursor;
      }
      expect(values).toEqual(['P4D', 'P3D', 'P2D']);
      expect((await listChanges(api, null, 1)).items[0]?.changes[0]?.setting).toBe('brand_name');
      await expectRefusal(listChanges(api, null, 101), 'invalid_input');
      await expectRefusal(listChanges(api, null, 1, 'x'), 'invalid_input');
    });

    test('nobody changes it, and it goes when the audit does', async () => {
      await changePolicy(api, ann, { expires_after: 'P5D' });
      await setSwitch(api, ann, 'category', 'Boats', false);
      for (const statement of [
        'update callback_private.policy_changes set old = new',
        'delete from callback_private.policy_changes',
        'truncate callback_private.policy_changes',
      ])
        expect((await sql.unsafe(statement).catch((e) => e)).message, statement).toMatch('append-only');
      for (const table of ['policy_changes', 'switches'])
        expect((await api`select from ${api(`callback_private.${table}`)}`.catch((e) => e)).code).toBe(
          '42501',
        );
    });

    test('maintenance deletes what is older than audit_kept_for', async () => {
      await changePolicy(api, ann, { expires_after: 'P5D' });
      await sql`alter table callback_private.policy_changes disable trigger policy_changes_append_only`;
      await sql`update callback_private.policy_changes set at = now() - interval '3 years'`;
      await sql`alter table callback_private.policy_changes enable trigger policy_changes_append_only`;
      await changePolicy(api, ann, { brand_name: 'Sellar' });
      await maintainAll(sql);
      expect((await listChanges(api)).items).toHaveLength(1);
      expect(await getSetting(api, 'expires_after')).toMatchObject({ value: 'P5D', changed_at: null });
    });
  });
});
