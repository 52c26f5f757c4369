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
import { Table } from '../ui/table/Table.tsx';
import { wholeList } from '../ui/table/usePages.ts';
import { texts } from './texts.ts';

const MOST = 100;
const { columns: words } = texts;

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
    ...{ id: 'name', label: words.name, isTitle: true, csv: ({ name, id }) => name ?? id },
    cell: ({ name }) => name ?? texts.unknown,
  },
  { ...countColumn('received', words.received), sort: 'requests' },
  { ...rateColumn('answer_rate', words.answerRate), sort: 'answer_rate' },
  { ...rateColumn('contact_rate', words.contactRate), sort: 'contact_rate' },
  {
    ...{
      id: 'completion_rate',
      label: words.completionRate,
      align: 'end',
      csv: (seller) => seller.completion_rate,
    },
    cell: ({ completion_rate }) => format.percent(completion_rate),
  },
  {
    ...{ id: 'median', label: words.median, align: 'end', sort: 'median' },
    cell: ({ median_response_seconds: seconds }) => (seconds === null ? '–' : format.duration(seconds)),
    csv: (seller) => seller.median_response_seconds,
  },
  { ...countColumn('declined', words.declined), isExtra: true },
  countColumn('expired', words.expired),
];

function countColumn(id: 'received' | 'declined' | 'expired', label: string): Column<SellerFigure> {
  return {
    id,
    label,
    align: 'end',
    cell: (seller) => format.number(seller[id]),
    csv: (seller) => seller[id],
  };
}

/** With the bounds between which it lies. */
function rateColumn(id: 'answer_rate' | 'contact_rate', label: string): Column<SellerFigure> {
  const bounds = (seller: SellerFigure) => [seller[`${id}_low`], seller[`${id}_high`]] as const;
  return {
    ...{ id, label, align: 'end', csv: (seller) => seller[id] },
    cell: (seller) => {
      const [low, high] = bounds(seller);
      return (
        <span>
          {format.percent(seller[id])}{' '}
          {low !== null && (
            <span className="quiet">({texts.bounds(format.percent(low), format.percent(high))})</span>
          )}
        </span>
      );
    },
  };
}
