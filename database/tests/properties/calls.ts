/** Random calls of every function that a caller reaches, with arguments that are mostly sensible, sometimes odd and sometimes NULL. */

import { PUSH_KEYS } from '@ringback/testing/database/pushKeys.ts';
import fc from 'fast-check';
import { PUBLIC_FOR_USERS } from '../security/support/allowed.ts';
import { parametersOf } from '../security/support/signatures.ts';

export type Ids = { people: string[]; listings: string[]; requests: string[]; notifications: string[] };
type Known = keyof Ids;
/** An argument as PostgreSQL reads it from text, or a place in one of the lists of known ids. */
export type Argument = string | null | { known: Known; place: number };
type Parameter = { type: string; of: fc.Arbitrary<Argument> };
export type Call = { function: string; arguments: Argument[]; signedIn: number | null };

const mostly = (usual: fc.Arbitrary<Argument>, odd: fc.Arbitrary<Argument>): fc.Arbitrary<Argument> =>
  fc.oneof(
    { weight: 10, arbitrary: usual },
    { weight: 1, arbitrary: odd },
    { weight: 1, arbitrary: fc.constant(null) },
  );
const words = (...some: string[]): Parameter => ({
  type: 'text',
  of: mostly(fc.constantFrom(...some), anyText),
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 1200 }),
  fc.constantFrom(
    '',
    ' ',
    '\n',
    '\u0000',
    '\ud800',
    '\u202e',
    "'; drop table callback_requests; --",
    'x'.repeat(100_000),
  ),
);
const anyDays = fc.array(
  fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom('Monday', 'Friday', 'Sunday') },
    fc.constantFrom(null, '', 'monday'),
  ),
  { maxLength: 8 },
);
const someContent = fc.record(
  {
    requester_phone: fc.constant('+442079460958'),
    requester_name: fc.constant('Ada'),
    message: anyText,
    preferred_days: anyDays,
  },
  { requiredKeys: [] },
);

const uuid = (known: Known): Parameter => ({
  type: 'uuid',
  of: mostly(
    fc.nat().map((place) => ({ known, place })),
    fc.oneof(fc.uuid(), fc.constantFrom('', 'nonsense', '00000000-0000-0000-0000-000000000000')),
  ),
});
const number: Parameter = {
  type: 'integer',
  of: mostly(
    fc.integer({ min: -2, max: 101 }).map(String),
    fc.oneof(fc.integer().map(String), fc.constantFrom('2147483648', '-1e40', '1.5', 'NaN', 'many', '')),
  ),
};
const days: Parameter = {
  type: 'text[]',
  of: mostly(anyDays.map(toArrayLiteral), fc.constantFrom('{', '{{Monday},{Sunday}}')),
};
const content: Parameter = {
  type: 'jsonb',
  of: mostly(
    someContent.map((it) => JSON.stringify(it)),
    fc.oneof(fc.json(), fc.constantFrom('{', '{"message": "\\u0000"}')),
  ),
};
const phone: Parameter = {
  type: 'text',
  of: mostly(fc.constantFrom('+442079460958', '+12133734253', ' +33142685300\n', '+19002345678'), anyText),
};
const text: Parameter = { type: 'text', of: mostly(fc.string({ minLength: 1, maxLength: 60 }), anyText) };
const cursor: Parameter = {
  type: 'text',
  of: mostly(fc.uint8Array({ minLength: 24, maxLength: 24 }).map(toCursor), anyText),
};
const flag: Parameter = {
  type: 'boolean',
  of: mostly(fc.constantFrom('true', 'false'), fc.constant('perhaps')),
};
const someTypes = fc.subarray(['new_request', 'request_reminder', 'nonsense'], { maxLength: 2 });
const preferences: Parameter = {
  type: 'jsonb',
  of: mostly(
    fc
      .record(
        {
          email: someTypes,
          sms: someTypes,
          quiet_hours: fc.constantFrom(null, { from: '22:00', until: '07:00' }, { from: '22:00' }, {}),
          time_zone: anyText,
          locale: fc.constantFrom('fr', 'pt-BR', 'nonsense language', null),
        },
        { requiredKeys: [] },
      )
      .map((it) => JSON.stringify(it)),
    fc.json(),
  ),
};
const token = words('ExponentPushToken[a]', 'https://fcm.googleapis.com/fcm/send/a', 'https://example.com/a');
const device: Parameter = {
  type: 'jsonb',
  of: mostly(
    fc.constantFrom('{"kind": "expo", "locale": "ar"}', JSON.stringify({ kind: 'web', ...PUSH_KEYS })),
    fc.json(),
  ),
};
/** Seldom one: three keys are soon used up. */
const key: Parameter = {
  type: 'text',
  of: fc.oneof(
    { weight: 6, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: words('key 1', 'key 2', 'key 3').of },
  ),
};
const status = words('pending', 'acknowledged', 'completed', 'cancelled', 'expired');
const zone = words('Europe/London', 'America/New_York', 'UTC');
const outcome = words('reached', 'no_answer', 'voicemail', 'busy', 'wrong_number');
const reason: Parameter = { type: 'text', of: mostly(fc.constant(null), anyText) };
/** Nobody is an operator here. */
const operator: Parameter = { type: 'uuid', of: mostly(fc.constant(null), fc.uuid()) };
const side = words('seller', 'buyer');
const moment: Parameter = {
  type: 'timestamptz',
  of: mostly(
    fc.constantFrom(null, '2000-01-01T00:00Z', '2100-01-01T00:00Z', 'tomorrow', 'infinity', '-infinity'),
    fc.constantFrom('', 'soon', '2026-02-30', '999999-01-01'),
  ),
};

const day: Parameter = {
  type: 'date',
  of: mostly(
    fc.constantFrom(null, '2026-11-01', '2026-12-01', '2100-01-01', '1999-12-31'),
    fc.constantFrom('', 'infinity', '-infinity', '2026-02-30', '4714-11-24 BC', '5874897-12-31'),
  ),
};

/** What comes for a parameter of that name. */
const BY_NAME: Record<string, Parameter> = {
  p_operator_id: operator,
  p_notification_id: uuid('notifications'),
  p_requester_phone: phone,
  p_callback_reason: words('general_inquiry', 'price_negotiation', 'other'),
  p_priority: words('low', 'normal', 'high', 'urgent'),
  p_time_zone: zone,
  p_idempotency_key: key,
  p_new_status: status,
  p_status: status,
  p_reason: reason,
  p_outcome: outcome,
  p_as: side,
  p_interval: words('hour', 'day', 'week', 'month', 'year'),
  p_sort: words('requests', '-answer_rate', 'median', 'name'),
  p_order: words('newest', 'needs_action'),
  p_cursor: cursor,
  p_preferences: preferences,
  p_token: token,
  p_device: device,
};

/** And for any other, by its type. */
const BY_TYPE: Record<string, Parameter> = {
  ...{ text, integer: number, boolean: flag, jsonb: content, 'text[]': days, timestamptz: moment, date: day },
  ...{ uuid: uuid('requests'), ':person_id': uuid('people'), ':listing_id': uuid('listings') },
};

function valuesFor(functionName: string, name: string, type: string): Parameter {
  const values = BY_NAME[name] ?? BY_TYPE[type];
  if (values) return values;
  throw new Error(
    `${functionName} has ${name}, a ${type}: add its values to BY_TYPE of properties/calls.ts.`,
  );
}

const SERVICES = [
  'expire_callback_requests',
  'remind_callback_sellers',
  'rollup_callback_stats',
  'run_callback_maintenance',
];

/** Every function that a caller reaches, with its parameters in their order. */
export const FUNCTIONS: Record<string, Parameter[]> = Object.fromEntries(
  [...PUBLIC_FOR_USERS, ...SERVICES].map((name) => [
    name,
    parametersOf(name).map((parameter) => valuesFor(name, parameter.name, parameter.type)),
  ]),
);

/** A request is made and changed more often than anything else, so that there is something to read. */
const OFTEN = ['create_callback_request', 'update_callback_request_status'];
export const anyCall: fc.Arbitrary<Call> = fc.oneof(
  ...Object.entries(FUNCTIONS).map(([name, parameters]) => ({
    weight: OFTEN.includes(name) ? 10 : 1,
    arbitrary: fc.record({
      function: fc.constant(name),
      arguments: fc.tuple(...parameters.map(({ of }) => of)),
      signedIn: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat() }),
    }),
  })),
);

function toArrayLiteral(elements: (string | null)[]): string {
  return `{${elements.map((element) => (element === null ? 'NULL' : JSON.stringify(element))).join(',')}}`;
}

function toCursor(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
