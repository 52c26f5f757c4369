/** Each rule of clean-up: how much is due now, by the condition that deletes it, and what it removed last. */
import type { Retention } from '@ringback/client';
import { durationWords } from '../policy/durations.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { format } from '../ui/format.ts';
import { Section } from '../ui/Page.tsx';
import { Empty } from '../ui/states.tsx';
import { Time } from '../ui/Time.tsx';
import type { Column } from '../ui/table/columns.ts';
import { Table } from '../ui/table/Table.tsx';
import { wholeList } from '../ui/table/usePages.ts';
import { useRetention } from './queries.ts';
import { texts } from './texts.ts';

type Rule = Retention['rules'][number];

const { rules: words } = texts;

export function Rules() {
  const query = useRetention();
  return (
    <Section
      title={words.title}
      actions={
        <ButtonLink to="/policy" look="quiet">
          {words.policy}
        </ButtonLink>
      }
    >
      <Table<Rule>
        id="retention"
        label={words.title}
        columns={COLUMNS}
        pages={wholeList({ ...query, data: query.data?.rules })}
        rowId={({ name }) => name}
        isExported
        empty={<Empty title={words.none} />}
      />
    </Section>
  );
}

const dueOf = ({ due, is_more_due }: Rule) =>
  is_more_due ? words.more(format.number(due)) : format.number(due);
/** A zero is removed as soon as it has ended, such as a legal hold. */
const keptFor = (duration: string) => (duration === 'PT0S' ? words.untilEnd : durationWords(duration));
const lastOf = ({ last_rows, last_day }: Rule) =>
  last_day ? words.rows(format.number(last_rows), format.day(last_day)) : words.never;

const COLUMNS: Column<Rule>[] = [
  { id: 'rule', label: words.name, isTitle: true, cell: ({ meaning }) => meaning, csv: ({ name }) => name },
  {
    id: 'kept',
    label: words.keptFor,
    cell: ({ kept_for }) => keptFor(kept_for),
    csv: ({ kept_for }) => kept_for,
  },
  { id: 'due', label: words.due, align: 'end', cell: dueOf, csv: ({ due }) => due },
  { id: 'last', label: words.last, cell: lastOf, csv: lastOf },
  {
    id: 'ran',
    label: words.ran,
    cell: ({ last_run_at }) => (last_run_at ? <Time at={last_run_at} /> : words.notYet),
    csv: ({ last_run_at }) => last_run_at,
  },
  {
    id: 'table',
    label: words.table,
    isExtra: true,
    cell: ({ table }) => <code>{table}</code>,
    csv: ({ table }) => table,
  },
  {
    id: 'setting',
    label: words.setting,
    isExtra: true,
    cell: ({ setting }) => (setting ? <code>{setting}</code> : words.fixed),
    csv: ({ setting }) => setting,
  },
];
