/** The routes of /v1: one for each operation that @ringback/client describes, made from its description. */
import { type OPERATIONS, type Operation, TOPICS } from '@ringback/client';
import type { App, OperationHandler } from '../types.ts';
import { answerFromDatabase, type DatabaseHandlerParts } from './fromDatabase.ts';
import { schemaOf } from './schema.ts';

/** Handlers of the operations that no SQL function does, by name. */
export type OwnHandlers = Record<string, OperationHandler>;

/** Adds all of them. */
export function addOperations(app: App, parts: DatabaseHandlerParts, own: OwnHandlers): void {
  for (const [topic, operations] of Object.entries(TOPICS)) {
    for (const [name, operation] of Object.entries<Operation>(operations)) {
      const handler = own[name] ?? answerFromDatabase(operation, parts);
      addOperation(app, { name, topic, operation, handler });
    }
  }
}

interface Route {
  name: string;
  topic: string;
  operation: Operation;
  handler: OperationHandler;
}

function addOperation(app: App, { name, topic, operation, handler }: Route): void {
  const isStream = name === ('stream' satisfies keyof typeof OPERATIONS);
  app.route({
    method: operation.method,
    url: operation.path,
    // A HEAD would hold a stream open.
    ...(isStream && { exposeHeadRoute: false }),
    config: { operation, longLived: isStream },
    schema: schemaOf(operation, { name, topic, isStream }),
    handler,
  });
}
