/** Sellers compared over a range of days; each leads to the person with their requests. */
import type { SellerFigure, SellerFigureRange, SellerFigures } from '@ringback/client';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../app/client.tsx';
import { FilterBar } from '../ui/FilterBar.tsx';
import { format } from '../ui/format.ts';
import { Page } from '../ui/Page.tsx';
import { useFilters } from '../ui/search.ts';
import { Empty } from '../ui/states.tsx';
import type { Column } from '../ui/table/columns.ts';
import { comparisonColumns } from '../ui/table/comparison.tsx';
import { Table } from '../ui/table/Table.tsx';
import { wholeList } from '../ui/table/usePages.ts';
import { texts } from './texts.ts';

const MOST = 100;

export function SellersPage() {
  const client = useClient();
  const { values, change } = useFilters();
  const range = { ...(values as SellerFigureRange), limit: MOST };
  const query = useQuery({
    queryKey: ['sellers', range],
    queryFn: ({ signal }) => client.getSellerFigures(range, { signal }),
  });
  const { data, error, refetch } = query;
  return (
    <Page title={texts.title} lead={data ? `${texts.lead} ${countOf(data)}` : texts.lead}>
      <FilterBar period="month" />
      <Table<SellerFigure>
        id="sellers"
        label={texts.label}
        columns={COLUMNS}
        pages={wholeList({ data: data?.items, error, refetch, isAll: data?.sellers === data?.items.length })}
        rowId={({ id }) => id}
        open={({ id }) => ({ to: '/people/$id', params: { id }, search: { tab: 'received' } })}
        sort={{ by: values.sort ?? '-requests', set: (sort) => change({ sort }) }}
        empty={<Empty title={texts.none} />}
        isExported
      />
    </Page>
  );
}

function countOf({ sellers, items }: SellerFigures): string {
  const shown = format.number(items.length);
  return sellers > items.length ? texts.first(shown, format.number(sellers)) : texts.count(sellers, shown);
}

const COLUMNS: Column<SellerFigure>[] = [
  {
    ...{ id: 'name', label: texts.name, isTitle: true, csv: ({ name, id }) => name ?? id },
    cell: ({ name }) => name ?? texts.unknown,
  },
  ...comparisonColumns<SellerFigure>(),
];
