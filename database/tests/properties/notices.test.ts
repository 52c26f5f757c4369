/**
 * In no sequence of acts, quiet hours and crashes of a worker do the last notices of the two sides contradict the request: what is the newest
 * in the inbox and what left last by mail still hold, or their reader has changed it since. RINGBACK_FULL=1 plays as many as a release needs.
 */
import { claim, expectConservation, record, waitingIsOver } from '@ringback/testing/database/deliveries.ts';
import {
  create,
  daysPass,
  edit,
  expectInvariants,
  extend,
  type Listing,
  listing,
  logAttempt,
  makeItNoon,
  type Person,
  person,
  type TestDatabase,
  testDatabase,
  undo,
  update,
} from '@ringback/testing/database/index.ts';
import { byForm, FULL } from '@ringback/testing/full.ts';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';

const SEQUENCES = byForm(12, 3_000);
const ACTS = 14;

interface Notice {
  notification_type: string;
  event_id: string;
  expires_at: string | null;
}

interface State {
  status: string;
  paused_at: string | null;
  expires_at: string;
}

const isOpen = ({ status }: State) => status === 'pending' || status === 'acknowledged';
const isExpected = (state: State) => state.status === 'acknowledged' && state.paused_at === null;
/** What each type claims about the request. */
const HOLDS: Record<string, (state: State, notice: Notice) => boolean> = {
  new_request: ({ status }) => status === 'pending',
  request_reminder: ({ status }) => status === 'pending',
  request_acknowledged: isExpected,
  call_attempted: isExpected,
  wrong_number: (state) => isOpen(state) && state.paused_at !== null,
  request_edited: isOpen,
  request_extended: (state, notice) => isOpen(state) && notice.expires_at === state.expires_at,
  request_expiring: (state, notice) => isOpen(state) && notice.expires_at === state.expires_at,
  request_completed: ({ status }) => status === 'completed',
  request_cancelled: ({ status }) => status === 'cancelled',
  request_expired: ({ status }) => status === 'expired',
};

let database: TestDatabase;
let buyer: Person;
let seller: Person;

beforeAll(async () => {
  database = await testDatabase();
  const { sql } = database;
  await makeItNoon(sql);
  await sql`update callback_private.settings set channels = '{email}', expires_after = '4 days', warn_before_expiry = '1 day'`;
  [buyer, seller] = await Promise.all([person(database), person(database)]);
});

/** One request and what happens to it. */
class Story {
  readonly sent: Record<string, string> = {};
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }

  async send(): Promise<number> {
    const messages = await claim(database.api);
    const rows = await database.sql<{ id: string; person_id: string; notification_id: string }[]>`
      select id, person_id, notification_id from callback_private.deliveries
      where id = any (${messages.map(({ id }) => id)}) order by created_at, id`;
    for (const { person_id, notification_id } of rows) this.sent[person_id] = notification_id;
    await record(database.api, messages, { outcome: 'sent' });
    return messages.length;
  }

  async dayPasses(): Promise<void> {
    const { sql } = database;
    await daysPass(sql, 1, [this.id]);
    await sql`
      update callback_private.events set data = data || jsonb_build_object('expires_at', (data ->> 'expires_at')::timestamptz - interval '1 day')
      where callback_request_id = ${this.id} and data ? 'expires_at'`;
    await waitingIsOver(sql);
  }

  /** Time runs on until nothing more happens by itself. */
  async settle(): Promise<void> {
    for (const { id } of [buyer, seller]) await beQuiet(id, false);
    await database.api`select run_callback_maintenance()`;
    await waitingIsOver(database.sql);
    while ((await this.send()) > 0) await waitingIsOver(database.sql);
  }

  async expectNoContradiction(): Promise<void> {
    const [state] = await database.sql<State[]>`
      select status, paused_at, to_jsonb(expires_at) #>> '{}' as expires_at from callback_requests where id = ${this.id}`;
    for (const { id } of [buyer, seller]) {
      const [newest] = await this.notices(id);
      const [left] = this.sent[id] === undefined ? [] : await this.notices(id, this.sent[id]);
      for (const notice of [newest, left]) {
        if (!notice || !state || HOLDS[notice.notification_type]?.(state, notice)) continue;
        const side = id === seller.id ? 'seller' : 'buyer';
        const own = await database.sql`
          select from callback_private.events
          where callback_request_id = ${this.id} and actor = ${side} and id > ${notice.event_id}`;
        expect(
          own,
          `${side} last reads ${notice.notification_type} while it is ${JSON.stringify(state)}`,
        ).not.toHaveLength(0);
      }
    }
  }

  private notices(recipient: string, id: string | null = null): PromiseLike<Notice[]> {
    return database.sql<Notice[]>`
      select n.notification_type, n.event_id, e.data ->> 'expires_at' as expires_at
      from callback_request_notifications n
      join callback_private.events e on e.callback_request_id = n.callback_request_id and e.id = n.event_id
      where n.callback_request_id = ${this.id} and n.recipient_id = ${recipient} and n.id = coalesce(${id}, n.id)
      order by n.event_id desc`;
  }
}

/** Quiet hours that it is in now; or none. */
async function beQuiet(who: string, isQuiet: boolean): Promise<void> {
  const hour = (offset: number) =>
    `${String((new Date().getUTCHours() + 24 + offset) % 24).padStart(2, '0')}:00`;
  const preferences = {
    quiet_hours: isQuiet ? { from: hour(-2), until: hour(2) } : null,
    time_zone: 'UTC',
  };
  await database.api`select set_callback_preferences(${database.api.json(preferences)}, ${who})`;
}

type Act = (story: Story) => Promise<unknown>;

const ACTS_OF_ALL: Record<string, Act> = {
  'the seller acknowledges': ({ id }) => update(database.api, id, 'acknowledged', seller.id),
  'the seller takes it back': ({ id }) => undo(database.api, id, seller.id),
  'the seller gets no answer': ({ id }) => logAttempt(database.api, id, 'no_answer', seller.id),
  'the line is busy': ({ id }) => logAttempt(database.api, id, 'busy', seller.id),
  'the number is wrong': ({ id }) => logAttempt(database.api, id, 'wrong_number', seller.id),
  'the seller reaches the buyer': ({ id }) => logAttempt(database.api, id, 'reached', seller.id),
  'the seller completes': ({ id }) => update(database.api, id, 'completed', seller.id),
  'the seller declines': ({ id }) => update(database.api, id, 'cancelled', seller.id, 'Sold.'),
  'the buyer withdraws': ({ id }) => update(database.api, id, 'cancelled', buyer.id),
  'the buyer gives one number': ({ id }) =>
    edit(database.api, id, { requester_phone: '+442079460958' }, buyer.id),
  'the buyer gives another number': ({ id }) =>
    edit(database.api, id, { requester_phone: '+12133734253' }, buyer.id),
  'the buyer writes': ({ id }) => edit(database.api, id, { message: 'After six, please.' }, buyer.id),
  'the buyer extends': ({ id }) => extend(database.api, id, buyer.id),
  'a day passes': (story) => story.dayPasses(),
  'maintenance runs': () => database.api`select run_callback_maintenance()`,
  'the worker sends': (story) => story.send(),
  'the worker takes messages and crashes': () => claim(database.api),
  'the leases end': () =>
    database.sql`update callback_private.deliveries set next_attempt_at = now() where status = 'sending'`,
  'the buyer sleeps': () => beQuiet(buyer.id, true),
  'the buyer wakes': () => beQuiet(buyer.id, false),
  'the seller sleeps': () => beQuiet(seller.id, true),
  'the seller wakes': () => beQuiet(seller.id, false),
};

/** What is no longer possible is refused, and nothing more. */
async function play(act: string, story: Story): Promise<void> {
  await ACTS_OF_ALL[act]?.(story).catch((error: { code?: string }) => {
    if (!/^PT4\d\d$/.test(error.code ?? '')) throw error;
  });
}

/** Ends are rarer than what leads there. */
const ENDS = /completes|declines|withdraws|reaches/;
const anyAct = fc.oneof(
  ...Object.keys(ACTS_OF_ALL).map((name) => ({
    weight: ENDS.test(name) ? 1 : 4,
    arbitrary: fc.constant(name),
  })),
);

test(`${SEQUENCES} sequences of up to ${ACTS} acts`, { timeout: FULL ? 3_600_000 : 240_000 }, async () => {
  const { sql, api } = database;
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 4, maxLength: ACTS }), async (acts) => {
      await sql`delete from callback_requests`;
      const item: Listing = await listing(database, seller);
      const story = new Story(await create(api, buyer, item));
      for (const act of acts) await play(act, story);
      await story.settle();
      await story.expectNoContradiction();
      await expectConservationOf(acts);
      await expectInvariants(sql);
    }),
    { numRuns: SEQUENCES },
  );
});

/** Whose preferences have changed is left out of the count: only sequences without them are counted. */
async function expectConservationOf(acts: string[]): Promise<void> {
  if (acts.every((act) => !/sleeps|wakes/.test(act))) await expectConservation(database.sql);
}
