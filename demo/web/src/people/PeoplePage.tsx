/** Whom one can be: those who play a part first, then all, to be searched. */
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import type { MarketPerson } from '../../../src/market/types.ts';
import { useSession } from '../app/session.tsx';
import { useWords } from '../app/settings.tsx';
import { useMarketFormat } from '../ui/format.ts';
import { Page } from '../ui/Page.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Empty, Failed, Loading, More } from '../ui/states.tsx';
import { useDebounced } from '../ui/useDebounced.ts';
import { PersonButton } from './PersonButton.tsx';
import { useParts, usePeople } from './usePeople.ts';
import { useOrigin } from './useReturn.ts';

/** Shown instead of a page that needs a person, it leads on to that page. */
export function PeoplePage({ isNeeded = false }: { isNeeded?: boolean }) {
  const { people: words } = useWords();
  const choose = useChoose(isNeeded);
  return (
    <Page title={words.title} lead={isNeeded ? `${words.needed} ${words.lead}` : words.lead}>
      <Parts choose={choose} />
      <Everybody choose={choose} />
    </Page>
  );
}

interface ChoiceProps {
  choose: (person: MarketPerson) => void;
}

function Parts({ choose }: ChoiceProps) {
  const { parts, partHints } = useWords();
  return (
    <ul className="parts">
      {useParts().map((person) => (
        <li key={person.id}>
          <PersonButton person={person} choose={choose}>
            <strong>{parts[person.part]}</strong>
            <Place person={person} />
            <small>{partHints[person.part]}</small>
          </PersonButton>
        </li>
      ))}
    </ul>
  );
}

function Everybody({ choose }: ChoiceProps) {
  const { people: words } = useWords();
  const [search, setSearch] = useState('');
  return (
    <section aria-labelledby="everybody">
      <h2 id="everybody">{words.everybody}</h2>
      <SearchField label={words.search} value={search} onChange={setSearch} />
      <Found search={useDebounced(search.trim())} choose={choose} />
    </section>
  );
}

function Found({ search, choose }: ChoiceProps & { search: string }) {
  const { people: words } = useWords();
  const { data, error, refetch, hasNextPage, fetchNextPage } = usePeople(search);
  if (error) return <Failed retry={refetch} />;
  if (!data) return <Loading />;
  const found = data.pages.flatMap(({ items }) => items);
  if (found.length === 0) return <Empty icon="people">{words.none}</Empty>;
  return (
    <>
      <ul className="everybody">
        {found.map((person) => (
          <li key={person.id}>
            <PersonButton person={person} choose={choose}>
              <strong dir="auto">{person.name}</strong>
              <Place person={person} isNamed={false} />
              <Hints person={person} />
            </PersonButton>
          </li>
        ))}
      </ul>
      {hasNextPage && <More load={fetchNextPage} />}
    </>
  );
}

function Place({ person, isNamed = true }: { person: MarketPerson; isNamed?: boolean }): ReactNode {
  const format = useMarketFormat();
  return <span>{isNamed ? format.person(person) : format.place(person.city, person.country)}</span>;
}

function Hints({ person: { listing_count, received_count, sent_count } }: { person: MarketPerson }) {
  const { hints } = useWords().people;
  const format = useMarketFormat();
  const counts = [
    [hints.listings, listing_count],
    [hints.received, received_count],
    [hints.sent, sent_count],
  ] as const;
  return (
    <small>
      {counts
        .filter(([, count]) => count > 0)
        .map(([label, count]) => `${label} ${format.number(count)}`)
        .join(' · ')}
    </small>
  );
}

/** Leads back to where one came from, else to where the person is needed. */
function useChoose(isNeeded: boolean) {
  const { signIn } = useSession();
  const [, navigate] = useLocation();
  const origin = useOrigin();
  return async ({ id, part }: MarketPerson) => {
    await signIn(id);
    if (isNeeded) return;
    if (origin) navigate(origin, { replace: true });
    else navigate(part === 'seller' ? '/desk' : '/');
  };
}
