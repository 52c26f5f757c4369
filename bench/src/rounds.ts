/**
 * Runs the sides of a comparison in turns, A B A B, so that whatever the machine does meanwhile meets all of them alike; counts the rows
 * that each has written and the processor time that it cost.
 */
import { type Sql, withConnection } from '@ringback/database';
import { stopwatch } from './cpu.ts';
import type { BenchDatabase, Progress } from './environment.ts';
import { latencyOf, median, type Rate, rateOf, round } from './figures.ts';
import type { LoadResult } from './load.ts';

/** One round's work; `cpuSeconds` names the processes other than PostgreSQL that took part. */
export type SideResult = LoadResult & { cpuSeconds: Record<string, number | null> };

export type Side = {
  name: string;
  /** Makes calls for that long, numbered from `first` on. */
  run(first: number, seconds: number): Promise<SideResult>;
};

export type SideFigures = {
  perSecond: Rate;
  latency: ReturnType<typeof latencyOf>;
  /** Processor time per call, by process; null where it cannot be told. */
  cpuMsPerCall: Record<string, number | null>;
  /** Rows that each call has added, by table; exact. */
  rowsPerCall: Record<string, number>;
  /** The columns that it has filled, by table. */
  columns: Record<string, string[]>;
};

type Rounds = { rounds: number; secondsPerRound: number };
type Round = SideResult & { rows: Record<string, number> };

const WRITTEN = {
  'public.callback_requests': 'requested_at',
  'public.callback_request_notifications': 'created_at',
  'callback_private.events': 'happened_at',
};

/** Numbers of calls that no side of any comparison on this database has used yet. */
const nextNumbers = new WeakMap<BenchDatabase, number>();

/** Throws when a side adds rows at an uneven rate, that is, when it failed to do what it says. */
export async function compare<Name extends string>(
  database: BenchDatabase,
  sides: (Side & { name: Name })[],
  { rounds, secondsPerRound }: Rounds,
  report: Progress,
): Promise<Record<Name, SideFigures>> {
  return withConnection(database.ownerUrl, async (owner) => {
    const results = new Map<Side, Round[]>(sides.map((side) => [side, []]));
    const columns = new Map<Side, Record<string, string[]>>();
    for (const side of sides) {
      await measure(database, owner, side, secondsPerRound * 0.6);
      columns.set(side, await newestColumns(owner));
    }
    for (let number = 1; number <= rounds; number++) {
      report(`Round ${number} of ${rounds}`);
      // Turned round every other time, so that nobody is always the one who comes after the other.
      for (const side of number % 2 === 1 ? sides : sides.toReversed())
        results.get(side)?.push(await measure(database, owner, side, secondsPerRound));
    }
    const figures = sides.map((side) => [
      side.name,
      { ...summarise(side.name, results.get(side) ?? []), columns: columns.get(side) ?? {} },
    ]);
    return Object.fromEntries(figures);
  });
}

async function measure(database: BenchDatabase, owner: Sql, side: Side, seconds: number): Promise<Round> {
  await owner`checkpoint`; // every round begins with the same debt to the disk
  const first = nextNumbers.get(database) ?? 0;
  const before = await countRows(owner);
  const postgresCpu = stopwatch(database.postgresPid);
  const result = await side.run(first, seconds);
  const cpuSeconds = { postgres: postgresCpu(), ...result.cpuSeconds };
  nextNumbers.set(database, first + result.calls);
  const after = await countRows(owner);
  const rows = Object.fromEntries(
    Object.entries(after).map(([table, count]) => [table, count - (before[table] ?? 0)]),
  );
  return { ...result, cpuSeconds, rows };
}

/** Every table of Ringback's, but not the statistics: a job folds them together while the server runs. */
async function countRows(owner: Sql): Promise<Record<string, number>> {
  const tables = await owner<{ name: string }[]>`
    select c.oid::regclass::text as name from pg_class c
    where c.relkind = 'r' and c.oid <> 'callback_private.stats'::regclass
      and c.relnamespace in (select n.oid from pg_namespace n where n.nspname in ('callback_private', 'naive', 'public'))
      and (c.relnamespace <> 'public'::regnamespace or c.relname like 'callback\\_%')`;
  const counts = tables.map(async ({ name }) => {
    const [row] = await owner<{ count: number }[]>`select count(*) from ${owner.unsafe(name)}`;
    return [name, row?.count ?? 0] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}

async function newestColumns(owner: Sql): Promise<Record<string, string[]>> {
  const columns = Object.entries(WRITTEN).map(async ([table, time]) => {
    const [row] = await owner<{ names: string[] }[]>`
      select array(select jsonb_object_keys(jsonb_strip_nulls(to_jsonb(t))) order by 1) as names
      from ${owner.unsafe(table)} t order by ${owner.unsafe(time)} desc limit 1`;
    return [table, row?.names ?? []] as const;
  });
  return Object.fromEntries(await Promise.all(columns));
}

function summarise(name: string, rounds: Round[]): Omit<SideFigures, 'columns'> {
  const calls = rounds.reduce((sum, { calls }) => sum + calls, 0);
  return {
    perSecond: rateOf(rounds.map(({ calls, seconds }) => calls / seconds)),
    latency: latencyOf(rounds.flatMap(({ latenciesMs }) => latenciesMs)),
    cpuMsPerCall: cpuPerCall(rounds),
    rowsPerCall: rowsPerCall(name, rounds, calls),
  };
}

function cpuPerCall(rounds: Round[]): Record<string, number | null> {
  const processes = Object.keys(rounds[0]?.cpuSeconds ?? {});
  const perCall = (process: string) =>
    rounds.map(({ cpuSeconds, calls }) => {
      const seconds = cpuSeconds[process] ?? null;
      return seconds === null ? null : (seconds * 1000) / calls;
    });
  return Object.fromEntries(
    processes.map((process) => {
      const values = perCall(process).filter((value) => value !== null);
      return [process, values.length === rounds.length ? round(median(values), 3) : null];
    }),
  );
}

function rowsPerCall(name: string, rounds: Round[], calls: number): Record<string, number> {
  const tables = Object.keys(rounds[0]?.rows ?? {});
  const counts = tables.map((table) => {
    const added = rounds.reduce((sum, { rows }) => sum + (rows[table] ?? 0), 0);
    if (added % calls !== 0) throw new Error(`${name}: ${calls} calls have added ${added} rows to ${table}.`);
    return [table, added / calls] as const;
  });
  return Object.fromEntries(counts.filter(([, added]) => added > 0));
}

/** Throws unless every side has added the same rows and filled the same columns. */
export function assertSameRows(figures: Record<string, SideFigures>): void {
  const descriptions = Object.entries(figures).map(([name, { rowsPerCall, columns }]) => ({
    name,
    written: JSON.stringify([rowsPerCall, columns]),
  }));
  const odd = descriptions.find(({ written }) => written !== descriptions[0]?.written);
  if (odd)
    throw new Error(
      `${odd.name} and ${descriptions[0]?.name} do not write the same: ${odd.written} and ${descriptions[0]?.written}`,
    );
}
