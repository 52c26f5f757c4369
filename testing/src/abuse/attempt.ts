/** One attempt to request a callback, as the API passes it on, and what came of it. */
import type { Executor } from '@ringback/database';
import { submit } from '../database/requests.ts';
import type { Buyer, Item, Market } from '../world/market.ts';
import type { Random } from '../world/random.ts';
import type { Act, Actor, World } from '../world/world.ts';
import type { AbuseKind, Habit, Parameters } from './parameters.ts';

/**
 * sent: the seller has it. held, refused, code: by its risk. limited: by a daily limit. number: by the rules for numbers.
 * duplicate: already requested; unavailable: the seller blocked the buyer, or the like.
 */
export type Outcome =
  | 'sent'
  | 'held'
  | 'refused'
  | 'code'
  | 'limited'
  | 'number'
  | 'duplicate'
  | 'unavailable';

export type Kind = { habit: Habit } | { abuse: AbuseKind; adapting: boolean };

/** Who attempts: one person, or one abuser with all their accounts. */
export interface Doer {
  kind: Kind;
  name: string;
}

export interface Attempt extends Doer {
  hour: number;
  outcome: Outcome;
  buyer: string;
}

export interface Month {
  world: World;
  market: Market;
  parameters: Parameters;
  attempts: Attempt[];
  /** What an adapting abuser used up. */
  spent: Spending[];
}

export interface Spending {
  kind: AbuseKind;
  name: string;
  accounts: number;
  addresses: number;
  devices: number;
  numbers: number;
  texts: number;
  hours: number;
}

export interface Content {
  phone?: string;
  message?: string | null;
}

export const isHonest = (kind: Kind): kind is { habit: Habit } => 'habit' in kind;

/** Attempts it, notes the outcome, and lets the seller react to what arrives. */
export function* attempt(
  month: Month,
  doer: Doer,
  buyer: Buyer,
  item: Item,
  random: Random,
  content: Content = {},
): Generator<number | Act, Outcome, unknown> {
  const { id, outcome } = (yield (sql) => send(sql, buyer, item, content)) as Sent;
  const { hour } = month.world;
  month.attempts.push({ kind: doer.kind, name: doer.name, hour, outcome, buyer: buyer.id });
  if (id !== undefined && outcome === 'sent') month.world.start(reaction(month, doer.kind, id, item, random));
  return outcome;
}

interface Sent {
  id?: string;
  outcome: Outcome;
}

async function send(sql: Executor, buyer: Buyer, item: Item, content: Content): Promise<Sent> {
  const { phone = buyer.phone, message = null } = content;
  const values = {
    ...{
      seller_id: item.seller.id,
      listing_id: item.id,
      requester_phone: phone,
      requester_name: 'Ada Okafor',
    },
    ...(message !== null && { message }),
  };
  const origin = { ip: buyer.address, ...(buyer.device && { device: buyer.device }) };
  try {
    const { request, refusal } = await submit(sql, buyer.id, values, null, origin);
    if (refusal) return { outcome: outcomeOf(refusal.code) };
    return { id: request.id, outcome: answered(request) };
  } catch (error) {
    return { outcome: outcomeOf((error as { hint?: string }).hint ?? String(error)) };
  }
}

/** Asked for a code is a request that waits for one. */
function answered(request: { is_being_checked: boolean; is_waiting_for_code?: boolean }): Outcome {
  if (request.is_being_checked) return 'held';
  return request.is_waiting_for_code ? 'code' : 'sent';
}

const OUTCOMES: Record<string, Outcome> = {
  not_accepted: 'refused',
  rate_limited: 'limited',
  invalid_phone: 'number',
  phone_not_allowed: 'number',
  duplicate_request: 'duplicate',
  seller_unreachable: 'unavailable',
};

function outcomeOf(code: string): Outcome {
  const outcome = OUTCOMES[code];
  if (outcome === undefined) throw new Error(`A request was answered with ${code}.`);
  return outcome;
}

/** The seller calls within a day: a part is completed, and a part of what was no honest request is reported. */
function* reaction(month: Month, kind: Kind, id: string, item: Item, random: Random): Actor {
  const { completed, reports_of_abuse, reports_of_honest } = month.parameters.answers;
  const of = random.fork(id);
  yield 1 + of.next() * 20;
  if (of.chance(isHonest(kind) ? reports_of_honest : reports_of_abuse)) {
    const reason = isHonest(kind) || WITH_A_TEXT.includes(kind.abuse) ? 'spam' : 'fake_number';
    yield (sql) => sql`select report_callback_request(${id}, ${sql.json({ reason })}, ${item.seller.id})`;
  } else if (isHonest(kind) && of.chance(completed)) {
    yield (sql) => sql`select update_callback_request_status(${id}, 'completed', ${item.seller.id})`;
  }
}

const WITH_A_TEXT: AbuseKind[] = ['spammer', 'scraper', 'flooder'];
