/** Opens the console at an address, as an operator who is signed in. */
import type { OperatorSession } from '@ringback/client';
import { createMemoryHistory } from '@tanstack/react-router';
import { render } from 'vitest-browser-react/pure';
import { App } from '../../src/app/App.tsx';
import { createQueryClient } from '../../src/app/queryClient.ts';
import { createRouter } from '../../src/app/router.tsx';
import { keepSessionKey } from '../../src/app/sessionKey.ts';
import { type Answers, fixtureClient, SESSION } from './fixtures.ts';

interface Options {
  answers?: Answers;
  role?: OperatorSession['role'];
  isSignedIn?: boolean;
}

/** Gives the router, whose `state.location` is where one is. */
export async function openPage(
  path: string,
  { answers = {}, role = 'admin', isSignedIn = true }: Options = {},
) {
  const router = createRouter(createMemoryHistory({ initialEntries: [path] }));
  const client = fixtureClient({ getOperatorSession: () => ({ ...SESSION, role }), ...answers });
  keepSessionKey(isSignedIn ? 'a-session-key' : null);
  await render(<App client={client} queryClient={createQueryClient()} router={router} />);
  return router;
}
