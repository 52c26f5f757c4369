/** All requests, newest first: one search box and filters, both in the address. */
import type { OperatorRequest, OperatorRequestPage, SearchOperatorRequests } from '@ringback/client';
import { useClient } from '../app/client.tsx';
import { POLL_MS } from '../app/queryClient.ts';
import { useSession } from '../app/session.tsx';
import { texts as deliveryTexts } from '../deliveries/texts.ts';
import { shared } from '../texts/en.ts';
import { momentsOf } from '../ui/days.ts';
import { FilterBar } from '../ui/FilterBar.tsx';
import { Page } from '../ui/Page.tsx';
import { useFilters } from '../ui/search.ts';
import { Empty } from '../ui/states.tsx';
import { Table } from '../ui/table/Table.tsx';
import { usePages } from '../ui/table/usePages.ts';
import { CountryFilter } from './CountryFilter.tsx';
import { COLUMNS } from './columns.tsx';
import { SearchResult } from './SearchResult.tsx';
import { texts } from './texts.ts';
import './requests.css';

const PAGE = 50;

export function RequestsPage() {
  const client = useClient();
  const { time_zone } = useSession();
  const { values } = useFilters();
  const query = queryOf(values, time_zone);
  const pages = usePages<OperatorRequest>({
    key: ['requests', query],
    load: (cursor, signal) => client.searchOperatorRequests({ ...query, limit: PAGE, cursor }, { signal }),
    // A search by number is in the audit, so it is not repeated by itself.
    ...(values.search === undefined && { pollMs: POLL_MS }),
  });
  return (
    <Page title={texts.title} lead={texts.lead}>
      <FilterBar search={texts.search} choices={CHOICES} period="any">
        <CountryFilter />
      </FilterBar>
      <SearchResult
        answer={pages.answers?.at(-1) as OperatorRequestPage | undefined}
        isSearched={values.search !== undefined}
      />
      <Table<OperatorRequest>
        id="requests"
        label={texts.label}
        columns={COLUMNS}
        pages={pages}
        rowId={({ id }) => id}
        open={({ id }) => ({ to: '/requests/$id', params: { id } })}
        isExported
        {...(values.search !== undefined && {
          empty: (
            <Empty title={texts.search.none} icon="search">
              {texts.search.noneHint}
            </Empty>
          ),
        })}
      />
    </Page>
  );
}

function queryOf(values: Record<string, string | undefined>, timeZone: string): SearchOperatorRequests {
  const { search, all, status, country, channel, channel_state } = values;
  return {
    ...({ search, status, country, channel, channel_state } as SearchOperatorRequests),
    ...(all === 'yes' && { all: true }),
    ...momentsOf(values, timeZone),
  };
}

const optionsOf = (names: Record<string, string>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

const CHOICES = [
  { name: 'status', label: texts.filters.status, options: optionsOf(shared.statuses) },
  { name: 'channel', label: texts.filters.channel, options: optionsOf(shared.channels) },
  { name: 'channel_state', label: texts.filters.state, options: optionsOf(deliveryTexts.states) },
];
