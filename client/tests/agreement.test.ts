/** The rules live in the database; what TypeScript repeats of them by hand, to speak early, says the same. */

import {
  create,
  get,
  listing,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  BLANK_CODE_POINTS,
  CallbackRequest,
  CallbackRequestDetail,
  COMBINING_CODE_POINTS,
  CreateCallbackRequest,
  EDITABLE_FIELDS,
  EditCallbackRequest,
  FORBIDDEN_CODE_POINTS,
} from '../src/index.ts';
import { TimeZone } from '../src/schemas/scalars.ts';
import { line, lines } from '../src/schemas/text.ts';

const TEXTS = process.env.RINGBACK_FULL ? 50_000 : 5_000;

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

describe('the fields of a request', () => {
  const names = (schema: { shape: object }) => Object.keys(schema.shape);

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
    const objects = ['requester', 'seller', 'listing', 'requester_phone'];
    const expected = names(CallbackRequest).filter((name) => !objects.includes(name));
    expect(rows.map(({ name }) => name).sort()).toEqual([...expected, 'requested_on'].sort());
  });

  test('are asked for when a request is made and edited: all that may be edited', () => {
    expect(names(EditCallbackRequest).sort()).toEqual([...EDITABLE_FIELDS, 'phone_region'].sort());
    expect(names(CreateCallbackRequest)).toEqual(expect.arrayContaining([...EDITABLE_FIELDS]));
  });
});

test('the names of zones have one outline', async () => {
  const zones = [...Intl.supportedValuesOf('timeZone'), 'UTC', 'Etc/GMT+5', 'Etc/GMT-14'];
  expect(zones.filter((zone) => !z.safeParse(TimeZone, zone).success)).toEqual([]);
  const odd = ['', 'utc', 'EST5EDT', 'Europe/Paris+5', 'BST', '+02:00', 'Europe', 'Europe/', 'x'.repeat(65)];
  const rows = await database.sql<{ accepted: boolean }[]>`
    select callback_private.is_time_zone(name) as accepted from unnest(${[...zones, ...odd]}::text[]) with ordinality z (name, place)
    order by place`;
  expect(rows.slice(zones.length).map(({ accepted }) => accepted)).toEqual(odd.map(() => false));
  expect(odd.filter((zone) => z.safeParse(TimeZone, zone).success)).toEqual([]);
  const unknown = zones.filter((_, place) => !rows[place]?.accepted);
  expect(unknown, 'this server lacks zones that runtimes report').toEqual([]);
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
    const trimmed = texts.map((text) => text.replace(/\r/g, '\n').trim()).filter((text) => text !== '');
    const [row] = await database.sql<{ accepted: boolean[] }[]>`
      select array_agg(callback_private.is_plain_text(text, 20, ${isMultiline}) order by place) as accepted
      from unnest(${trimmed}::text[]) with ordinality as given (text, place)`;
    const disagreements = trimmed.filter(
      (text, index) => z.safeParse(schema, text).success !== row?.accepted[index],
    );
    expect(disagreements).toEqual([]);
    expect(row?.accepted).toContain(true);
    expect(row?.accepted).toContain(false);
  });
});
