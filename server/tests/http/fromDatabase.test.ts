/** The call of an SQL function that answers an operation: who it names as acting, and refusals that it returns. */
import { OPERATIONS, type Operation } from '@ringback/client';
import { expect, test } from 'vitest';
import { toCallbackError } from '../../src/http/errors.ts';
import { answerFromDatabase } from '../../src/http/routes/fromDatabase.ts';
import { createTurns } from '../../src/http/turns.ts';
import type { Database } from '../../src/platform/database.ts';
import { fromDatabaseError } from '../../src/platform/databaseErrors.ts';

interface Call {
  text: string;
  values: unknown[];
}

/** A database that answers `answer`, and the call that it got. */
function databaseWith(answer: unknown) {
  const calls: Call[] = [];
  const unsafe = (text: string, values: unknown[]) => {
    calls.push({ text, values });
    return answer;
  };
  const database = { value: async (run: (sql: object) => unknown) => run({ unsafe }) };
  return { database: database as unknown as Database, calls };
}

function handle(operation: Operation, answer: unknown) {
  const { database, calls } = databaseWith(answer);
  const request = { params: {}, query: {}, body: {}, headers: {}, userId: '', operatorId: '' };
  const who = { user: { userId: 'u' }, operator: { operatorId: 'o' }, service: {}, public: {} };
  const reply = { code: () => reply, header: () => reply };
  const handler = answerFromDatabase(operation, { database, inTurn: createTurns() });
  const answered = handler({ ...request, ...who[operation.access] } as never, reply as never);
  return { answered, calls };
}

const operationOf = (access: Operation['access']): Operation => ({
  ...{ summary: '', access, method: 'POST', path: '/x', repeat: 'nature' },
  sql: { function: 'do_it', actor: 'p_actor' },
});

test.each([
  ['user', 'u'],
  ['operator', 'o'],
  ['service', null],
  ['public', null],
] as const)('names who acts in an operation for %s: %s', async (access, actor) => {
  const { answered, calls } = handle(operationOf(access), null);
  await answered;
  expect(calls).toEqual([{ text: 'select public.do_it(p_actor => $1)', values: [actor] }]);
});

test('a refusal whose code a later database has added is a failure with its sentence in the log, no answer', async () => {
  const later = { refusal: { code: 'unheard_of', message: 'Wait for the seller.', detail: {} } };
  const { hasPhone: _, hasOrigin: __, ...operation } = OPERATIONS.createCallbackRequest;
  const { answered } = handle(operation, later);
  const error = await answered.catch((reason) => reason);
  expect(error).toMatchObject({ code: 'unexpected_answer', message: 'Wait for the seller.' });
  expect(toCallbackError(error)).toMatchObject({ code: 'internal_error', status: 500, cause: error });
  const raised = { code: 'PT409', hint: 'unheard_of', message: 'Wait for the seller.' };
  expect(fromDatabaseError(raised)).toMatchObject({ code: 'internal_error', status: 500, cause: raised });
});
