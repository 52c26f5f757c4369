/**
 * What a server reads in a phone number is what the database accepts: the reader and the database's rule are
 * given the same texts and must give the same answer.
 */

import { parsePhone as parsePhoneSmall } from '@ringback/client/phone';
import { parsePhone } from '@ringback/client/phone-max';
import { testDatabase, VERSIONS } from '@ringback/testing/database/index.ts';
import { FULL } from '@ringback/testing/full.ts';
import { phoneRanges } from '@ringback/testing/phones/phoneRanges.ts';
import fc from 'fast-check';
import parse from 'libphonenumber-js/core';
import allPlans from 'libphonenumber-js/max/metadata';
import examples from 'libphonenumber-js/mobile/examples';
import { beforeAll, describe, expect, test } from 'vitest';
import { HOSTILE_PHONES, PASTED_PHONES } from '../support/hostilePhones.ts';

type Judge = (phones: string[], regions?: string[]) => Promise<string[]>;
const E164 = /^\+[1-9]\d{6,14}$/;

describe.each(VERSIONS)('on PostgreSQL %i', (version) => {
  let judge: Judge;
  beforeAll(async () => {
    judge = await databaseJudge(version);
  });

  test(`${HOSTILE_PHONES.length} hostile texts are refused by both`, async () => {
    expect(HOSTILE_PHONES.length).toBeGreaterThanOrEqual(60);
    // PostgreSQL's text cannot hold a NUL, so none can reach the rule.
    const texts = HOSTILE_PHONES.filter((text) => !text.includes('\0'));
    for (const region of [undefined, 'US', 'GB', 'DE']) {
      expect(HOSTILE_PHONES.filter((text) => parsePhone(text, { region }).ok)).toEqual([]);
    }
    expect((await judge(texts)).filter((verdict) => verdict === 'ok')).toEqual([]);
    expect(await disagreements(texts, judge)).toEqual([]);
  });

  test('what pasting brings along unseen never reaches the database', async () => {
    for (const text of PASTED_PHONES)
      expect(parsePhone(text), JSON.stringify(text)).toMatchObject({ ok: true, e164: '+12133734253' });
    expect((await judge(PASTED_PHONES)).filter((verdict) => verdict === 'ok')).toEqual([]);
  });

  test('5,000 generated numbers', async () => {
    const phones = fc.sample(fc.oneof(mutatedExample, allocatedNumber, anyDigits), {
      numRuns: 5000,
      seed: 3,
    });
    expect(await disagreements(phones, judge)).toEqual([]);
    expect(phones.filter((phone) => parsePhone(phone).ok).length).toBeGreaterThan(1000);
  });

  test('5,000 numbers in national form', async () => {
    const inputs = fc.sample(nationalForm, { numRuns: 5000, seed: 4 });
    const stored = inputs.flatMap(({ text, region }) => {
      const parsed = parsePhone(text, { region });
      return parsed.ok ? [parsed] : [];
    });
    expect(stored.length).toBeGreaterThan(1000);
    const verdicts = await judge(
      stored.map(({ e164 }) => e164),
      stored.map(({ region }) => region),
    );
    expect(stored.filter((_, index) => verdicts[index] !== 'ok')).toEqual([]);
  });
});

test('both sides of the bounds of every range (of one in ten in the short form)', {
  timeout: 120_000,
}, async () => {
  const judge = await databaseJudge();
  const bounds = phoneRanges()
    .filter((_, index) => FULL || index % 10 === 0)
    .flatMap(({ first, last }) => [first - 1, first, last, last + 1]);
  expect(
    await disagreements(
      bounds.map((number) => `+${number}`),
      judge,
    ),
  ).toEqual([]);
});

/** The database's verdict on each phone: ok or the code of its refusal; with regions, each may only be from its own. */
async function databaseJudge(version?: number): Promise<Judge> {
  const { sql } = await testDatabase({ version });
  await sql`
    create function judge(p_phone text, p_allowed_regions text[]) returns text language plpgsql as $$
    declare
      v_code text;
    begin
      perform callback_private.check_phone(p_phone, p_allowed_regions);
      return 'ok';
    exception when sqlstate 'PT422' then
      get stacked diagnostics v_code = pg_exception_hint;
      return v_code;
    end
    $$`;
  return async (phones, regions) => {
    const rows = await sql<{ verdict: string }[]>`
      select judge(phone, case when region is not null then array[region] end) as verdict
      from unnest(${phones}::text[], ${regions ?? []}::text[]) with ordinality as input (phone, region, place)
      order by place`;
    return rows.map(({ verdict }) => verdict);
  };
}

/** The texts, with both answers, about which the reader and the database differ. */
async function disagreements(texts: string[], judge: Judge): Promise<unknown[]> {
  const parsed = texts.map((text) => parsePhone(text));
  const asWritten = await judge(texts);
  const asStored = await judge(
    parsed.map((answer, index) => (answer.ok ? answer.e164 : (texts[index] ?? ''))),
    parsed.map((answer) => (answer.ok ? answer.region : '')),
  );
  return texts.flatMap((text, index) => {
    const answers = { text, parsed: parsed[index], asWritten: asWritten[index], asStored: asStored[index] };
    return agree(answers) ? [] : [answers];
  });
}

interface Answers {
  text: string;
  parsed: ReturnType<typeof parsePhone> | undefined;
  asWritten: string | undefined;
  asStored: string | undefined;
}

function agree({ text, parsed, asWritten, asStored }: Answers): boolean {
  if (parsed?.ok) {
    const acceptsOnlyE164 = parsed.e164 === text ? asWritten === 'ok' : asWritten !== 'ok';
    const smallPlansAgree = isSame(parsed, parsePhoneSmall(text));
    return acceptsOnlyE164 && smallPlansAgree && asStored === 'ok' && E164.test(parsed.e164);
  }
  return asWritten === parsed?.code || (asWritten !== 'ok' && !isReadAsWritten(text));
}

function isSame(one: Answers['parsed'], other: Answers['parsed']): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** libphonenumber drops a trunk prefix even behind a country code; then the reader judges another number. */
function isReadAsWritten(text: string): boolean {
  return E164.test(text) && parse(text, allPlans)?.number === text;
}

const digit = fc.integer({ min: 0, max: 9 }).map(String);
const plans = allPlans.countries as unknown as Record<string, [callingCode: string, ...unknown[]]>;

/** A real mobile number of some country in which one digit is changed, added or missing, or none. */
const mutatedExample = fc
  .record({
    example: fc.constantFrom(
      ...Object.entries(examples).map(([region, national]) => `${plans[region]?.[0]}${national}`),
    ),
    place: fc.nat({ max: 14 }),
    removed: fc.nat({ max: 1 }),
    inserted: fc.oneof(digit, fc.constant('')),
  })
  .map(({ example, place, removed, inserted }) => {
    const at = place % example.length;
    return `+${example.slice(0, at)}${inserted}${example.slice(at + removed)}`;
  });

const allocatedDigits = fc
  .record({ range: fc.constantFrom(...phoneRanges()), share: fc.nat({ max: 1_000_000 }) })
  .map(({ range, share }) => {
    const number = range.first + Math.floor(((range.last - range.first) * share) / 1_000_000);
    return { number: String(number), region: range.region };
  });

const allocatedNumber = allocatedDigits.map(({ number }) => `+${number}`);

const anyDigits = fc.array(digit, { minLength: 5, maxLength: 17 }).map((digits) => `+${digits.join('')}`);

const nationalForm = fc
  .record({ from: allocatedDigits, trunk: fc.constantFrom('', '0', '1', '8'), spaced: fc.boolean() })
  .map(({ from: { number, region }, trunk, spaced }) => {
    const national = trunk + number.slice(plans[region]?.[0].length ?? 3);
    return { text: spaced ? national.replace(/(\d{3})/g, '$1 ') : national, region };
  });
