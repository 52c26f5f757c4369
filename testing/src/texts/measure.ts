/**
 * What the rules for copied texts do on a collection of real messages: whether small changes hide a copy, and how often people who copy
 * nothing are taken for people who do. The senders are not in the collection, so its messages are dealt out to senders by chance.
 */
import type { Sql } from '@ringback/database';
import { percent } from '../abuse/figures.ts';
import { appoint } from '../database/operators.ts';
import { submit } from '../database/requests.ts';
import { setInstant } from '../database/simulated.ts';
import { tableOf } from '../table.ts';
import { type Buyer, createMarket, type Market } from '../world/market.ts';
import { type Random, randomOf } from '../world/random.ts';
import { instantOf } from '../world/world.ts';
import { type Message, readCollection } from './collection.ts';
import { MUTATIONS } from './mutations.ts';

const MUTATED = 300;
/** As many requests as one buyer may send in a day. */
const PER_SENDER = 10;
const TEXT_SIGNALS = ['copied_text', 'widely_copied_text', 'similar_text', 'widely_similar_text'];

export interface TextFigures {
  /** Share of the mutated copies that the rules take for the same text. */
  mutations: Record<string, number>;
  crowds: CrowdFigures[];
}

interface CrowdFigures {
  crowd: string;
  messages: number;
  /** Shares of them: long enough to count; equal to an earlier one of anyone; taken for a copy of their sender; with a link; held. */
  counted: number;
  repeated: number;
  copied: number;
  link: number;
  held: number;
}

export async function measureTexts(sql: Sql, file: string): Promise<TextFigures> {
  const messages = readCollection(file).filter(({ text }) => text.trim() !== '');
  const random = randomOf('texts');
  await setInstant(sql, instantOf(12));
  await appoint(sql, 'admin');
  await sql`update callback_private.settings set risk_mode = 'on', requests_per_seller_per_day = 10000`;
  const size = { country: 'GB', sellers: PER_SENDER * 20, listings_per_seller: 1 };
  const market = await createMarket(sql, size, [], random.fork('market'));
  const mutations = await mutationsFound(sql, messages, random.fork('mutations'));
  const crowds = [];
  for (const isSpam of [false, true]) {
    const crowd = messages.filter((message) => message.isSpam === isSpam).map(({ text }) => text);
    crowds.push(await crowdFigures(sql, market, isSpam ? 'spam' : 'legitimate', crowd, random.fork('crowd')));
  }
  return { mutations, crowds };
}

export function printTexts({ mutations, crowds }: TextFigures): string {
  return [
    tableOf(
      crowds.map(({ crowd, messages, counted, repeated, copied, link, held }) => ({
        ...{
          messages: crowd,
          number: messages,
          'long enough': percent(counted),
          'equal to any': percent(repeated, 2),
        },
        ...{
          'copied by sender': percent(copied, 2),
          'with a link': percent(link, 2),
          held: percent(held, 2),
        },
      })),
    ),
    tableOf(
      Object.entries(mutations).map(([name, share]) => ({
        'copies changed by': name,
        found: percent(share),
      })),
    ),
  ].join('\n\n');
}

async function mutationsFound(
  sql: Sql,
  messages: Message[],
  random: Random,
): Promise<Record<string, number>> {
  const long = messages.map(({ text }) => text).filter((text) => text.length >= 40);
  const texts = Array.from({ length: MUTATED }, () => random.pick(long));
  const found: Record<string, number> = {};
  for (const [name, mutate] of Object.entries(MUTATIONS)) {
    const pairs = texts.map((text) => [text, mutate(text, random)]);
    const [row] = await sql<{ share: number }[]>`
      select avg((callback_private.text_similarity(callback_private.text_fingerprint(pair ->> 0),
        callback_private.text_fingerprint(pair ->> 1)) >= 0.6)::int)::float8 as share
      from json_array_elements(${JSON.stringify(pairs)}::text::json) pair`;
    found[name] = row?.share ?? 0;
  }
  return found;
}

/** Each sender sends ten messages to ten sellers. */
async function crowdFigures(
  sql: Sql,
  market: Market,
  crowd: string,
  texts: string[],
  random: Random,
): Promise<CrowdFigures> {
  const senders = Array.from({ length: Math.ceil(texts.length / PER_SENDER) }, (_, n) =>
    market.buyer(random.fork(`${crowd} ${n}`)),
  );
  await market.save(sql);
  for (const [n, text] of shuffled(texts, random).entries())
    await sendOne(sql, market, senders[Math.floor(n / PER_SENDER)] as Buyer, n, text);
  const [shares] = await sql<Omit<CrowdFigures, 'crowd' | 'messages'>[]>`
    select avg((f.text_length >= 25)::int)::float8 as counted,
      1 - count(distinct f.text_hash)::float8 / count(f.text_hash) as repeated,
      avg((f.signals && ${TEXT_SIGNALS})::int)::float8 as copied,
      avg(f.has_link::int)::float8 as link,
      avg((f.outcome <> 'allow')::int)::float8 as held
    from callback_private.request_facts f where f.requester_id = any (${senders.map(({ id }) => id)}::uuid[])`;
  return { crowd, messages: texts.length, ...(shares as Omit<CrowdFigures, 'crowd' | 'messages'>) };
}

async function sendOne(sql: Sql, market: Market, buyer: Buyer, n: number, text: string): Promise<void> {
  const item = market.items[n % market.items.length];
  const request = {
    ...{ seller_id: item?.seller.id, listing_id: item?.id, requester_phone: buyer.phone },
    // Control characters, which the form takes out too.
    ...{ requester_name: 'Ada Okafor', message: text.replaceAll(/\p{Cc}/gu, ' ') },
  };
  await submit(sql, buyer.id, request, null, { ip: buyer.address, device: buyer.device ?? '' });
}

function shuffled<T>(items: T[], random: Random): T[] {
  return items
    .map((item) => ({ item, place: random.next() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
