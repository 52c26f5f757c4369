/** One person, to be chosen by a press; the operator is a link, because they work in Ringback's console. */
import type { ReactNode } from 'react';
import type { MarketPerson } from '../../../src/market/types.ts';
import { useSession } from '../app/session.tsx';
import { Avatar } from '../ui/Avatar.tsx';
import { Icon } from '../ui/Icon.tsx';

/** Leads there with a fresh link that signs in. */
export const CONSOLE = '/demo/console';

interface PersonButtonProps {
  person: MarketPerson;
  choose: (person: MarketPerson) => void;
  children: ReactNode;
}

export function PersonButton({ person, choose, children }: PersonButtonProps) {
  const isMe = useSession().signedIn?.account.id === person.id;
  const face = (
    <>
      <Avatar person={person} size="lg" />
      <span className="person-text">{children}</span>
      <Icon name={isMe ? 'check' : 'chevron'} isDirectional={!isMe} />
    </>
  );
  if (person.part === 'operator') {
    return (
      <a className="person" href={CONSOLE}>
        {face}
      </a>
    );
  }
  return (
    <button type="button" className="person" aria-current={isMe || undefined} onClick={() => choose(person)}>
      {face}
    </button>
  );
}
