/** The API is killed 0 to 50 ms after a burst of requests was sent. What was acknowledged must be there whole; the rest, whole or not at all. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Check } from '../checks.ts';
import { type Answered, post } from '../load.ts';
import { startApi } from '../processes.ts';
import { BASE } from '../providers.ts';
import type { Stage } from '../stage.ts';
import { findWritten } from '../written.ts';

const BURST = 10;
const WITHIN_MS = 50;
/** APIs that are tried at the same time: starting one takes most of the time. */
const SIDE_BY_SIDE = 2;

export async function killApis(stage: Stage): Promise<Check[]> {
  const kills = stage.short ? 2 : 200;
  const market = await stage.market('email');
  const answers: Answered[] = [];
  let next = 0;
  async function lane() {
    while (next < kills) {
      const kill = next++;
      answers.push(...(await killOne(market.apiUrl, kill * 2 * BURST)));
      if (kill % 50 === 49) stage.report(`  ${kill + 1} APIs killed`);
    }
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));

  const { whole, broken } = await findWritten(
    market,
    answers.map(({ n }) => n),
  );
  const acknowledged = answers.filter(({ status }) => status >= 200 && status < 300);
  const lost = acknowledged.filter(({ n }) => !whole.has(n)).length;
  const unanswered = answers.filter(({ status }) => status === 0);
  const done = unanswered.filter(({ n }) => whole.has(n)).length;
  return [
    {
      what: `kill the API within ${WITHIN_MS} ms of ${BURST} requests, after ${BURST} others`,
      ...{ times: kills, lost, duplicates: broken },
      figure: `${acknowledged.length} acknowledged; ${unanswered.length} unanswered: ${done} whole, ${unanswered.length - done} not there; ${answers.length - acknowledged.length - unanswered.length} refused`,
      allowed: 'acknowledged: whole; others: whole or not there',
      passed: lost === 0 && broken === 0 && answers.length === kills * 2 * BURST,
    },
  ];
}

async function killOne(databaseUrl: string, first: number): Promise<Answered[]> {
  await using api = await startApi(databaseUrl, BASE);
  // The first ones open connections and compile; they are counted too.
  const warm = await Promise.all(
    Array.from({ length: BURST }, (_, index) => post(api.origin, first + index)),
  );
  const sent = Array.from({ length: BURST }, (_, index) => post(api.origin, first + BURST + index));
  await sleep(Math.random() * WITHIN_MS);
  await api.kill();
  return [...warm, ...(await Promise.all(sent))];
}
