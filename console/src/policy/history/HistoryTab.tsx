/** Who changed which setting or switch when; what no later change has touched is undone by one press. */
import type { PolicyChange, Setting } from '@ringback/client';
import { useMemo, useState } from 'react';
import { useClient } from '../../app/client.tsx';
import { useCan } from '../../app/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { useNotify } from '../../ui/Notices.tsx';
import { useFilters } from '../../ui/search.ts';
import { Empty } from '../../ui/states.tsx';
import { Time } from '../../ui/Time.tsx';
import type { Column } from '../../ui/table/columns.ts';
import { Table } from '../../ui/table/Table.tsx';
import { usePages } from '../../ui/table/usePages.ts';
import { Differences } from '../Differences.tsx';
import { nameOf } from '../names.ts';
import { CHANGES_KEY, useReload } from '../queries.ts';
import { texts } from '../texts.ts';
import { sideWords } from '../values.ts';

const { history: words } = texts;

export function HistoryTab({ settings }: { settings: readonly Setting[] }) {
  const client = useClient();
  const { values, change } = useFilters();
  const { setting } = values;
  const [undone, setUndone] = useState<PolicyChange>();
  const columns = useColumns(settings, setUndone);
  const pages = usePages({
    key: [...CHANGES_KEY, setting],
    load: (cursor, signal) => client.listPolicyChanges({ setting, cursor, limit: 50 }, { signal }),
  });
  return (
    <>
      {setting && (
        <p className="filters-row">
          <span>{words.only(nameOf(setting))}</span>
          <Button look="quiet" onClick={() => change({ setting: undefined })}>
            {words.all}
          </Button>
        </p>
      )}
      <Table
        id="policy-changes"
        label={words.label}
        columns={columns}
        pages={pages}
        rowId={({ id }) => id}
        isExported
        empty={<Empty title={words.empty} />}
      />
      {undone && <Undo change={undone} settings={settings} onClose={() => setUndone(undefined)} />}
    </>
  );
}

function useColumns(
  settings: readonly Setting[],
  undo: (change: PolicyChange) => void,
): Column<PolicyChange>[] {
  const isAdmin = useCan('admin');
  return useMemo(
    () => [
      {
        ...{ id: 'what', label: words.what, isTitle: true },
        cell: (change) => <What change={change} settings={settings} />,
        csv: ({ changes }) =>
          changes
            .map(
              (each) =>
                `${each.setting}: ${sideWords(each, each.old, settings)} → ${sideWords(each, each.new, settings)}`,
            )
            .join('; '),
      },
      {
        ...{ id: 'who', label: words.who },
        cell: ({ changed_by: { operator_id, name } }) =>
          operator_id === null ? texts.setting.bySql(name) : name,
        csv: ({ changed_by }) => changed_by.name,
      },
      { ...{ id: 'when', label: words.when }, cell: ({ at }) => <Time at={at} />, csv: ({ at }) => at },
      ...(isAdmin
        ? [
            {
              ...{ id: 'undo', label: words.undo, align: 'end' as const },
              cell: (change: PolicyChange) =>
                change.can_undo ? (
                  <Button icon="undo" onClick={() => undo(change)}>
                    {words.undo}
                  </Button>
                ) : (
                  <span className="quiet">{words.later}</span>
                ),
            },
          ]
        : []),
    ],
    [settings, undo, isAdmin],
  );
}

function What({ change, settings }: { change: PolicyChange; settings: readonly Setting[] }) {
  return (
    <>
      <Differences differences={change.changes} settings={settings} />
      {change.undoes && <span className="quiet">{words.undoes}</span>}
    </>
  );
}

interface UndoProps {
  change: PolicyChange;
  settings: readonly Setting[];
  onClose: () => void;
}

function Undo({ change, settings, onClose }: UndoProps) {
  const client = useClient();
  const notify = useNotify();
  const reload = useReload();
  const back = change.changes.map((each) => ({ ...each, old: each.new, new: each.old }));
  return (
    <Confirm
      title={words.undoTitle}
      act={words.undo}
      onClose={onClose}
      run={async () => {
        await client.undoPolicyChange(change.id);
        await reload();
        notify({ tone: 'success', message: words.undone });
      }}
    >
      <Differences differences={back} settings={settings} />
    </Confirm>
  );
}
