/** The API's client, for every page. Tests provide one of fixtures. */
import type { OperatorClient } from '@ringback/client';
import { createContext, use } from 'react';

export const ClientContext = createContext<OperatorClient | null>(null);

/** Acts for the operator who is signed in. */
export function useClient(): OperatorClient {
  const client = use(ClientContext);
  if (!client) throw new Error('Wrap this component in <ClientContext>.');
  return client;
}
