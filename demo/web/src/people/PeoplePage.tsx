/** Everybody whom one can be: those who play a part first, then all, to be searched. */
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import type { MarketPerson } from '../../../src/market/types.ts';
import { useSession } from '../app/session.tsx';
import { useWords } from '../app/settings.tsx';
import { useMarketFormat } from '../ui/format.ts';
import { Page } from '../ui/Page.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Empty, Failed, Loading } from '../ui/states.tsx';
import { PersonButton } from './PersonButton.tsx';
import { usePeople } from './usePeople.ts';

/** Shown instead of a page that needs a person, it leads on to that page. */
export function PeoplePage({ isNeeded = false }: { isNeeded?: boolean }) {
  const { people: words } = useWords();
  const { data, error, refetch } = usePeople();
  const choose = useChoose(isNeeded);
  return (
    <Page title={words.title} lead={isNeeded ? `${words.needed} ${words.lead}` : words.lead}>
      {error && <Failed message={error.message} retry={refetch} />}
      {!data && !error && <Loading />}
      {data && <Parts people={data} choose={choose} />}
      {data && <Everybody people={data} choose={choose} />}
    </Page>
  );
}

interface ChoiceProps {
  people: MarketPerson[];
  choose: (person: MarketPerson) => void;
}

function Parts({ people, choose }: ChoiceProps) {
  const { parts, partHints } = useWords();
  return (
    <ul className="parts">
      {people.map(
        (person) =>
          person.part && (
            <li key={person.id}>
              <PersonButton person={person} choose={choose}>
                <strong>{parts[person.part]}</strong>
                <Place person={person} />
                <small>{partHints[person.part]}</small>
              </PersonButton>
            </li>
          ),
      )}
    </ul>
  );
}

function Everybody({ people, choose }: ChoiceProps) {
  const { people: words } = useWords();
  const [search, setSearch] = useState('');
  const found = people.filter((person) => isFound(person, search));
  return (
    <section aria-labelledby="everybody">
      <h2 id="everybody">{words.everybody}</h2>
      <SearchField label={words.search} value={search} onChange={setSearch} />
      {found.length === 0 && <Empty icon="people">{words.none}</Empty>}
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
    </section>
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

function useChoose(isNeeded: boolean) {
  const { signIn } = useSession();
  const [, navigate] = useLocation();
  return async ({ id, part }: MarketPerson) => {
    await signIn(id);
    if (!isNeeded) navigate(part === 'seller' ? '/desk' : part === 'operator' ? '/operator' : '/');
  };
}

function isFound({ name, city }: MarketPerson, search: string): boolean {
  const text = `${name} ${city}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
