/** Five commands that lead one request from the question to the answer. They can be pasted as they are, in any order and again. */
import type { DemoPeople } from './load.ts';

export interface Tokens {
  buyer: string;
  seller: string;
  operator: string;
}

export interface DemoCommand {
  title: string;
  /** What to look for in the answer. */
  note: string;
  /** For sh, bash or zsh; needs curl and sed alone. */
  command: string;
}

/** The commands, in order. `tokens` may also be the names of shell variables, such as `$BUYER`. */
export function demoCommands(
  apiUrl: string,
  { buyer, seller, listing }: DemoPeople,
  tokens: Omit<Tokens, 'operator'>,
): DemoCommand[] {
  const requests = `${apiUrl}/v1/callback-requests`;
  const as = (token: string) => `-H "Authorization: Bearer ${token}"`;
  const json = `-H 'Content-Type: application/json'`;
  const form = {
    listing_id: listing.id,
    seller_id: seller.id,
    requester_phone: buyer.phone,
    requester_name: buyer.name,
    message: 'Is it still available?',
    callback_reason: 'availability_check',
  };
  // The same key all day: the request that it made is answered again, whichever command comes first.
  const today = new Date().toISOString().slice(0, 10);
  const key = `-H 'Idempotency-Key: start-${today}-${listing.id}'`;
  const body = quoted(JSON.stringify(form));
  return [
    {
      title: 'Is the listing open for a request?',
      note: `${buyer.name} looks at “${listing.title}”. can_request says whether the button may be offered, and reason says why not.`,
      command: joined(
        `curl -s -w '\\n' ${as(tokens.buyer)}`,
        `${apiUrl}/v1/listings/${listing.id}/eligibility`,
      ),
    },
    {
      title: 'The buyer requests a callback',
      note: 'The new request. The Idempotency-Key makes it safe to repeat: pasted again, the answer is the same and nothing is added.',
      command: joined(`curl -s -w '\\n' -X POST ${requests}`, as(tokens.buyer), key, json, `-d ${body}`),
    },
    {
      title: 'The seller’s inbox',
      note: `What ${seller.name} received, newest first. The seller sees the buyer’s number only while the request is open.`,
      command: joined(`curl -s -w '\\n' ${as(tokens.seller)}`, `'${requests}?as=seller&limit=3'`),
    },
    {
      title: 'The seller acknowledges it',
      note: 'The inner curl is the second command: it makes the request unless it is there, and gives its id. Doing it twice changes nothing and notifies nobody again.',
      command: joined(
        `curl -s -w '\\n' -X PATCH ${as(tokens.seller)}`,
        json,
        `-d '{"status":"acknowledged"}'`,
        `"${requests}/$(curl -s -X POST ${requests} ${as(tokens.buyer)} ${key} ${json} -d ${body} | ${ID})"`,
      ),
    },
    {
      title: 'The buyer sees the outcome',
      note: `${buyer.name}’s newest request: its status is acknowledged once the seller has answered.`,
      command: joined(`curl -s -w '\\n' ${as(tokens.buyer)}`, `'${requests}?as=buyer&limit=1'`),
    },
  ];
}

/** The same for a terminal: two variables, then the commands. */
export function demoScript(apiUrl: string, people: DemoPeople, tokens: Tokens): string {
  const steps = demoCommands(apiUrl, people, { buyer: '$BUYER', seller: '$SELLER' });
  return [
    `BUYER=${tokens.buyer}`,
    `SELLER=${tokens.seller}`,
    ...steps.flatMap(({ title, command }) => ['', `: ${quoted(title)}`, command]),
    '',
  ].join('\n');
}

/** Takes the id out of a request. */
const ID = `sed 's/^{"id":"\\([^"]*\\)".*/\\1/'`;

const joined = (...parts: string[]) => parts.join(' \\\n  ');
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
