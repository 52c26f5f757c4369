/** What goes wrong between buyers and sellers is found in data spoiled on purpose, and not in its quiet twin. */

import { randomUUID } from 'node:crypto';
import {
  type Listing,
  listing,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
} from '@ringback/testing/database/index.ts';
import { maintainAll } from '@ringback/testing/database/maintenance.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

let database: TestDatabase;
let sql: Sql;
let buyer: Person;
let seller: Person;
let boat: Listing;
beforeAll(async () => {
  database = await testDatabase();
  sql = database.sql;
  [buyer, seller] = [await person(database), await person(database)];
  boat = await listing(database, seller);
});
beforeEach(async () => {
  await sql`delete from public.callback_requests`;
  await sql`delete from callback_private.alerts`;
});

type Requests = {
  daysAgo: number;
  count: number;
  answeredAfter?: string;
  isCompleted?: boolean;
  of?: Person;
};

/** Requests made at noon of a day; answered after so long, or waiting. Returns their ids. */
async function made({ daysAgo, count, answeredAfter, isCompleted = false, of = seller }: Requests) {
  const ids = Array.from({ length: count }, () => randomUUID());
  await sql.begin(async (written) => {
    await written`set local session_replication_role = replica`;
    await written`
      insert into public.callback_requests (id, requester_id, requester_name, requester_phone, seller_id, listing_id, status,
        requested_at, requested_on, acknowledged_at, completed_at, expires_at, updated_at, holds_day)
      select id, ${buyer.id}, 'Ada', '+12125550100', ${of.id}, ${boat.id},
        case when ${isCompleted} then 'completed' when ${answeredAfter ?? null}::interval is null then 'pending' else 'acknowledged' end,
        at, at::date, at + ${answeredAfter ?? null}::interval, case when ${isCompleted} then at + ${answeredAfter ?? null}::interval end,
        now() + interval '90 days', at, false
      from unnest(${ids}::uuid[]) id cross join (
        select callback_private.marketplace_day() - ${daysAgo}::integer + time '12:00' at time zone 'UTC' as at) x`;
  });
  return ids;
}

async function contradicted(ids: string[], answer = 'not_called', of = seller) {
  await sql`
    insert into callback_private.confirmations (callback_request_id, seller_id, answer)
    select id, ${of.id}, ${answer} from unnest(${ids}::uuid[]) id`;
}

/** What is found of these, once maintenance has run. */
async function found() {
  await sql`select callback_private.rebuild_callback_figures()`;
  await maintainAll(sql);
  const [row] = await sql`select callback_private.list_findings() as findings`;
  const findings = row?.findings as {
    code: string;
    message: string;
    since: string | null;
    severity: string;
  }[];
  return findings.filter(({ code }) =>
    ['sellers_silent', 'responses_slow', 'calls_contradicted', 'flood'].includes(code),
  );
}
const codes = async () => (await found()).map(({ code }) => code);

const dayBefore = async (days: number) => {
  const [row] = await sql`select (callback_private.marketplace_day() - ${days}::integer)::text as day`;
  return row?.day as string;
};

describe('sellers who are silent for a week', () => {
  /** Of each day's requests one in five is answered. */
  async function silentDays(from: number, to: number, count: number) {
    for (let daysAgo = from; daysAgo <= to; daysAgo += 1) {
      await made({ daysAgo, count: count - Math.floor(count / 5) });
      await made({ daysAgo, count: Math.floor(count / 5), answeredAfter: '20 minutes' });
    }
  }
  async function goodDays(from: number, to: number) {
    for (let daysAgo = from; daysAgo <= to; daysAgo += 1)
      await made({ daysAgo, count: 10, answeredAfter: '20 minutes' });
  }

  test('are found, with the figure and since when', async () => {
    await silentDays(2, 9, 10);
    await goodDays(10, 20);
    const [finding, ...others] = await found();
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      ...{ code: 'sellers_silent', severity: 'warning' },
      message: 'Of 70 requests of a week, each at least a day old, 56 have no answer.',
    });
    expect(finding?.since?.slice(0, 10)).toBe(await dayBefore(9));
    const alerts = await sql`select kind, figure ->> 'silent' as silent from callback_private.alerts`;
    expect([...alerts]).toEqual([{ kind: 'sellers_silent', silent: '56' }]);
  });

  test('not where most answer', async () => {
    await goodDays(2, 8);
    await silentDays(2, 8, 10);
    expect(await codes()).toEqual([]);
  });

  test('not where requests are few', async () => {
    for (let daysAgo = 2; daysAgo <= 8; daysAgo += 1) await made({ daysAgo, count: 4 });
    expect(await codes()).toEqual([]);
    await made({ daysAgo: 3, count: 2 });
    expect(await codes()).toEqual(['sellers_silent']);
  });

  test('not while the requests are young', async () => {
    await goodDays(2, 8);
    await made({ daysAgo: 1, count: 100 });
    expect(await codes()).toEqual([]);
  });
});

describe('responses slower than usual for the weekday', () => {
  async function usual(answeredAfter: string, weeks = 8) {
    for (let week = 1; week <= weeks; week += 1)
      await made({ daysAgo: 1 + 7 * week, count: 10, answeredAfter });
  }

  test('are found, with both figures', async () => {
    await usual('30 minutes');
    await made({ daysAgo: 1, count: 30, answeredAfter: '4 hours' });
    const [finding, ...others] = await found();
    expect(others).toEqual([]);
    expect(finding?.code).toBe('responses_slow');
    expect(finding?.message).toMatch(
      /^Half of yesterday's answers took longer than (3|4) hours; (29|30|31) minutes is usual for a \w+day\.$/,
    );
    expect(finding?.since?.slice(0, 10)).toBe(await dayBefore(1));
  });

  test('not when it is usual for that weekday, though not for others', async () => {
    await usual('4 hours');
    for (const daysAgo of [2, 3, 4, 5]) await made({ daysAgo, count: 50, answeredAfter: '10 minutes' });
    await made({ daysAgo: 1, count: 30, answeredAfter: '4 hours' });
    expect(await codes()).toEqual([]);
  });

  test.each([
    ['a little slower', 8, 30, '80 minutes'],
    ['few answers', 8, 29, '4 hours'],
    ['too little to compare with', 2, 30, '4 hours'],
  ])('not: %s', async (_, weeks, count, answeredAfter) => {
    await usual('30 minutes', weeks);
    await made({ daysAgo: 1, count, answeredAfter });
    expect(await codes()).toEqual([]);
  });

  test('not when it is quick all the same', async () => {
    await usual('1 minute');
    await made({ daysAgo: 1, count: 30, answeredAfter: '8 minutes' });
    expect(await codes()).toEqual([]);
  });
});

describe('sellers who complete without calling', () => {
  const completed = (count: number, of = seller, daysAgo = 3) =>
    made({ daysAgo, count, answeredAfter: '20 minutes', isCompleted: true, of });

  test('are found by what their buyers say', async () => {
    await contradicted((await completed(12)).slice(0, 6));
    const [finding, ...others] = await found();
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'calls_contradicted', severity: 'warning' });
    expect(finding?.message).toContain('6 of 12 completions in four weeks; sellers: 1.');
    expect(finding?.since).not.toBeNull();
  });

  test('not when few buyers say so', async () => {
    await contradicted(await completed(4));
    expect(await codes()).toEqual([]);
  });

  test('not when it is a small part of what they completed', async () => {
    await contradicted((await completed(25)).slice(0, 6));
    expect(await codes()).toEqual([]);
  });

  test('not when buyers confirm', async () => {
    await contradicted(await completed(12), 'talked');
    expect(await codes()).toEqual([]);
  });

  test('not when several sellers have a few each, or it was long ago', async () => {
    const other = await person(database);
    await contradicted(await completed(3));
    await contradicted(await completed(3, other), 'not_called', other);
    await contradicted(await completed(9, seller, 40));
    expect(await codes()).toEqual([]);
  });
});

test('an ordinary month is quiet', async () => {
  for (let daysAgo = 1; daysAgo <= 30; daysAgo += 1) {
    await made({ daysAgo, count: 12, answeredAfter: '40 minutes' });
    await made({ daysAgo, count: 3 });
    await made({ daysAgo, count: 5, answeredAfter: '3 hours', isCompleted: true });
  }
  expect(await found()).toEqual([]);
});
