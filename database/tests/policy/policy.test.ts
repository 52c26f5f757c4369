/** The policy: what a setting is, read from the catalogue; changing and previewing it. */
import {
  asAnon,
  asUser,
  expectRefusal,
  person,
  type TestDatabase,
  testDatabase,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';
import { changePolicy, getPolicy, getSetting, listChanges, operator, undoChange } from './support.ts';

describe.each(VERSIONS)('the policy on PostgreSQL %i', (version) => {
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
      ['risk_mode', { type: 'text', choices: ['off', 'watch', 'on'] }],
      ['requests_from', { type: 'text', choices: ['everyone', 'trusted_for_urgent', 'trusted'] }],
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
});
