/** What the schemas let through is fit to be stored; everything else is refused with a field and a cure. */
import { byForm } from '@ringback/testing/full.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  CallbackError,
  CallbackRequest,
  CallbackRequestDetail,
  CreateCallbackRequest,
  EditCallbackRequest,
  IdempotencyHeaders,
  ListCallbackRequestsQuery,
  ListNotificationsQuery,
  LogCallbackAttempt,
  Problem,
  parseInput,
  UpdateCallbackRequest,
  WEEKDAYS,
} from '../src/index.ts';
import { DETAIL, INPUT } from './support/samples.ts';

const RUNS = { numRuns: byForm(300, 10_000) };

const refusal = (schema: z.ZodMiniType, input: unknown): CallbackError => {
  try {
    parseInput(schema, input);
  } catch (error) {
    expect(error).toBeInstanceOf(CallbackError);
    return error as CallbackError;
  }
  throw new Error(`was not refused: ${JSON.stringify(input)}`);
};

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 1_200 }),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.string({
    unit: fc.constantFrom('a', ' ', '\n', '\r', '\t', '\0', '\ud800', '\udc00', '😀', '\u202e', '\u0301'),
  }),
);

const plausible = fc.record(
  {
    listing_id: fc.uuid(),
    seller_id: fc.uuid(),
    requester_phone: anyText,
    phone_region: fc.option(fc.constantFrom('GB', 'gh', 'GBR', '1', '')),
    requester_name: anyText,
    message: fc.option(anyText),
    callback_reason: fc.option(fc.constantFrom('other', 'general_inquiry', 'no_reason')),
    preferred_time: fc.option(anyText),
    preferred_days: fc.option(fc.array(fc.constantFrom(...WEEKDAYS, 'monday'), { maxLength: 8 })),
    priority: fc.constantFrom('low', 'urgent', 'extreme'),
  },
  { requiredKeys: ['listing_id', 'seller_id', 'requester_phone', 'requester_name'] },
);

describe('an edit', () => {
  test('leaves out, clears or sets', () => {
    expect(parseInput(EditCallbackRequest, {})).toEqual({});
    const cleared = { message: null, preferred_time: null, preferred_days: null, time_zone: null };
    expect(parseInput(EditCallbackRequest, cleared)).toEqual(cleared);
    expect(parseInput(EditCallbackRequest, { requester_name: ' Ama ' })).toEqual({
      requester_name: 'Ama',
    });
  });

  test.each([
    ['requester_name', null],
    ['requester_name', ''],
    ['requester_phone', null],
    ['priority', null],
    ['callback_reason', 'no_reason'],
    ['listing_id', INPUT.listing_id],
    ['time_zone', 'posix/Europe/Paris'],
    ['time_zone', ''],
  ])('%s may not become %j', (field, value) => {
    expect(refusal(EditCallbackRequest, { [field]: value })).toMatchObject({
      code: 'invalid_input',
      field,
    });
  });
});

test.each([{}, { outcome: 'engaged' }, { outcome: 'busy', at: 'noon' }])('%j is no call', (input) => {
  expect(refusal(LogCallbackAttempt, input).code).toBe('invalid_input');
});

test.each(['', '  ', 'x'.repeat(101), 'a\u202eb'])('%j is no search', (search) => {
  expect(refusal(ListCallbackRequestsQuery, { as: 'seller', search })).toMatchObject({ field: 'search' });
});

describe('a request to be called', () => {
  test('what is accepted stays as it is, and is fit to be stored', () => {
    let accepted = 0;
    fc.assert(
      fc.property(plausible, (input) => {
        const result = z.safeParse(CreateCallbackRequest, input);
        if (!result.success) return;
        accepted += 1;
        const { requester_name, message, preferred_time } = result.data;
        expect(parseInput(CreateCallbackRequest, result.data)).toEqual(result.data);
        expect(JSON.parse(JSON.stringify(result.data))).toEqual(result.data);
        for (const text of [requester_name, preferred_time ?? '', (message ?? '').replace(/[\n\t]/g, ' ')]) {
          expect(text).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
          expect(text).toBe(text.trim());
        }
        expect([...requester_name].length).toBeGreaterThan(0);
        expect([...requester_name].length).toBeLessThanOrEqual(100);
        expect([...(message ?? '')].length).toBeLessThanOrEqual(1000);
        expect([...(preferred_time ?? '')].length).toBeLessThanOrEqual(60);
      }),
      RUNS,
    );
    expect(accepted).toBeGreaterThan(RUNS.numRuns / 100);
  });

  test('whatever comes, it is accepted or refused as invalid_input, in a sentence', () => {
    const anything = fc.oneof(fc.anything({ withNullPrototype: true }), fc.jsonValue(), plausible);
    const schemas = [
      CreateCallbackRequest,
      UpdateCallbackRequest,
      EditCallbackRequest,
      LogCallbackAttempt,
      ListCallbackRequestsQuery,
      ListNotificationsQuery,
    ];
    fc.assert(
      fc.property(fc.constantFrom<z.ZodMiniType>(...schemas), anything, (schema, input) => {
        if (z.safeParse(schema, input).success) return;
        expect(refusal(schema, input)).toMatchObject({ code: 'invalid_input', status: 422 });
        expect(refusal(schema, input).message).toMatch(/ .*\.$/);
      }),
      RUNS,
    );
  });

  test.each([
    ['id'],
    ['status'],
    ['requester_id'],
    ['requested_at'],
    ['requested_on'],
    ['expires_at'],
    ['acknowledged_at'],
    ['cancelled_by'],
    ['history'],
    ['__proto__'],
    ['constructor'],
  ])('%s is not for the caller to set', (field) => {
    const body = JSON.parse(JSON.stringify(INPUT).replace('{', `{"${field}": {"x": 1},`));
    expect(refusal(CreateCallbackRequest, body)).toMatchObject({ field, code: 'invalid_input' });
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  test.each([
    ['requester_name', ''],
    ['requester_name', ' \u00a0\u3000 '],
    ['requester_name', '\u200b'],
    ['requester_name', '\u3164'],
    ['requester_name', 'a'.repeat(101)],
    ['requester_name', 'a\0b'],
    ['requester_name', 'a\nb'],
    ['requester_name', 'a\u2028b'],
    ['requester_name', 'a\u0085b'],
    ['requester_name', 'a\u202eb'],
    ['requester_name', 'a\u202db'],
    ['requester_name', 'a\ufff9b'],
    ['requester_name', '\ud83d'],
    ['requester_name', 'a\udc00b'],
    ['requester_name', 'Z\u0301\u0302\u0303\u0304'],
    ['requester_name', 7],
    ['requester_name', null],
    ['requester_name', ['Ama']],
    ['requester_name', undefined],
    ['message', 'a\0'],
    ['message', 'a\u001bb'],
    ['message', 'a\ud800'],
    ['message', '😀'.repeat(1001)],
    ['preferred_time', 'a\tb'],
    ['preferred_time', 'a'.repeat(61)],
    ['preferred_days', []],
    ['preferred_days', ['Monday', 'Monday']],
    ['preferred_days', ['monday']],
    ['preferred_days', [null]],
    ['preferred_days', 'Monday'],
    ['preferred_days', { 0: 'Monday' }],
    ['priority', 'highest'],
    ['priority', null],
    ['callback_reason', ''],
    ['listing_id', ''],
    ['listing_id', '11111111-1111-1111-1111-111111111111\n'],
    ['listing_id', 'x'.repeat(201)],
    ['listing_id', 'a\u0000b'],
    ['listing_id', '\ud800'],
    ['listing_id', 7],
    ['seller_id', null],
    ['phone_region', 'GBR'],
    ['phone_region', 'İ'],
    ['requester_phone', 447911123456],
    ['requester_phone', '1'.repeat(65)],
  ])('%s cannot be %j', (field, value) => {
    const error = refusal(CreateCallbackRequest, { ...INPUT, [field]: value });
    expect(error.field).toBe(field);
    expect(error.message).toMatch(new RegExp(`^${field} .*\\.$`, 's'));
  });

  test.each([
    ['a name of 100 emoji', { requester_name: '😀'.repeat(100) }, {}],
    ['a name in Arabic with joiners', { requester_name: 'می\u200cخواهم' }, {}],
    ['a name with three marks', { requester_name: 'Z\u0301\u0302\u0303' }, {}],
    ['lines', { message: ' a\r\nb\rc\n\td ' }, { message: 'a\nb\nc\n\td' }],
    ['1000 characters', { message: 'é'.repeat(1000) }, {}],
    ['a blank message, which the database keeps as none', { message: '  ' }, { message: '' }],
    ['null for what is not given', { message: null, preferred_days: null, preferred_time: null }, {}],
    ['every day', { preferred_days: [...WEEKDAYS] }, {}],
    ['a small region', { phone_region: 'gh' }, { phone_region: 'GH' }],
    ['ids of any form, as they are', { listing_id: "O'Brien's Bike №7", seller_id: '42' }, {}],
    ['an id of 200 characters', { listing_id: '😀'.repeat(200) }, {}],
  ])('takes %s', (_, given, read) => {
    const input = { ...INPUT, ...given };
    expect(parseInput(CreateCallbackRequest, input)).toEqual({ ...input, ...read, priority: 'normal' });
  });

  test.each([
    ['letters', 'a'.repeat(200_000)],
    ['spaces', ' '.repeat(200_000)],
    ['line ends', '\r\n'.repeat(100_000)],
    ['marks', '\u0301'.repeat(200_000)],
    ['digits and dashes', '1-'.repeat(100_000)],
  ])('takes no longer over a flood of %s', (_, flood) => {
    const start = process.cpuUsage();
    for (const field of Object.keys(INPUT)) refusal(CreateCallbackRequest, { ...INPUT, [field]: flood });
    expect(process.cpuUsage(start).user).toBeLessThan(1_000_000);
  });
});

describe('the other inputs', () => {
  test.each([['pending'], ['expired'], ['Completed'], [null], [undefined]])(
    'nobody sets the status to %s',
    (status) => {
      expect(refusal(UpdateCallbackRequest, { status }).field).toBe('status');
    },
  );

  test('a reason is bounded', () => {
    expect(parseInput(UpdateCallbackRequest, { status: 'cancelled', reason: ' a\nb ' }).reason).toBe('a\nb');
    expect(refusal(UpdateCallbackRequest, { status: 'cancelled', reason: 'a'.repeat(501) }).field).toBe(
      'reason',
    );
  });

  test('a query is read from text', () => {
    expect(parseInput(ListCallbackRequestsQuery, { as: 'seller', limit: '7' })).toEqual({
      as: 'seller',
      limit: 7,
    });
    expect(parseInput(ListNotificationsQuery, {})).toEqual({ limit: 20, unread_only: false });
    expect(parseInput(ListNotificationsQuery, { unread_only: 'true' }).unread_only).toBe(true);
  });

  test.each([
    [{ as: 'admin' }, 'as'],
    [{}, 'as'],
    [{ as: 'seller', limit: '0' }, 'limit'],
    [{ as: 'seller', limit: '101' }, 'limit'],
    [{ as: 'seller', limit: '1.5' }, 'limit'],
    [{ as: 'seller', limit: 'ten' }, 'limit'],
    [{ as: 'seller', limit: '' }, 'limit'],
    [{ as: 'seller', limit: ['1', '2'] }, 'limit'],
    [{ as: 'seller', limit: 'Infinity' }, 'limit'],
    [{ as: 'seller', status: 'open' }, 'status'],
    [{ as: 'seller', cursor: '' }, 'cursor'],
    [{ as: 'seller', cursor: 'a b' }, 'cursor'],
    [{ as: 'seller', cursor: 'a'.repeat(501) }, 'cursor'],
    [{ as: 'seller', stauts: 'pending' }, 'stauts'],
  ])('%j is refused for %s', (query, field) => {
    expect(refusal(ListCallbackRequestsQuery, query).field).toBe(field);
  });

  test.each([
    ['a b', true],
    ['k'.repeat(255), true],
    ['', false],
    ['k'.repeat(256), false],
    ['é', false],
    ['a\n', false],
  ])('the idempotency key %j: %s', (key, isGood) => {
    expect(z.safeParse(IdempotencyHeaders, { 'idempotency-key': key, host: 'x' }).success).toBe(isGood);
  });
});

describe('answers', () => {
  test('fields too many are dropped, so that nothing leaks by accident', () => {
    expect(z.parse(CallbackRequestDetail, { ...DETAIL, ip: '::1' })).toEqual(DETAIL);
    expect(z.parse(CallbackRequest, DETAIL)).not.toHaveProperty('history');
  });

  test('the documentation says what the schemas check', () => {
    const document = z.toJSONSchema(CreateCallbackRequest, { io: 'input' });
    expect(document.$defs?.CreateCallbackRequest).toMatchObject({
      additionalProperties: false,
      required: ['listing_id', 'seller_id', 'requester_phone', 'requester_name'],
      properties: {
        requester_name: { type: 'string', minLength: 1, maxLength: 100 },
        priority: { default: 'normal' },
      },
    });
    for (const schema of [CreateCallbackRequest, UpdateCallbackRequest, Problem]) {
      const examples = z.globalRegistry.get(schema)?.examples as unknown[];
      expect(examples.length).toBeGreaterThan(0);
      for (const example of examples) parseInput(schema, example);
    }
  });
});
