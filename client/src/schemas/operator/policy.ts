/** The marketplace's policy: its settings with their history, and the switches that stop new requests. */
import * as z from 'zod/mini';
import { MAX_LENGTH } from '../../text.ts';
import { SETTING_GROUPS, SETTING_TYPES, SWITCH_KINDS } from '../../vocabulary.ts';
import { Count, Cursor, Id, Instant, Limit, openWord } from '../scalars.ts';
import { line, lines } from '../text.ts';

const SettingName = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,62}$/, 'must be the name of a setting'));

const SettingValue = z.nullable(
  z.union([
    z.boolean(),
    z.number(),
    z.string(),
    z.array(z.string()),
    z.record(z.string(), z.union([z.string(), z.number()])),
  ]),
);
export type SettingValue = z.output<typeof SettingValue>;

const Revision = z.string().check(z.regex(/^[0-9]{1,18}$/, 'must be the `revision` of the policy'));

const ChangedBy = z
  .object({
    operator_id: z.nullable(Id),
    name: z.string().check(z.describe('The operator; of a change by SQL, the database role.')),
  })
  .check(z.describe('Who changed it.'));

export const Setting = z
  .object({
    name: z.string(),
    group: openWord(SETTING_GROUPS),
    type: openWord(SETTING_TYPES).check(
      z.describe('The form of its value. A duration is text in ISO 8601: PT24H, P7D.'),
    ),
    nullable: z.boolean().check(z.describe('Whether null is a value; the meaning says of what.')),
    value: SettingValue,
    hidden: z.boolean().check(z.describe('Admins alone read the value: it is an address.')),
    default: SettingValue,
    unit: z.nullable(openWord(['per_day'])),
    min: SettingValue.check(z.describe('The least value, where there is one.')),
    max: SettingValue.check(z.describe('The greatest value, where there is one.')),
    choices: z.nullable(
      z
        .array(z.string())
        .check(z.describe('The values that a list or a text may have, where they are known.')),
    ),
    rule: z.nullable(z.string().check(z.describe('What a value must be, in a sentence.'))),
    meaning: z.string(),
    changed_at: z.nullable(Instant),
    changed_by: z.nullable(ChangedBy),
  })
  .register(z.globalRegistry, { id: 'Setting', description: 'One setting of the policy.' });
export type Setting = z.output<typeof Setting>;

export const Policy = z
  .object({
    revision: z.string().check(z.describe('The id of the last change; changes name it.')),
    settings: z.array(Setting).check(z.describe('By group.')),
  })
  .register(z.globalRegistry, { id: 'Policy', description: 'Every setting of the marketplace.' });
export type Policy = z.output<typeof Policy>;

export const ChangePolicy = z
  .strictObject({
    changes: z.record(SettingName, SettingValue).check(z.describe('The new value of each setting.')),
    revision: Revision.check(z.describe('The revision that the caller has read.')),
    preview: z._default(z.boolean(), false).check(z.describe('Check it and answer what would change.')),
  })
  .register(z.globalRegistry, {
    id: 'ChangePolicy',
    description: 'Changes settings, all or none.',
    examples: [{ changes: { expires_after: 'P5D', requests_per_user_per_day: 20 }, revision: '0' }],
  });
export type ChangePolicy = z.input<typeof ChangePolicy>;

const Difference = z.object({
  setting: z.string().check(z.describe('A setting’s name, or switch/<kind>/<value>.')),
  old: SettingValue,
  new: SettingValue,
  hidden: z.boolean().check(z.describe('Admins alone read the two values.')),
});

export const PolicyDifferences = z
  .object({
    revision: z.string().check(z.describe('After the change.')),
    changes: z.array(Difference).check(z.describe('Settings whose value is now another, or would be.')),
  })
  .register(z.globalRegistry, {
    id: 'PolicyDifferences',
    description: 'What a change of the policy changes.',
  });
export type PolicyDifferences = z.output<typeof PolicyDifferences>;

export const ListPolicyChangesQuery = z.strictObject({
  setting: z.optional(z.string().check(z.maxLength(300), z.describe('Only changes of this setting.'))),
  limit: Limit,
  cursor: z.optional(Cursor),
});
export type ListPolicyChanges = z.input<typeof ListPolicyChangesQuery>;

export const PolicyChange = z
  .object({
    id: z.string(),
    at: Instant,
    changed_by: ChangedBy,
    changes: z.array(Difference),
    undoes: z.nullable(z.string().check(z.describe('The change that this one undid.'))),
    can_undo: z.boolean().check(z.describe('No later change touched the same settings.')),
  })
  .register(z.globalRegistry, { id: 'PolicyChange', description: 'Settings that were changed together.' });
export type PolicyChange = z.output<typeof PolicyChange>;

export const PolicyChangePage = z
  .object({ items: z.array(PolicyChange), next_cursor: z.nullable(Cursor) })
  .register(z.globalRegistry, {
    id: 'PolicyChangePage',
    description: 'Changes of the policy, newest first.',
  });
export type PolicyChangePage = z.output<typeof PolicyChangePage>;

export const PolicyChangeParams = z.strictObject({
  id: z.string().check(z.regex(/^[0-9]{1,18}$/, 'must be the id of a change')),
});

export const Switch = z
  .object({
    kind: openWord(SWITCH_KINDS),
    value: z.string().check(z.describe('The category or country; `all` where everything is off.')),
    notice: z.nullable(z.string().check(z.describe('What buyers read instead of the button.'))),
    since: z.nullable(Instant),
    changed_by: z.nullable(ChangedBy),
  })
  .register(z.globalRegistry, { id: 'Switch', description: 'New requests are off for these listings.' });
export type Switch = z.output<typeof Switch>;

const SwitchValues = z
  .array(z.object({ value: z.string(), listings: Count }))
  .check(z.describe('The most frequent among the first 10,000 listings.'));

export const Switches = z
  .object({
    items: z.array(Switch).check(z.describe('What is off.')),
    categories: SwitchValues,
    countries: SwitchValues,
  })
  .register(z.globalRegistry, { id: 'Switches', description: 'What is off, and what can be.' });
export type Switches = z.output<typeof Switches>;

export const SwitchParams = z.strictObject({
  kind: z.enum(SWITCH_KINDS),
  value: line(MAX_LENGTH.switches_value, 1),
});

export const SetSwitch = z
  .strictObject({
    off: z.boolean().check(z.describe('Whether new requests are refused.')),
    notice: z.nullish(
      lines(MAX_LENGTH.switches_notice).check(z.describe('Plain text for buyers, shown as it is written.')),
    ),
  })
  .register(z.globalRegistry, {
    id: 'SetSwitch',
    description: 'Turns new requests off or on.',
    examples: [{ off: true, notice: 'Callbacks are back on Monday.' }],
  });
export type SetSwitch = z.input<typeof SetSwitch>;
