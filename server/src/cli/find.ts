/** `ringback find`: requests, or people, by anything that a person can name. */
import type { OperatorPersonPage, OperatorRequestPage } from '@ringback/client';
import type { Sql } from '@ringback/database';
import { asOperator, OPERATOR_HELP, OPERATOR_OPTIONS, printJson } from './asOperator.ts';
import { type Command, print, printLine, readOptions, UsageError } from './command.ts';

export const find: Command = {
  summary: 'finds requests or people by a number, a name or an id',
  help: `Usage: ringback find TEXT [--status STATUS] [--limit N] [--all]
       ringback find TEXT --people [--limit N] [--all]

TEXT is a request's id or its first eight digits, a phone number in any form or its last four digits, the id of a listing or a person,
a mail address, or the beginning of a name or of a listing's title. Numbers are masked; a search by number is in the audit.

  --people          people in place of requests
  --status STATUS   only requests that are pending, acknowledged, completed, cancelled or expired
  --limit N         at most so many, up to 100 (20)
  --all             search without a bound where the marketplace's tables have no index
${OPERATOR_HELP}`,
  run: ([text, ...args]) => findText(text, args),
};

const FIND_OPTIONS = {
  ...OPERATOR_OPTIONS,
  people: { type: 'boolean', default: false },
  status: { type: 'string' },
  limit: { type: 'string', default: '20' },
  all: { type: 'boolean', default: false },
} as const;

interface Search {
  text: string;
  limit: number;
  all: boolean;
  status: string | undefined;
}

async function findText(text: string | undefined, args: string[]): Promise<number> {
  if (text === undefined || text.startsWith('--')) throw new UsageError('Say what to find.');
  const { json, as, people, limit, ...given } = readOptions(args, FIND_OPTIONS);
  const search = { text, limit: limitOf(limit), all: given.all, status: given.status };
  if (people) {
    const page = await asOperator(as, ({ sql, operatorId }) => findPeople(sql, operatorId, search));
    return json ? printJson(page) : printPage(page, peopleLines(page));
  }
  const page = await asOperator(as, ({ sql, operatorId }) => findRequests(sql, operatorId, search));
  return json ? printJson(page) : printPage(page, requestLines(page));
}

function limitOf(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    throw new UsageError('--limit must be between 1 and 100.');
  return limit;
}

async function findRequests(sql: Sql, operator: string, search: Search): Promise<OperatorRequestPage> {
  const { text, all, status = null, limit } = search;
  const [row] = await sql<{ page: OperatorRequestPage }[]>`
    select public.search_callback_requests(
      ${text}, ${all}, ${status}, p_limit => ${limit}, p_operator_id => ${operator}) as page`;
  return row?.page as OperatorRequestPage;
}

async function findPeople(sql: Sql, operator: string, search: Search): Promise<OperatorPersonPage> {
  const [row] = await sql<{ page: OperatorPersonPage }[]>`
    select public.search_callback_people(${search.text}, ${search.all}, ${search.limit}, ${operator}) as page`;
  return row?.page as OperatorPersonPage;
}

const requestLines = ({ items }: OperatorRequestPage) =>
  items.map(({ id, status, requested_at, phone_masked, listing, buyer, seller, attempts_count }) =>
    [
      id,
      status.padEnd(12),
      requested_at.slice(0, 16),
      `${attempts_count} calls`,
      phone_masked ?? '',
      `${buyer.name ?? '–'} → ${seller.name ?? '–'}: ${listing.title ?? '–'}`,
    ].join('  '),
  );

const peopleLines = ({ items }: OperatorPersonPage) =>
  items.map(({ id, name, requests_sent, requests_received }) =>
    [id, name ?? '–', `${requests_sent} sent`, `${requests_received} received`].join('  '),
  );

function printPage(
  { partial, matched_by }: OperatorPersonPage | OperatorRequestPage,
  lines: string[],
): number {
  if (matched_by) printLine(`Found by ${matched_by.replaceAll('_', ' ')}.`);
  if (partial) printLine('There may be more: add --all, or name more of it.');
  return print(lines.length > 0 ? `${lines.join('\n')}\n` : 'Nothing found.\n', lines.length > 0 ? 0 : 1);
}
