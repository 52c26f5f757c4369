/** `ringback erase-person`: erases everything stored about a person, and erases again what a restored backup brought back. */
import { readFile } from 'node:fs/promises';
import type { Erasure } from '@ringback/client';
import { CommandError } from '../platform/lifecycle.ts';
import { asOperator, OPERATOR_HELP, OPERATOR_OPTIONS, printJson } from './asOperator.ts';
import { type Command, calledFrom, print, printLine, readOptions, UsageError } from './command.ts';

export const erasePerson: Command = {
  summary: 'erases everything stored about a person',
  help: `Usage: ringback erase-person ID [--preview] [--reason TEXT] [--as NAME] [--json]
       ringback erase-person --list > FILE
       ringback erase-person --again FILE

Erases for good; the totals stay. Open requests are closed and their other sides are notified. --list writes the hashes of
all who were erased: keep that file beside your backups. After restoring one, run --again before you start a worker.
Connects with the settings of \`ringback api\`.

  --preview      only counts
  --reason TEXT  why, for the audit
  --list         writes who was erased, as hashes
  --again FILE   erases again whom such a file names
${OPERATOR_HELP}`,
  async run(args) {
    const [id, options] = args[0]?.startsWith('-') ? [undefined, args] : [args[0], args.slice(1)];
    const { preview, reason, list, again, as, json } = readOptions(options, {
      ...OPERATOR_OPTIONS,
      preview: { type: 'boolean', default: false },
      reason: { type: 'string' },
      list: { type: 'boolean', default: false },
      again: { type: 'string' },
    });
    if (list) return listErasures(as);
    if (again !== undefined) return eraseAgain(again, as, json);
    if (!id) throw new UsageError('Name the person by their id in the marketplace.');
    const erasure = await erase({ id, reason, preview, as });
    return json ? printJson(erasure) : report(erasure, preview);
  },
};

interface Wanted {
  id: string;
  reason: string | undefined;
  preview: boolean;
  as: string | undefined;
}

const erase = ({ id, reason, preview, as }: Wanted) =>
  asOperator(as, async ({ sql, operatorId }) => {
    const [row] = await sql<{ erasure: Erasure }[]>`select public.erase_callback_person(
      callback_private.sent_person(${id}, 'id'), ${reason ?? null}, ${preview}, ${operatorId}) as erasure`;
    return row?.erasure as Erasure;
  });

function report(erasure: Erasure, preview: boolean): number {
  const counts = [
    `${erasure.requests_made} requests made, ${erasure.requests_received} received, ${erasure.open_requests} of them open`,
    `${erasure.notifications} notifications with ${erasure.deliveries} deliveries, ${erasure.devices} devices`,
  ];
  printLine(`${preview ? 'Would erase' : 'Erased'}: ${counts.join('; ')}.`);
  if (erasure.held_until) printLine(`A legal hold keeps them until ${erasure.held_until}.`);
  return 0;
}

async function listErasures(as: string | undefined): Promise<number> {
  const erasures = await asOperator(as, async ({ sql }) => {
    const [row] = await sql<{ erasures: unknown }[]>`select callback_private.list_erasures() as erasures`;
    return row?.erasures;
  });
  return print(`${JSON.stringify(erasures)}\n`, 0);
}

async function eraseAgain(file: string, as: string | undefined, json: boolean): Promise<number> {
  const erasures = await readErasures(file);
  const result = await asOperator(as, async ({ sql }) => {
    const [row] = await sql<
      { result: { erased: number; held: number } }[]
    >`select callback_private.erase_again(${JSON.stringify(erasures)}::text::jsonb) as result`;
    return row?.result ?? { erased: 0, held: 0 };
  });
  if (json) return printJson(result);
  printLine(result.erased === 0 ? 'Nobody had to be erased again.' : `Erased ${result.erased} again.`);
  if (result.held > 0)
    printLine(`Kept by a legal hold in this backup: ${result.held}. Lift the hold, then run this again.`);
  return 0;
}

interface ErasedPerson {
  person_hash: string;
  erased_at: string;
}

async function readErasures(file: string): Promise<ErasedPerson[]> {
  const text = await readFile(calledFrom(file), 'utf8').catch((error: Error) => {
    throw new CommandError(`${file} can't be read (${error.message}).`);
  });
  const list = parsed(text);
  if (!Array.isArray(list) || !list.every(isErasedPerson))
    throw new CommandError(`${file} is not what \`ringback erase-person --list\` writes.`);
  return list;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isErasedPerson = (each: Partial<ErasedPerson> | null): each is ErasedPerson =>
  /^[0-9a-f]{64}$/.test(each?.person_hash ?? '') && !Number.isNaN(Date.parse(each?.erased_at ?? ''));
