/**
 * Time zones as the database and Node know them. Each brings the IANA data of its own release: where they differ, quiet hours end at
 * another time than people are shown.
 */
import type { Sql } from '@ringback/database';
import type { Logger } from 'pino';

/** As callback_private.zones_in_use() answers. */
export interface ZoneInUse {
  name: string;
  /** People who have it; none where it is only the marketplace's. */
  people: number;
  /** When (Unix time, every seven days for two years), and how many minutes ahead of UTC then; null for a name the database does not know. */
  offsets: [at: number, minutes: number][] | null;
}

/** A sentence about each zone that one of the two does not know, or in which they differ. */
export function zoneProblems(zones: ZoneInUse[]): string[] {
  return zones.flatMap((zone) => zoneProblem(zone) ?? []);
}

function zoneProblem({ name, people, offsets }: ZoneInUse): string | undefined {
  if (offsets === null) {
    return `${people} people have the time zone ${JSON.stringify(name)}, which the database does not know: their quiet hours are judged in the marketplace’s zone. Correct the name, or update the server’s time zone data.`;
  }
  const ofNode = offsetsOfNode(name, offsets);
  if (!ofNode)
    return `Node (time zone data ${process.versions.tz}) does not know the time zone ${name}; update Node.`;
  const apart = offsets.findIndex(([, minutes], place) => minutes !== ofNode[place]);
  if (apart < 0) return undefined;
  const from = new Date((offsets[apart]?.[0] ?? 0) * 1_000).toISOString().slice(0, 10);
  const ofDatabase = offsets.map(([, minutes]) => minutes);
  return `${name}: the database and Node (time zone data ${process.versions.tz}) differ, from ${from} on. ${whichIsOlder(ofDatabase, ofNode)}`;
}

/** Undefined when Node does not know the zone. */
function offsetsOfNode(name: string, offsets: [at: number, minutes: number][]): number[] | undefined {
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone: name, timeZoneName: 'longOffset' });
    return offsets.map(([at]) => minutesOf(format.formatToParts(at * 1_000)));
  } catch {
    return undefined;
  }
}

function minutesOf(parts: Intl.DateTimeFormatPart[]): number {
  const text = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d{2}):(\d{2})/.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

const WEEKS_OF_A_YEAR = 52;

/** Whose rules are those of the year before has not heard of the change. */
function whichIsOlder(ofDatabase: number[], ofNode: number[]): string {
  const changes = (offsets: number[]) =>
    offsets.filter(
      (minutes, week) =>
        week >= WEEKS_OF_A_YEAR &&
        ofDatabase[week] !== ofNode[week] &&
        minutes !== offsets[week - WEEKS_OF_A_YEAR],
    ).length;
  const difference = changes(ofDatabase) - changes(ofNode);
  if (difference < 0) return 'The database’s data is older; update PostgreSQL, or its system’s tzdata.';
  if (difference > 0) return 'Node’s data is older; update Node.';
  return 'One of them is out of date; update both.';
}

/** Writes what a start should not pass over in silence; returns how many zones that is. */
export async function warnOfZones(sql: Sql, logger: Pick<Logger, 'warn' | 'debug'>): Promise<number> {
  try {
    const [row] = await sql<{ zones: ZoneInUse[] }[]>`
      select callback_private.marketplace_summary() -> 'time_zones' as zones`;
    const problems = zoneProblems(row?.zones ?? []);
    for (const problem of problems) logger.warn(`time zones: ${problem}`);
    return problems.length;
  } catch (error) {
    logger.debug({ err: error }, 'time zones could not be compared');
    return 0;
  }
}
