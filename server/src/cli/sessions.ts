/** `ringback sessions`: who is signed in to the console; ends a session. */
import type { ListedOperatorSession, OperatorSessionPage } from '@ringback/client';
import type { Sql } from '@ringback/database';
import { asOperator, OPERATOR_HELP, OPERATOR_OPTIONS, printJson } from './asOperator.ts';
import { type Command, printLine, readOptions, UsageError } from './command.ts';

export const sessions: Command = {
  summary: 'lists who is signed in to the console, or ends a session',
  help: `Usage: ringback sessions [--ended] [--as NAME] [--json]
       ringback sessions end ID [--as NAME] [--json]

Lists the open sessions of all operators, newest first, or ends one at once. Connects with the settings of \`ringback api\`.

  --ended     lists those that have ended, too, as long as they are kept
${OPERATOR_HELP}`,
  run(args) {
    return args[0] === 'end' ? end(args.slice(1)) : list(args);
  },
};

async function list(args: string[]): Promise<number> {
  const { as, json, ended } = readOptions(args, {
    ...OPERATOR_OPTIONS,
    ended: { type: 'boolean', default: false },
  });
  const items = await asOperator(as, ({ sql, operatorId }) => allSessions(sql, operatorId, ended));
  if (json) return printJson({ items });
  for (const item of items) process.stdout.write(`${lineOf(item)}\n`);
  if (items.length === 0) printLine('Nobody is signed in.');
  return 0;
}

async function end([id, ...args]: string[]): Promise<number> {
  const { as, json } = readOptions(args, OPERATOR_OPTIONS);
  if (!/^[0-9a-f-]{36}$/i.test(id ?? ''))
    throw new UsageError('Name the session by its ID: ringback sessions lists them.');
  await asOperator(
    as,
    ({ sql, operatorId }) => sql`select public.end_callback_operator_session(${id as string}, ${operatorId})`,
  );
  if (json) return printJson({ id, ended: true });
  printLine('The session has ended.');
  return 0;
}

async function allSessions(sql: Sql, operatorId: string, ended: boolean): Promise<ListedOperatorSession[]> {
  const items: ListedOperatorSession[] = [];
  let cursor: string | null = null;
  do {
    const [row]: { page: OperatorSessionPage }[] = await sql<{ page: OperatorSessionPage }[]>`
      select public.list_callback_operator_sessions(100, ${cursor}, null, ${ended}, ${operatorId}) as page`;
    items.push(...(row?.page.items ?? []));
    cursor = row?.page.next_cursor ?? null;
  } while (cursor !== null);
  return items;
}

function lineOf({
  id,
  name,
  role,
  created_at,
  last_seen_at,
  ended_at,
  user_agent,
}: ListedOperatorSession): string {
  const times = [
    `since ${minute(created_at)}`,
    ended_at ? `ended ${minute(ended_at)}` : `seen ${minute(last_seen_at)}`,
  ];
  return [id, role.padEnd(7), name ?? '', ...times, user_agent ?? ''].join('  ');
}

const minute = (time: string) => `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
