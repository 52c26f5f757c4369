/** A process of its own for work that must not slow down the measuring: it reads what to do by messages, and answers each. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export type Child = {
  /** Sends an order and gives its answer. Rejects with what went wrong there. */
  ask<Answer>(order: object): Promise<Answer>;
  stop(): Promise<void>;
};

type Reply = { answer?: unknown; error?: string };

/** Starts that file of this folder with `preparation` as its argument, and waits until it is ready. */
export async function startChild(file: string, preparation: object): Promise<Child> {
  const child = fork(join(import.meta.dirname, file), [JSON.stringify(preparation)], {
    serialization: 'advanced',
  });
  const exit = once(child, 'exit');
  await next(child, exit);
  return {
    async ask<Answer>(order: object) {
      child.send(order);
      const { answer, error } = (await next(child, exit)) as Reply;
      if (error !== undefined) throw new Error(error);
      return answer as Answer;
    },
    async stop() {
      child.kill();
      await exit;
    },
  };
}

/** In the child: does what it is told, one order after the other. */
export function answerOrders<Order>(carryOut: (order: Order) => Promise<unknown>): void {
  process.on('message', (order: Order) => {
    carryOut(order).then(
      (answer) => process.send?.({ answer }),
      (error: Error) => process.send?.({ error: error.message }),
    );
  });
  process.send?.('ready');
}

/** The child's next message; rejects when it ends instead. */
async function next(child: ChildProcess, exit: Promise<unknown[]>): Promise<unknown> {
  const ended = exit.then(() => Promise.reject(new Error('The child process has ended.')));
  const [message] = await Promise.race([once(child, 'message'), ended]);
  return message;
}
