/** One person, to be chosen by a press. */
import type { ReactNode } from 'react';
import type { MarketPerson } from '../../../src/market/types.ts';
import { useSession } from '../app/session.tsx';
import { Avatar } from '../ui/Avatar.tsx';
import { Icon } from '../ui/Icon.tsx';

interface PersonButtonProps {
  person: MarketPerson;
  choose: (person: MarketPerson) => void;
  children: ReactNode;
}

export function PersonButton({ person, choose, children }: PersonButtonProps) {
  const isMe = useSession().signedIn?.account.id === person.id;
  return (
    <button type="button" className="person" aria-current={isMe || undefined} onClick={() => choose(person)}>
      <Avatar person={person} size="lg" />
      <span className="person-text">{children}</span>
      <Icon name={isMe ? 'check' : 'chevron'} isDirectional={!isMe} />
    </button>
  );
}
