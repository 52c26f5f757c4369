import { createCallbackClient } from '@ringback/client';
import { CallbackProvider } from '@ringback/react';
import { type ReactNode, useMemo } from 'react';
import { API_URL, getToken, type Person } from './marketplace';
import { paperParts, usePaperTheme } from './paper';

/** What Ringback has to know about the app: where its API is, and who is signed in. */
export function Callbacks({ person, children }: { person: Person; children: ReactNode }) {
  const client = useMemo(
    () =>
      createCallbackClient({
        baseUrl: API_URL,
        getToken: ({ refresh }) => getToken(person, refresh),
      }),
    [person],
  );
  return (
    <CallbackProvider
      client={client}
      userId={person.id}
      profile={{ name: person.name, phone: person.phone }}
      region="GH"
      theme={usePaperTheme()}
      components={paperParts}
    >
      {children}
    </CallbackProvider>
  );
}
