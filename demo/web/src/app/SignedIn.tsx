/** Shows its content to people who are signed in, and the people to choose from to others. */
import type { ReactNode } from 'react';
import { PeoplePage } from '../people/PeoplePage.tsx';
import { useSession } from './session.tsx';

export function SignedIn({ children }: { children: ReactNode }) {
  return useSession().signedIn ? children : <PeoplePage isNeeded />;
}
