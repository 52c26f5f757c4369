/** Five commands that lead one request from the question to the answer. They can be pasted as they are, again and again. */
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
      note: 'The new request. Pasted again on the same day, the answer is 409 duplicate_request with the id of the first: one request a day for a buyer and a listing.',
      command: joined(
        `curl -s -w '\\n' -X POST ${requests}`,
        as(tokens.buyer),
        json,
        `-d ${quoted(JSON.stringify(form))}`,
      ),
    },
    {
      title: 'The seller’s inbox',
      note: `What ${seller.name} received, newest first. Only the seller sees the buyer’s number, and only while the request is open.`,
      command: joined(`curl -s -w '\\n' ${as(tokens.seller)}`, `'${requests}?as=seller&limit=3'`),
    },
    {
      title: 'The seller acknowledges it',
      note: 'The inner curl finds the id of the newest request. Doing it twice changes nothing and notifies nobody again.',
      command: joined(
        `curl -s -w '\\n' -X PATCH ${as(tokens.seller)}`,
        json,
        `-d '{"status":"acknowledged"}'`,
        `"${requests}/$(curl -s ${as(tokens.seller)} '${requests}?as=seller&limit=1' | ${FIRST_ID})"`,
      ),
    },
    {
      title: 'The buyer sees the outcome',
      note: `${buyer.name}’s newest request: its status is acknowledged now.`,
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

/** Takes the first id out of a page of requests. */
const FIRST_ID = `sed 's/^{"items":\\[{"id":"\\([^"]*\\)".*/\\1/'`;

const joined = (...parts: string[]) => parts.join(' \\\n  ');
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
