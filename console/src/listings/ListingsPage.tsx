/** Listings compared over a range of days, or their categories. A listing leads to its requests, a category to its listings. */
import type { ListingFigure, ListingFigureRange } from '@ringback/client';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../app/client.tsx';
import { useSwitches } from '../policy/queries.ts';
import { FilterBar } from '../ui/FilterBar.tsx';
import { format } from '../ui/format.ts';
import { Page } from '../ui/Page.tsx';
import { useFilters } from '../ui/search.ts';
import { Empty } from '../ui/states.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { TargetLink } from '../ui/TargetLink.tsx';
import type { Column } from '../ui/table/columns.ts';
import { comparisonColumns } from '../ui/table/comparison.tsx';
import { Table } from '../ui/table/Table.tsx';
import { wholeList } from '../ui/table/usePages.ts';
import { texts } from './texts.ts';

const MOST = 100;

export function ListingsPage() {
  const client = useClient();
  const { values, change } = useFilters();
  const { tab, category, ...range } = values;
  const by = tab === 'category' ? 'category' : 'listing';
  const places = useSwitches().data;
  const asked = {
    ...range,
    ...(by === 'category' ? { by } : category && { category }),
    limit: MOST,
  } as ListingFigureRange;
  const { data, error, refetch } = useQuery({
    queryKey: ['listings', asked],
    queryFn: ({ signal }) => client.getListingFigures(asked, { signal }),
  });
  const isAll = !data || data.count === data.items.length;
  return (
    <Page
      title={texts.title}
      lead={
        isAll
          ? texts.lead
          : `${texts.lead} ${texts.shown(format.number(data.items.length), format.number(data.count))}`
      }
    >
      <Tabs
        label={texts.tabs.label}
        tabs={[
          { id: 'listing', label: texts.tabs.listing },
          { id: 'category', label: texts.tabs.category },
        ]}
      />
      <FilterBar
        choices={
          by === 'category'
            ? []
            : [
                {
                  ...{ name: 'category', label: texts.categoryFilter },
                  options: (places?.categories ?? []).map(({ value }) => ({ value, label: value })),
                },
              ]
        }
        period="month"
      />
      <Table<ListingFigure>
        key={by}
        id={`compared-${by}`}
        label={texts.label[by]}
        columns={by === 'category' ? categoryColumns({ from: range.from, to: range.to }) : LISTING_COLUMNS}
        pages={wholeList({ data: data?.items, error, refetch, isAll })}
        rowId={({ id }) => id}
        open={({ id }) =>
          by === 'category'
            ? { to: '/listings', search: { ...range, category: id } }
            : { to: '/requests', search: { search: id } }
        }
        sort={{ by: values.sort ?? '-requests', set: (sort) => change({ sort }) }}
        empty={<Empty title={texts.none[by]} />}
        isExported
      />
    </Page>
  );
}

const categoryName = ({ category }: ListingFigure) => category ?? texts.noCategory;

const LISTING_COLUMNS: Column<ListingFigure>[] = [
  {
    ...{ id: 'name', label: texts.columns.listing, isTitle: true, csv: ({ name, id }) => name ?? id },
    cell: ({ name }) => name ?? texts.gone,
  },
  {
    ...{ id: 'category', label: texts.columns.category, isExtra: true, csv: ({ category }) => category },
    cell: categoryName,
  },
  ...comparisonColumns<ListingFigure>(),
];

const categoryColumns = (days: Record<string, string | undefined>): Column<ListingFigure>[] => [
  {
    ...{ id: 'name', label: texts.columns.category, isTitle: true, csv: ({ id }) => id },
    cell: categoryName,
  },
  ...comparisonColumns<ListingFigure>(),
  {
    ...{ id: 'overview', label: texts.columns.overview },
    cell: (row) => (
      <TargetLink to="/" search={{ category: row.id, ...days }}>
        {texts.openFigures(categoryName(row))}
      </TargetLink>
    ),
  },
];
