/** What a search's text turned out to be, and whether a bound ended the search. */
import type { OperatorRequestPage } from '@ringback/client';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { useFilters } from '../ui/search.ts';
import { texts } from './texts.ts';

const { search: words } = texts;

interface SearchResultProps {
  /** The last that came. */
  answer: OperatorRequestPage | undefined;
  isSearched: boolean;
}

export function SearchResult({ answer, isSearched }: SearchResultProps) {
  const { change } = useFilters();
  if (!answer) return null;
  const matched = answer.matched_by && words.matched[answer.matched_by];
  if (answer.partial && isSearched) {
    return (
      <Banner
        tone="warning"
        title={words.partial}
        actions={<Button onClick={() => change({ all: 'yes' })}>{words.all}</Button>}
      >
        {words.partialHint}
      </Banner>
    );
  }
  if (answer.partial) return <Banner title={words.cut}>{words.cutHint}</Banner>;
  return (
    <p className="quiet search-result" role="status">
      {matched}
    </p>
  );
}
