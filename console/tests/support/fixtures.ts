/** A client whose answers are given by the test; it knows who is signed in. */
import { CallbackError, type OperatorClient, type OperatorSession } from '@ringback/client';

export const SESSION: OperatorSession = {
  operator_id: '0198c000-0000-7000-8000-000000000001',
  name: 'Ama Boateng',
  role: 'admin',
  session_id: '0198c000-0000-7000-8000-000000000002',
  expires_at: '2026-12-07T09:00:00Z',
  marketplace: 'Sellar',
  time_zone: 'Africa/Accra',
  version: '0.1.0',
};

/** Some of the client's methods; each may answer at once. */
export type Answers = {
  [Method in keyof OperatorClient]?: OperatorClient[Method] extends (
    ...given: infer Given
  ) => Promise<infer Answer>
    ? (...given: Given) => Answer | Promise<Answer>
    : never;
};

/** What a test did not expect to be asked is refused, with the method's name. */
export function fixtureClient(answers: Answers): OperatorClient {
  const all: Answers = { getOperatorSession: () => SESSION, ...answers };
  return new Proxy({} as OperatorClient, {
    get: (_, method) => {
      const answer = all[method as keyof OperatorClient] as ((...given: unknown[]) => unknown) | undefined;
      return async (...given: unknown[]) => {
        if (!answer) throw new CallbackError('internal_error', `No fixture answers ${String(method)}.`);
        return answer(...given);
      };
    },
  });
}
