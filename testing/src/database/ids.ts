/** The types that people's and listings' ids may have in a host, and ids of each. */
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { byForm } from '../full.ts';

export type IdType = 'uuid' | 'bigint' | 'integer' | 'text';

/** For whole flows, attacks and rights: uuid, and in the full form (`npm run test:long`) the others too. */
export const ID_TYPES: readonly IdType[] = byForm<IdType[]>(['uuid'], ['uuid', 'bigint', 'text']);

/** An id that nobody has. */
export const MISSING = '00000000-0000-4000-8000-000000000000';

const IDS: Record<
  IdType,
  { key: string; type: string; random: () => string; missing: string; malformed: string }
> = {
  uuid: {
    ...{ type: 'uuid', key: 'uuid primary key default gen_random_uuid()' },
    ...{ random: randomUUID, missing: MISSING, malformed: 'x' },
  },
  bigint: {
    ...{ type: 'bigint', key: 'bigint primary key default (random() * 1e15)::bigint' },
    ...{ random: () => String(randomInt(2 ** 40, 2 ** 47)), missing: '9007199254740993', malformed: 'x' },
  },
  integer: {
    ...{ type: 'integer', key: 'integer primary key default (random() * 1e9)::integer' },
    ...{ random: () => String(randomInt(1, 2 ** 31)), missing: '0', malformed: 'x' },
  },
  // In a collation that is not the database's, so that comparing two that differ is noticed.
  text: {
    ...{ type: 'text collate "C"', key: `text collate "C" primary key default 'T' || md5(random()::text)` },
    ...{ random: () => `T${randomBytes(16).toString('hex')}`, missing: 'nobody', malformed: 'x'.repeat(201) },
  },
};

/** A new id of a person or a listing. */
export const newId = (type: IdType): string => IDS[type].random();

/** An id that nobody has, and a text that is no id there. */
export const strangeIds = (type: IdType) => ({ missing: IDS[type].missing, malformed: IDS[type].malformed });

/** The host's tables with ids of that type. */
export function withIds(hostTables: string, type: IdType): string {
  return hostTables
    .replaceAll(IDS.uuid.key, IDS[type].key)
    .replaceAll(/ uuid (?=not null references)/g, ` ${IDS[type].type} `);
}
