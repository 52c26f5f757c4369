/** Who did what: filtered in the address, each entry in words, and all of them as a file. */
import { AUDIT_ACTIONS, AUDIT_SUBJECTS } from '@ringback/client';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../app/client.tsx';
import { useSession } from '../app/session.tsx';
import { momentsOf } from '../ui/days.ts';
import { FilterBar } from '../ui/FilterBar.tsx';
import { Page } from '../ui/Page.tsx';
import { useFilters } from '../ui/search.ts';
import { Empty } from '../ui/states.tsx';
import { Table } from '../ui/table/Table.tsx';
import { usePages } from '../ui/table/usePages.ts';
import { auditColumns } from './columns.tsx';
import { ExportLines } from './ExportLines.tsx';
import { labelOf, subjectLabel } from './sentence.ts';
import { texts } from './texts.ts';

export function AuditPage() {
  const pages = useAudit();
  const { values } = useFilters();
  const isFiltered = Object.values(values).some((value) => value !== undefined);
  return (
    <Page title={texts.title} lead={texts.lead} actions={<ExportLines pages={pages} />}>
      <Filters />
      <Table
        id="audit"
        label={texts.table}
        columns={auditColumns}
        pages={pages}
        rowId={({ id }) => id}
        isExported
        {...(!isFiltered && { empty: <Empty title={texts.none} /> })}
      />
    </Page>
  );
}

/** The entries that the address asks for. */
function useAudit() {
  const client = useClient();
  const { time_zone } = useSession();
  const { values } = useFilters();
  const filter = {
    operator_id: values.operator,
    action: values.action,
    subject_kind: values.subject,
    subject_id: values.search,
    ...momentsOf(values, time_zone),
  };
  return usePages({
    key: ['audit', filter],
    load: (cursor, signal) => client.listAudit({ ...filter, cursor, limit: 50 }, { signal }),
  });
}

function Filters() {
  const client = useClient();
  const { data } = useQuery({
    queryKey: ['operators', 'names'],
    queryFn: ({ signal }) => client.listOperators({ limit: 100 }, { signal }),
    staleTime: 60_000,
  });
  const operators = data?.items ?? [];
  return (
    <FilterBar
      search={{ label: texts.search, hint: texts.searchHint }}
      choices={[
        {
          ...{ name: 'operator', label: texts.operator },
          options: operators.map(({ id, name, subject }) => ({ value: id, label: name ?? subject })),
        },
        {
          ...{ name: 'action', label: texts.action },
          options: AUDIT_ACTIONS.map((action) => ({ value: action, label: labelOf(action) })),
        },
        {
          ...{ name: 'subject', label: texts.subject },
          options: AUDIT_SUBJECTS.map((kind) => ({ value: kind, label: subjectLabel(kind) })),
        },
      ]}
      period="any"
    />
  );
}
