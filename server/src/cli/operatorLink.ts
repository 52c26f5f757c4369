/** `ringback operator-link`: a link that signs one operator in to the console, once. */
import { userInfo } from 'node:os';
import { OPERATOR_ROLES } from '@ringback/client';
import type { Sql } from '@ringback/database';
import { hashOf, newSecret } from '../http/access/sessions.ts';
import { readInstallation } from '../platform/config.ts';
import { CommandError } from '../platform/lifecycle.ts';
import { asOperator, OPERATOR_HELP, OPERATOR_OPTIONS, printJson } from './asOperator.ts';
import { type Command, printLine, readOptions, UsageError } from './command.ts';

interface Link {
  token: string;
  name: string;
  role: string;
  expires_at: string;
}

export const operatorLink: Command = {
  summary: 'prints a link that signs an operator in, once',
  help: `Usage: ringback operator-link [--name NAME] [--role viewer|support|admin] [--as NAME] [--json]

Prints a link to the console that works once, within 10 minutes, and signs in as an operator of that name. Connects with the
settings of \`ringback api\`. Give the link only to the person it is for.

  --name NAME   whom the link is for; by default the name of your account on this machine
  --role ROLE   what they may do; admin by default. A new role ends the sessions of the same name
${OPERATOR_HELP}`,
  async run(args) {
    const { as, json, name, role } = readOptions(args, {
      ...OPERATOR_OPTIONS,
      name: { type: 'string', default: userInfo().username },
      role: { type: 'string', default: 'admin' },
    });
    if (!OPERATOR_ROLES.some((known) => known === role))
      throw new UsageError(`"${role}" is no role. Roles: ${OPERATOR_ROLES.join(', ')}.`);
    const address = consoleAddress();
    const { token, ...link } = await asOperator(as, ({ sql, operatorId }) =>
      createLink(sql, operatorId, { name, role }),
    );
    const url = `${address}/sign-in#${token}`;
    if (json) return printJson({ url, ...link });
    process.stdout.write(`${url}\n`);
    printLine(`Signs in ${link.name} as ${link.role}, once, within 10 minutes.`);
    return 0;
  },
};

/** Makes a link, in the name of an operator who is admin. The database learns its token's hash alone. */
export async function createLink(
  sql: Sql,
  operatorId: string,
  { name, role }: Pick<Link, 'name' | 'role'>,
): Promise<Link> {
  const token = newSecret();
  const [row] = await sql<{ link: Omit<Link, 'token'> }[]>`
    select callback_private.create_operator_link(${hashOf(token)}, ${name}, ${role}, ${operatorId}) as link`;
  return { token, ...(row?.link as Omit<Link, 'token'>) };
}

function consoleAddress(): string {
  const { publicUrl, consolePath } = readInstallation(process.env).http;
  if (consolePath) return publicUrl + consolePath;
  throw new CommandError(
    'The console is off here. Set CONSOLE_PATH to the path where it is, such as /console.',
  );
}
