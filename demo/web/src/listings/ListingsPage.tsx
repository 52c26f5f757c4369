/** What is for sale: search, categories, countries, and the listings. */
import { useEffect, useEffectEvent, useState } from 'react';
import { useSession } from '../app/session.tsx';
import { useWords } from '../app/settings.tsx';
import { useMarketFormat } from '../ui/format.ts';
import { Page } from '../ui/Page.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Empty, Failed, More } from '../ui/states.tsx';
import { REST_MS } from '../ui/useDebounced.ts';
import { CategoryChips } from './CategoryChips.tsx';
import { CountrySelect } from './CountrySelect.tsx';
import { ListingGrid, ListingGridSkeleton } from './ListingGrid.tsx';
import { type Filter, useFilter } from './useFilter.ts';
import { useListings } from './useListings.ts';
import { useOwnCountry } from './useOwnCountry.ts';
import { Welcome } from './Welcome.tsx';

export function ListingsPage() {
  const { listings: words } = useWords();
  const { signedIn } = useSession();
  const { filter, change } = useFilter();
  return (
    <Page title={words.title} isTitleHidden>
      {!signedIn && <Welcome />}
      <div className="filters">
        <FilterSearch filter={filter} change={change} />
        <CountrySelect value={filter.country} onChange={(country) => change({ country })} />
        <CategoryChips value={filter.category} onChange={(category) => change({ category })} />
      </div>
      <Results filter={filter} clear={() => change({ search: '', category: '', country: '' })} />
    </Page>
  );
}

/**
 * What is typed reaches the address a moment later, so that the field never waits for it. By the timer itself: an effect of the
 * rested text could still run after a tap on a listing, and lead back from it.
 */
function FilterSearch({ filter, change }: { filter: Filter; change: (changes: Partial<Filter>) => void }) {
  const [search, setSearch] = useState(filter.search);
  const apply = useEffectEvent((text: string) => {
    if (text !== filter.search) change({ search: text });
  });
  useEffect(() => {
    const timer = setTimeout(() => apply(search), REST_MS);
    return () => clearTimeout(timer);
  }, [search]);
  return <SearchField label={useWords().listings.search} value={search} onChange={setSearch} />;
}

function Results({ filter, clear }: { filter: Filter; clear: () => void }) {
  const { listings: words } = useWords();
  const format = useMarketFormat();
  const { data, error, refetch, hasNextPage, fetchNextPage } = useListings({
    ...filter,
    near: useOwnCountry(),
  });
  if (error) return <Failed retry={refetch} />;
  if (!data) return <ListingGridSkeleton />;
  const total = data.pages[0]?.total ?? 0;
  return (
    <>
      <p className="found" role="status">
        {words.found(format.number(total))}
      </p>
      {total === 0 && (
        <Empty icon="search">
          <p>{words.none}</p>
          <button type="button" className="button" onClick={clear}>
            {words.clear}
          </button>
        </Empty>
      )}
      <ListingGrid listings={data.pages.flatMap(({ items }) => items)} />
      {hasNextPage && <More load={fetchNextPage} />}
    </>
  );
}
