/** `ringback export-person`: everything stored about a person, for programs or as a page that they can read. */
import { writeFile } from 'node:fs/promises';
import type { PersonalData } from '@ringback/client';
import { personalDataPage } from '@ringback/client/privacy';
import { asOperator, OPERATOR_HELP } from './asOperator.ts';
import { type Command, calledFrom, print, printLine, readOptions, UsageError } from './command.ts';

export const exportPerson: Command = {
  summary: 'exports everything stored about a person',
  help: `Usage: ringback export-person ID [--html] [--out FILE] [--reason TEXT] [--as NAME]

Writes JSON, or with --html a page in the person's language that needs nothing else. It holds no number, mail address or
note of anyone else. Connects with the settings of \`ringback api\`; the audit keeps that it was asked for.

  --html         as a page
  --out FILE     to a file that only you can read, in place of the terminal
  --reason TEXT  why, for the audit
${asName()}`,
  async run([id, ...args]) {
    if (!id || id.startsWith('-')) throw new UsageError('Name the person by their id in the marketplace.');
    const { html, out, reason, as } = readOptions(args, {
      html: { type: 'boolean', default: false },
      out: { type: 'string' },
      reason: { type: 'string' },
      as: { type: 'string' },
    });
    const data = await read(id, reason, as);
    const text = html ? personalDataPage(data) : `${JSON.stringify(data, null, 2)}\n`;
    if (out === undefined) return print(text, 0);
    await writeFile(calledFrom(out), text, { mode: 0o600 });
    printLine(`Wrote ${out}.`);
    return 0;
  },
};

/** What is written is JSON anyway. */
function asName(): string {
  return OPERATOR_HELP.split('\n')
    .filter((line) => !line.includes('--json'))
    .join('\n');
}

const read = (id: string, reason: string | undefined, as: string | undefined) =>
  asOperator(as, async ({ sql, operatorId }) => {
    const [row] = await sql<{ data: PersonalData }[]>`select public.export_callback_person(
      callback_private.sent_person(${id}, 'id'), ${reason ?? null}, ${operatorId}) as data`;
    return row?.data as PersonalData;
  });
