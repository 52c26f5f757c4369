/** The rules live in the database; what TypeScript repeats of them by hand, to speak early, says the same. */

import {
  create,
  get,
  listing,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { byForm } from '@ringback/testing/full.ts';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  AUDIT_ACTIONS,
  BLANK_CODE_POINTS,
  CallbackRequest,
  CallbackRequestDetail,
  COMBINING_CODE_POINTS,
  CreateCallbackRequest,
  EDITABLE_FIELDS,
  EditCallbackRequest,
  Erasure,
  FORBIDDEN_CODE_POINTS,
  PersonalData,
  Review,
} from '../src/index.ts';
import { Locale } from '../src/schemas/people.ts';
import { TimeZone } from '../src/schemas/scalars.ts';
import { line, lines } from '../src/schemas/text.ts';

const TEXTS = byForm(2_000, 50_000);

/** What an answer holds of a request beside its columns. */
const WORKED_OUT = [
  'is_being_checked',
  'is_waiting_for_code',
  'phone_code',
  'attempts_count',
  'last_attempt',
  'undo_until',
  'can_extend',
  'may_request_again_at',
];

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

/** Worked out for each answer, so no column of the table. */
const DERIVED = ['preferred_ranges', 'is_preferred_now', 'confirmation', 'can_confirm_until'];

/** The seller's own, kept in a table that no live update of the buyer's reads. */
const OF_SELLER = ['seller_note', 'snoozed_until'];

const names = (schema: { shape: object }) => Object.keys(schema.shape);

describe('the fields of a request', () => {
  test('are those that an answer holds, no more and no less', async () => {
    const [buyer, seller] = [await person(database), await person(database)];
    const request = await get(
      database.api,
      await create(database.api, buyer, await listing(database, seller)),
      seller.id,
    );
    expect(Object.keys(request).sort()).toEqual(names(CallbackRequestDetail).sort());
  });

  test('are those that live updates of the table send, but the number', async () => {
    const rows = await database.sql<{ name: string }[]>`
      select column_name as name from information_schema.column_privileges
      where table_name = 'callback_requests' and grantee = 'authenticated' and privilege_type = 'SELECT'`;
    const isObject = (schema: z.core.$ZodType) => schema._zod.def.type === 'object';
    const columns = Object.entries<z.core.$ZodType>(CallbackRequest.shape)
      .filter(([, schema]) => !isObject(schema))
      .map(([name]) => name);
    const expected = columns.filter(
      (name) =>
        ![...DERIVED, ...WORKED_OUT, ...OF_SELLER, 'requester_phone', 'requester_phone_masked'].includes(
          name,
        ),
    );
    expect(rows.map(({ name }) => name).sort()).toEqual([...expected, 'requested_on'].sort());
  });

  test('are asked for when a request is made and edited: all that may be edited', () => {
    expect(names(EditCallbackRequest).sort()).toEqual([...EDITABLE_FIELDS, 'phone_region'].sort());
    expect(names(CreateCallbackRequest)).toEqual(expect.arrayContaining([...EDITABLE_FIELDS]));
  });
});

describe('a person who is erased', () => {
  test('gets what the schemas of an export and an erasure have', async () => {
    const { id } = await person(database);
    const [row] = await database.api`select export_callback_data(${id}) as data`;
    expect(Object.keys(row?.data).sort()).toEqual(names(PersonalData).sort());
    const [erased] = await database.api`select erase_callback_data('erase', ${id}) as erasure`;
    expect(Object.keys(erased?.erasure).sort()).toEqual(names(Erasure).sort());
  });

  test('as a seller leaves a review that can be read', async () => {
    const [buyer, seller] = [await person(database), await person(database)];
    const id = await create(database.api, buyer, await listing(database, seller));
    await database.api`select erase_callback_data('erase', ${seller.id})`;
    const [row] =
      await database.sql`select callback_private.reviews_json(array[${id}]::uuid[], true) as reviews`;
    expect(z.array(Review).parse(row?.reviews)).toMatchObject([{ id, seller: { id: null, name: null } }]);
  });
});

describe('a time zone', () => {
  const accepted = async (names: string[]) => {
    const rows = await database.sql<{ name: string; accepted: boolean }[]>`
      select name, callback_private.is_time_zone(name) as accepted from unnest(${names}::text[]) z (name)`;
    return rows.filter((row) => row.accepted).map(({ name }) => name);
  };

  test('may have any name that this server knows, and that runtimes report', async () => {
    const known = await database.sql<{ name: string }[]>`
      select name from pg_catalog.pg_timezone_names where name !~ '^(posix|right)/' order by name`;
    const zones = [...known.map(({ name }) => name), ...Intl.supportedValuesOf('timeZone'), 'UTC'];
    expect(zones.length).toBeGreaterThan(1_000);
    expect(zones.filter((zone) => !z.safeParse(TimeZone, zone).success)).toEqual([]);
    expect(await accepted(zones)).toEqual(zones);
  });

  test('is none of the other texts that PostgreSQL takes for one', async () => {
    const texts = [
      ...[
        '',
        'utc',
        'BST',
        'CEST',
        'PST',
        '+02:00',
        '05:30',
        'Europe',
        'Europe/',
        'Europe/Paris+5',
        'Foo/Bar5',
      ],
      ...['Etc/GMT+13', 'Etc/GMT-15', 'EST5', 'FOO+5', 'posix+5', 'posix/Europe/Paris', 'Posix/Europe/Paris'],
      ...['right/UTC', 'Europe/Nowhere', 'Europe/Paris ', 'Etc/Unknown', 'x'.repeat(65), 'Europe/Par\u0131s'],
    ];
    expect(await accepted(texts)).toEqual([]);
    const shapeless = [
      '',
      '+02:00',
      'Europe/',
      'posix/Europe/Paris',
      'right/UTC',
      'Europe/Paris ',
      'x'.repeat(65),
    ];
    expect(shapeless.filter((zone) => z.safeParse(TimeZone, zone).success)).toEqual([]);
  });
});

test('languages are read alike', async () => {
  const given = [
    ...[
      'en',
      'pt-BR',
      'zh-Hant-TW',
      'en_US',
      'en_US.UTF-8',
      'en-US@posix',
      'de_DE@euro',
      'C',
      'POSIX',
      'C.UTF-8',
    ],
    ...[
      'en-US-u-fw-mon-mu-celsius',
      'ar-EG-u-nu-latn',
      'de-t-en',
      'en-x-mine',
      'EN-us',
      ' fr ',
      'sr-Latn-RS-u-ca-gregory',
    ],
    ...['', '  ', '@posix'],
    ...['x', 'i-klingon', 'english', 'en--US', '12', 'en-US-extralongpart'],
  ];
  const rows = await database.sql<{ tag: string }[]>`
    select callback_private.language_tag(locale) as tag from unnest(${given}::text[]) with ordinality l (locale, place) order by place`;
  const tags = given.map((locale) => z.safeParse(Locale, locale));
  expect(tags.map(({ data }) => data).slice(0, 20)).toEqual([
    ...['en', 'pt-BR', 'zh-Hant-TW', 'en-US', 'en-US', 'en-US', 'de-DE', 'en', 'en', 'en'],
    ...['en-US', 'ar-EG', 'de', 'en', 'en-us', 'fr', 'sr-Latn-RS', '', '', ''],
  ]);
  expect(tags.slice(20).map(({ success }) => success)).toEqual(Array(6).fill(false));
  expect(rows.slice(0, 20).map(({ tag }) => tag ?? '')).toEqual(tags.slice(0, 20).map(({ data }) => data));
});

describe('a text that is not blank', () => {
  const edges = [...BLANK_CODE_POINTS, ...COMBINING_CODE_POINTS, ...FORBIDDEN_CODE_POINTS]
    .flatMap(([first, last]) => [first - 1, first, last, last + 1])
    .filter((codePoint) => codePoint > 0 && (codePoint < 0xd800 || codePoint > 0xdfff))
    .map((codePoint) => String.fromCodePoint(codePoint));
  const character = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('a', 'é', '字', '😀', '\u0301', '\n', '\t') },
    { weight: 1, arbitrary: fc.constantFrom(...edges) },
  );

  test.each([
    ['of one line', line(20), false],
    ['of several lines', lines(20), true],
  ])('%s is accepted by both or by neither', async (_, schema, isMultiline) => {
    const texts = [...edges, ...edges.map((edge) => `a${edge}b`)].concat(
      fc.sample(fc.string({ unit: character, minLength: 1, maxLength: 24 }), { numRuns: TEXTS, seed: 1 }),
    );
    const rows = await database.sql<{ accepted: boolean | null; stored: string | null }[]>`
      select callback_private.is_plain_text(t.text, 20, ${isMultiline}) as accepted, t.text as stored
      from unnest(${texts}::text[]) with ordinality as given (text, place)
      cross join lateral (select callback_private.trimmed(given.text) as text) t
      order by place`;
    const disagreements = texts.filter((text, index) => {
      const { success, data } = z.safeParse(schema, text);
      const { accepted = null, stored = null } = rows[index] ?? {};
      // What is blank to both is null in the database, and empty to the schema, which lets optional texts be so.
      if (stored === null) return data !== '';
      return success !== accepted || (success && data !== stored);
    });
    expect(disagreements).toEqual([]);
    expect(new Set(rows.map(({ accepted }) => accepted))).toEqual(new Set([true, false, null]));
  });
});

describe('the audit', () => {
  test('has the actions that functions write, each with its name here', async () => {
    const rows = await database.sql<{ prosrc: string }[]>`
      select prosrc from pg_proc where pronamespace = 'callback_private'::regnamespace`;
    const call =
      /(?:write_audit|audit_policy_change)\(\s*\w+,\s*(?:case when \w+ then )?'(\w+)'(?: else '(\w+)' end)?/g;
    const written = rows.flatMap(({ prosrc }) =>
      [...prosrc.matchAll(call)].flatMap(([, action, other]) => (other ? [action, other] : [action])),
    );
    expect([...new Set(written)].sort()).toEqual([...AUDIT_ACTIONS].sort());
  });
});
