/** The policy: what a setting is, read from the catalogue; changing, previewing and undoing it; its history. */
import {
  asAnon,
  asUser,
  EVERY_VERSION,
  expectRefusal,
  openTransaction,
  person,
  type TestDatabase,
  testDatabase,
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

describe.each(EVERY_VERSION)('the policy on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let sql: Sql;
  let api: Sql;
  let ann: string;
  let viewer: string;
  let support: string;
  beforeAll(async () => {
    database = await testDatabase({ version });
    ({ sql, api } = database);
    [ann, viewer, support] = await Promise.all([
      operator(sql, 'admin', 'Ann'),
      operator(sql, 'viewer'),
      operator(sql, 'support'),
    ]);
  });
  beforeEach(async () => {
    await sql`update callback_private.settings set expires_after = default, remind_after = default, brand_name = default,
      channels = default, requests_per_user_per_day = default, operator_roles = default, time_zone = default`;
  });

  const revision = async () => (await getPolicy(api)).revision;
  const expiresAfter = async () => (await getSetting(api, 'expires_after')).value;

  describe('what a setting is', () => {
    test('every column has a group, a type, a meaning and, where it is no yes or no, a rule; its default is allowed', async () => {
      const { settings } = await getPolicy(api);
      const [{ count } = { count: 0 }] = await sql<{ count: number }[]>`
        select count(*)::int - 1 as count from pg_attribute
        where attrelid = 'callback_private.settings'::regclass and attnum > 0 and not attisdropped`;
      expect(settings).toHaveLength(count);
      for (const setting of settings) {
        expect(setting.group, `${setting.name} needs its line in setting_groups()`).toEqual(
          expect.any(String),
        );
        expect(setting.type, `setting_type() lacks the type of ${setting.name}`).toEqual(expect.any(String));
        expect(setting.meaning, `the column ${setting.name} needs a comment`).toMatch(/^[A-Z].*\.$/s);
        if (setting.type !== 'boolean')
          expect(setting.rule, `the CHECK of ${setting.name} needs a comment`).toMatch(/^Must be .*\.$/);
        if (['duration', 'integer'].includes(String(setting.type)))
          expect([setting.min, setting.max], setting.name).not.toContain(null);
      }
      const defaults = Object.fromEntries(settings.map((setting) => [setting.name, setting.default]));
      expect((await changePolicy(api, ann, defaults, { preview: true })).revision).toBe(await revision());
    });

    test('every group is one of settings that are there', async () => {
      const { settings } = await getPolicy(api);
      const groups = await sql<{ name: string }[]>`select name from callback_private.setting_groups()`;
      expect(groups.map(({ name }) => name)).toEqual(settings.map(({ name }) => name));
    });

    test('no setting is a secret', async () => {
      const { settings } = await getPolicy(api);
      expect(settings.filter(({ name }) => /secret|password|token|_key$/.test(name))).toEqual([]);
    });

    test('addresses are for admins alone, also in the history', async () => {
      await changePolicy(api, ann, { brand_reply_to: 'help@example.com', alert_emails: ['ops@example.com'] });
      for (const as of [viewer, support, ann, null]) {
        const policy = JSON.stringify([await getPolicy(api, as), await listChanges(api, null, 1, null, as)]);
        for (const address of ['help@example.com', 'ops@example.com'])
          expect(policy.split(address).length - 1).toBe(as === ann || as === null ? 2 : 0);
      }
      expect((await listChanges(api, null, 1, null, viewer)).items[0]?.changes).toEqual([
        { setting: 'alert_emails', old: null, new: null, hidden: true },
        { setting: 'brand_reply_to', old: null, new: null, hidden: true },
      ]);
    });

    test('a duration is written as ISO 8601 has it, whatever the session prefers', async () => {
      await sql.begin(async (as) => {
        await as`set local intervalstyle = 'postgres_verbose'`;
        expect(await getSetting(as, 'expires_after')).toMatchObject({
          ...{ type: 'duration', value: 'P7D', default: 'P7D', min: 'PT1H', max: 'P90D', nullable: false },
          ...{ rule: 'Must be between 1 hour and 90 days.', meaning: 'How long a request stays open.' },
        });
      });
    });

    test.each<[string, object]>([
      ['requests_per_user_per_day', { type: 'integer', default: 10, min: 1, max: 10000, unit: 'per_day' }],
      ['remind_after', { type: 'duration', nullable: true, default: 'PT24H', min: 'PT30M', unit: null }],
      ['audit_kept_for', { type: 'duration', default: 'P2Y', min: 'P90D', max: 'P20Y' }],
      ['channels', { type: 'list', default: [], choices: ['email', 'sms', 'expo_push', 'web_push'] }],
      ['allowed_phone_regions', { type: 'list', default: null, choices: null }],
      ['operator_roles', { type: 'object', default: {} }],
      ['brand_name', { type: 'text', default: null, min: null, max: 60 }],
      ['brand_address', { type: 'lines', max: 300 }],
      ['urgent_overrides_quiet_hours', { type: 'boolean', default: true, rule: null, min: null }],
    ])('%s', async (name, expected) => {
      expect(await getSetting(api, name)).toMatchObject(expected);
    });
  });

  describe('changing it', () => {
    test('sets all, answers what changed and names who did it', async () => {
      const before = await revision();
      const answer = await changePolicy(api, ann, {
        expires_after: 'P5D',
        brand_name: 'Sellar',
        channels: [],
      });
      expect(answer).toEqual({
        revision: String(Number(before) + 1),
        changes: [
          { setting: 'brand_name', old: null, new: 'Sellar', hidden: false },
          { setting: 'expires_after', old: 'P7D', new: 'P5D', hidden: false },
        ],
      });
      const { changed_by, changed_at, value } = await getSetting(api, 'expires_after');
      expect({ changed_by, value }).toEqual({ changed_by: { operator_id: ann, name: 'Ann' }, value: 'P5D' });
      expect(Date.now() - Date.parse(String(changed_at))).toBeLessThan(60_000);
      const [audited] = await sql`select * from callback_private.audit order by id desc limit 1`;
      expect(audited).toMatchObject({
        ...{ operator_id: ann, action: 'change_callback_policy', subject_id: answer.revision },
        data: { settings: ['brand_name', 'expires_after'] },
      });
    });

    test('takes every form of value', async () => {
      const changes = {
        requests_per_user_per_day: 20,
        remind_after: null,
        channels: ['email', 'sms'],
        operator_roles: { desk: 'support' },
        new_request_after_withdrawal: false,
        time_zone: 'Africa/Accra',
      };
      await changePolicy(api, ann, changes);
      const { settings } = await getPolicy(api);
      const values = Object.fromEntries(settings.map(({ name, value }) => [name, value]));
      expect(values).toMatchObject(changes);
      await changePolicy(api, ann, { new_request_after_withdrawal: true });
    });

    test('a preview answers the same and changes nothing', async () => {
      const before = await getPolicy(api);
      const { changes } = await changePolicy(api, ann, { expires_after: 'P5D' }, { preview: true });
      expect(changes).toEqual([{ setting: 'expires_after', old: 'P7D', new: 'P5D', hidden: false }]);
      expect(await getPolicy(api)).toEqual(before);
      await expectRefusal(
        changePolicy(api, ann, { expires_after: 'P91D' }, { preview: true }),
        'invalid_input',
      );
    });

    test('what changes nothing leaves no trace', async () => {
      const [before, audited] = [await revision(), await sql`select count(*) from callback_private.audit`];
      expect(await changePolicy(api, ann, { expires_after: 'P7D' })).toEqual({
        revision: before,
        changes: [],
      });
      expect(await sql`select count(*) from callback_private.audit`).toEqual(audited);
    });

    test.each<[string, unknown, RegExp]>([
      ['expires_after', 'PT30M', /^expires_after must be between 1 hour and 90 days\.$/],
      ['expires_after', null, /^expires_after is required\.$/],
      [
        'expires_after',
        'soon',
        /^expires_after must be of type duration\. Must be between 1 hour and 90 days\.$/,
      ],
      ['expires_after', 7, /must be of type duration/],
      ['requests_per_user_per_day', 0, /^requests_per_user_per_day must be between 1 and 10000\.$/],
      ['requests_per_user_per_day', 1.5, /must be of type integer/],
      ['requests_per_user_per_day', 1e12, /must be of type integer/],
      ['requests_per_user_per_day', '10', /must be of type integer/],
      ['channels', ['fax'], /^channels must be email, sms, expo_push or web_push/],
      ['channels', [['email']], /must be of type list/],
      ['channels', 'email', /must be of type list/],
      ['operator_roles', { desk: 'owner' }, /^operator_roles must be a JSON object/],
      ['operator_roles', [], /must be of type object/],
      ['brand_name', '\u202e', /^brand_name must be 1 to 60 characters/],
      ['brand_name', ['Sellar'], /must be of type text/],
      ['new_request_after_withdrawal', 'true', /must be of type boolean/],
      ['time_zone', 'Mars/Olympus', /^time_zone must be a time zone name/],
      ['only_row', false, /^only_row is not a setting\.$/],
      ['switch/everything/all', {}, /is not a setting\.$/],
      ['x"; drop table callback_requests', 1, /is not a setting\.$/],
    ])('%s must not be %j', async (name, value, sentence) => {
      const before = await getPolicy(api);
      const attempt = changePolicy(api, ann, { brand_name: 'Sellar', [name]: value });
      const refusal = await expectRefusal(attempt, 'invalid_input');
      expect(refusal.message).toMatch(sentence);
      expect(refusal.detail).toEqual({ field: name });
      expect(await getPolicy(api)).toEqual(before);
    });

    test.each([null, 7, [], 'x'])('changes must be an object, not %j', async (changes) => {
      await expectRefusal(changePolicy(api, ann, changes as never), 'invalid_input');
    });

    test('only an admin does; viewers and support read', async () => {
      const { id } = await person(database);
      for (const as of [viewer, support, null]) {
        await expectRefusal(changePolicy(api, as, { expires_after: 'P5D' }), 'forbidden');
        await expectRefusal(undoChange(api, as, '1'), 'forbidden');
      }
      for (const as of [viewer, support, ann, null])
        expect((await getPolicy(api, as)).settings).not.toEqual([]);
      for (const read of ['get_callback_policy()', 'list_callback_policy_changes()'])
        await expectRefusal(
          asUser(sql, id, (as) => as.unsafe(`select ${read}`)),
          'forbidden',
        );
      const visitor = await asAnon(sql, (as) => as`select get_callback_policy()`).catch((e) => e);
      expect(visitor.code).toBe('42501');
    });
  });

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
      await sql`select run_callback_maintenance()`;
      expect((await listChanges(api)).items).toHaveLength(1);
      expect(await getSetting(api, 'expires_after')).toMatchObject({ value: 'P5D', changed_at: null });
    });
  });
});
