/** Eight workers side by side, nothing fails. Deliveries, reminders and expiry, each once. All workers start with the maintenance, at the same moment. */
import { type Check, duration } from '../checks.ts';
import { ask, countOpen, until } from '../market.ts';
import { startWorker } from '../processes.ts';
import { account, startProviders } from '../providers.ts';
import type { Stage } from '../stage.ts';

export async function manyWorkers(stage: Stage): Promise<Check[]> {
  const sizes = stage.short ? { workers: 2, asked: 100, due: 20 } : { workers: 8, asked: 8_500, due: 500 };
  const market = await stage.market('email');
  await using providers = await startProviders();
  await ask(market, 0, sizes.asked);
  const { due } = sizes;
  // To be reminded of are requests of yesterday, to expire those of last week.
  await market.sql`
    with chosen as (select id, row_number() over (order by id) as n from callback_requests limit ${2 * due}),
    moved as (
      update callback_requests r set
        requested_at = requested_at - make_interval(days => d.days), requested_on = requested_on - d.days,
        expires_at = expires_at - make_interval(days => d.days), updated_at = updated_at - make_interval(days => d.days)
      from chosen c, lateral (select case when c.n <= ${due} then 2 else 8 end as days) d
      where r.id = c.id returning r.id, d.days)
    update callback_private.events e set happened_at = happened_at - make_interval(days => m.days)
    from moved m where e.callback_request_id = m.id`;
  const startMs = performance.now();
  const workers = Array.from({ length: sizes.workers }, () =>
    startWorker(market.apiUrl, providers.env('email')),
  );
  await until(
    async () => (await toldOf('request_reminder')) >= due && (await toldOf('request_expired')) >= 2 * due,
    'the maintenance',
    180_000,
  );
  await until(async () => (await countOpen(market)) === 0, 'all to be delivered', 300_000, 100);
  const ms = performance.now() - startMs;
  await Promise.all(workers.map((worker) => worker.kill()));

  async function toldOf(type: string): Promise<number> {
    const [row] = await market.sql<{ count: number }[]>`
      select count(*)::int as count from callback_request_notifications where notification_type = ${type}`;
    return row?.count ?? 0;
  }
  const { written, lost, duplicates } = await account(market, providers);
  const [reminders, expiries] = [await toldOf('request_reminder'), await toldOf('request_expired')];
  return [
    {
      what: `mails of ${sizes.workers} workers`,
      ...{ times: written, lost, duplicates },
      figure: `in ${duration(ms)}`,
      allowed: '0 lost, 0 duplicates',
      passed: lost === 0 && duplicates === 0 && written === sizes.asked + reminders + expiries,
    },
    {
      what: 'reminders, and expiry told to both sides',
      times: 3 * due,
      duplicates: reminders + expiries - 3 * due,
      figure: `${reminders} reminders, ${expiries} of expiry`,
      allowed: 'once each',
      passed: reminders === due && expiries === 2 * due,
    },
  ];
}
