/**
 * The marketplace writes something of its own and requests a callback in one transaction. Rolled back: no message; committed: one; killed
 * with COMMIT on its way: one or none, as the transaction was. Each client is a process of its own.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Check } from '../checks.ts';
import { untilSettled } from '../market.ts';
import { startWorker } from '../processes.ts';
import { account, countReceived, startProviders } from '../providers.ts';
import type { Market, Stage } from '../stage.ts';
import { findWritten } from '../written.ts';

const CHILD = join(import.meta.dirname, '../children/transaction.ts');
/** COMMIT takes about so long: killed before, within and after. */
const WITHIN_MS = 6;
const SIDE_BY_SIDE = 4;

/** What a client tells: it has rolled back, it is about to commit, it has committed. */
export interface Told {
  n: number;
  step: 'rolled back' | 'committing' | 'committed';
}

export async function killAtCommit(stage: Stage): Promise<Check[]> {
  const kills = stage.short ? 4 : 200;
  const market = await stage.market('email');
  const told: Told[] = [];
  let next = 0;
  async function lane() {
    while (next < kills) {
      const kill = next++;
      told.push(...(await playClient(market, kill * 100)));
      if (kill % 50 === 49) stage.report(`  ${kill + 1} clients killed`);
    }
  }
  await Promise.all(Array.from({ length: Math.min(SIDE_BY_SIDE, kills) }, lane));

  await using providers = await startProviders();
  await using _worker = startWorker(market.apiUrl, providers.env('email'));
  await untilSettled(market);
  const numbers = (step: Told['step']) => told.filter((one) => one.step === step).map(({ n }) => n);
  const committed = numbers('committed');
  const unknown = numbers('committing').filter((n) => !committed.includes(n));
  const written = async (some: number[]) => findWritten(market, some);
  const [rolledBack, whole, either] = await Promise.all([
    written(numbers('rolled back')),
    written(committed),
    written(unknown),
  ]);
  const { lost, duplicates } = await account(market, providers);
  const received = [...countReceived(providers).values()].reduce((sum, count) => sum + count, 0);
  return [
    {
      what: 'rolled back',
      times: numbers('rolled back').length,
      figure: `${rolledBack.whole.size + rolledBack.broken} messages`,
      allowed: '0 messages',
      passed: rolledBack.whole.size + rolledBack.broken === 0 && numbers('rolled back').length >= kills,
    },
    {
      what: 'committed',
      times: committed.length,
      ...{ lost: committed.length - whole.whole.size, duplicates: whole.broken },
      figure: `${whole.whole.size} messages`,
      allowed: '1 message each',
      passed: committed.length === whole.whole.size && committed.length >= kills,
    },
    {
      what: 'killed at COMMIT',
      times: unknown.length,
      duplicates: either.broken,
      figure: `${either.whole.size} had committed, ${unknown.length - either.whole.size - either.broken} had not`,
      allowed: '1 message or none, as the transaction',
      passed: either.broken === 0,
    },
    {
      what: 'mails received',
      times: received,
      ...{ lost, duplicates },
      figure: `${whole.whole.size + either.whole.size} messages written`,
      allowed: 'each once',
      passed: lost === 0 && duplicates === 0 && received === whole.whole.size + either.whole.size,
    },
  ];
}

/** A client that rolls one back, commits one, and is killed while it commits the next. */
async function playClient({ ownerUrl }: Market, first: number): Promise<Told[]> {
  const child = fork(CHILD, [ownerUrl, String(first)]);
  const told: Told[] = [];
  child.on('message', async (message: Told) => {
    told.push(message);
    if (message.step !== 'committing' || message.n !== first + 2) return;
    await sleep(Math.random() * WITHIN_MS);
    child.kill('SIGKILL');
  });
  await once(child, 'exit');
  return told;
}
