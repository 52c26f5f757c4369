/** The matrix: every role × operation × object × claimed identity does what the expectations say, and nobody reads what is not theirs. */
import {
  databasesOf,
  listing,
  newId,
  type TestDatabase,
  testDatabase,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { FULL } from '@ringback/testing/full.ts';
import { deliverNotification, makeWorld } from '@ringback/testing/security/world.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  buyersNotification,
  type Cell,
  callCells,
  deviceOf,
  functionCells,
  type MatrixWorld,
  type PersonName,
  type Table,
  tableCells,
} from './matrix/cells.ts';
import { type Outcome, runCells } from './matrix/run.ts';
import { OUR_FUNCTION, OUR_TABLE } from './support/findings.ts';

/** The gate tries Supabase's rights, which the attacks of the gate do not. */
const DATABASES = databasesOf(VERSIONS).filter(({ kind }) => FULL || kind === 'supabase');

describe.each(DATABASES)('on $kind PostgreSQL $version with $ids ids', (options) => {
  let database: TestDatabase;
  let world: MatrixWorld;
  let tables: Table[];

  beforeAll(async () => {
    database = await testDatabase(options);
    world = await makeMatrixWorld(database);
    tables = await tablesOf(database);
  });

  test('every cell has an expectation, and there are enough', async () => {
    const cells = await allCells();
    expect(cells.filter(({ expected }) => expected === undefined).map(({ name }) => name)).toEqual([]);
    expect(cells.length).toBeGreaterThanOrEqual(400);
  });

  test('every denial has a control: someone else may, and what nobody may the owner does', async () => {
    const cells = await allCells();
    const allowed = new Set(cells.filter(isAllowed).map(operationOf));
    const owners = new Map(
      cells
        .filter((cell) => !allowed.has(operationOf(cell)))
        .map((cell) => [operationOf(cell), { ...cell, role: 'owner' as const }]),
    );
    owners.delete('update_callback_request_status to expired'); // only time does that
    const outcomes = await outcomesOf([...owners.values()]);
    expect([...owners.keys()].filter((_, index) => outcomes[index]?.state === '42501')).toEqual([]);
    expect(owners.size).toBeGreaterThan(100);
  });

  test('what the functions do', async () => {
    const cells = callCells(world);
    expectOutcomes(cells, await outcomesOf(cells), outcomeOfCall);
  });

  test('nobody reads an id or a number that is not theirs', async () => {
    const cells = callCells(world);
    const outcomes = await outcomesOf(cells);
    const leaks = cells.flatMap(({ name, actor }, index) => {
      const text = JSON.stringify(outcomes[index]);
      return secretsFrom(actor)
        .filter((secret) => text.includes(secret) && secret !== inOwnExport(name, actor))
        .map((secret) => `${name}: ${secret}`);
    });
    expect(leaks).toEqual([]);
  });

  test('what straight statements meet', async () => {
    const cells = tableCells(tables);
    expectOutcomes(cells, await outcomesOf(cells), outcomeOfStatement);
  });

  test('which functions a role reaches by name', async () => {
    const cells = functionCells(await functionCalls());
    expectOutcomes(cells, await outcomesOf(cells), ({ state }) => (state === '42501' ? 'denied' : 'reached'));
  });

  const allCells = async () => [
    ...callCells(world),
    ...tableCells(tables),
    ...functionCells(await functionCalls()),
  ];

  async function outcomesOf(cells: Cell[]): Promise<Outcome[]> {
    const outcomes = new Map<Cell, Outcome>();
    for (const isApi of [false, true]) {
      const mine = cells.filter(({ role }) => (role === 'api') === isApi);
      const connection = await (isApi ? database.api : database.sql).reserve();
      const results = await runCells(connection, world, mine).finally(() => connection.release());
      for (const [index, result] of results.entries()) outcomes.set(mine[index] as Cell, result);
    }
    return cells.map((cell) => outcomes.get(cell) as Outcome);
  }

  /** Ids and the buyer's number of the other pair, and every seller's number. */
  function secretsFrom(actor: PersonName | undefined): string[] {
    const { buyer, seller, otherBuyer, otherSeller } = world;
    const pairs = [
      { ids: [world.requestId, world.notificationId], people: [buyer, seller], sides: ['buyer', 'seller'] },
      {
        ids: [world.otherRequestId, world.otherNotificationId],
        people: [otherBuyer, otherSeller],
        sides: ['otherBuyer', 'otherSeller'],
      },
    ];
    return pairs.flatMap(({ ids, people: [asks, answers], sides }) => [
      ...(actor !== undefined && sides.includes(actor) ? [] : [...ids, asks?.phone ?? '']),
      answers?.phone ?? '',
    ]);
  }

  /** A person's export has their own number. */
  function inOwnExport(cell: string, actor: PersonName | undefined): string | null | undefined {
    const { [actor ?? 'erased']: self } = world;
    return cell.includes('export_callback_data') && 'phone' in self ? self.phone : undefined;
  }

  /** The NULLs are subqueries because PostgreSQL answers NULL for a strict function without asking who may call it. */
  const functionCalls = () =>
    database.sql.unsafe<{ name: string; call: string }[]>(`
      select format('%s.%s', p.pronamespace::regnamespace, p.proname) as name, format('%s.%I(%s)', p.pronamespace::regnamespace, p.proname,
        (select string_agg(format('(select null::%s)', format_type(t, null)), ', ') from unnest(p.proargtypes) t)) as call
      from pg_proc p where ${OUR_FUNCTION}`);
});

async function makeMatrixWorld(database: TestDatabase): Promise<MatrixWorld> {
  const world = await makeWorld(database);
  const lamp = await listing(database, world.otherBuyer, { title: 'Lamp' });
  for (const id of [world.notificationId, world.otherNotificationId])
    await deliverNotification(database.sql, id);
  for (const id of [world.requestId, world.otherRequestId]) {
    await database.sql`insert into public.callback_request_notifications
      (id, callback_request_id, recipient_id, seller_id, notification_type, event_id, title, message)
      select ${buyersNotification(id)}, id, requester_id, seller_id, 'request_reminder', 1, 'Title', 'Message'
      from public.callback_requests where id = ${id}`;
    await database.sql`insert into callback_private.attempts (callback_request_id, seller_id, outcome)
      select id, seller_id, 'no_answer' from public.callback_requests where id = ${id}`;
    await deliverNotification(database.sql, buyersNotification(id));
  }
  for (const { id } of [world.buyer, world.seller, world.otherBuyer, world.otherSeller]) {
    await database.sql`insert into callback_private.devices (user_id, kind, token) values (${id}, 'expo', ${deviceOf(id)})`;
    await database.sql`insert into callback_private.preferences (user_id, email_types, push_types, sms_types)
      values (${id}, '{}', '{}', '{}')`;
  }
  return { ...world, lamp, erased: { id: newId(database.ids) }, ids: database.ids };
}

/** Every table and view of ours, with how many rows its owner sees. */
async function tablesOf({ sql }: TestDatabase): Promise<Table[]> {
  const tables = await sql.unsafe<Omit<Table, 'rows'>[]>(`
    select format('%s.%s', c.relnamespace::regnamespace, c.relname) as name, c.relkind = 'v' as "isView", (
      select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and a.attidentity = '' order by a.attnum limit 1
    ) as column
    from pg_class c where ${OUR_TABLE} and c.relkind in ('r', 'p', 'v')`);
  const counts = await sql.unsafe<{ rows: number }[]>(
    tables.map(({ name }) => `select count(*)::int as rows from ${name}`).join(' union all '),
  );
  return tables.map((table, index) => ({ ...table, rows: counts[index]?.rows ?? 0 }));
}

function expectOutcomes(
  cells: Cell[],
  outcomes: Outcome[],
  read: (outcome: Outcome, cell: Cell) => string,
): void {
  const actual = cells.map((cell, index) => `${cell.name} → ${read(outcomes[index] as Outcome, cell)}`);
  expect(actual).toEqual(cells.map(({ name, expected }) => `${name} → ${expected}`));
}

function outcomeOfCall({ state, hint, value }: Outcome): string {
  if (state === 'UNDO0')
    return (value as { can_request?: boolean; reason?: string } | null)?.can_request === false
      ? (value as { reason: string }).reason
      : 'ok';
  return state === '42501' ? 'denied' : state.startsWith('PT') ? hint : state;
}

/** Of each pair, one person of whom the table has rows sees their own. */
function outcomeOfStatement({ state, value }: Outcome, { role, rows }: Cell): string {
  if (state !== 'UNDO0') return state === '42501' ? 'denied' : state;
  const own = role === 'erased' ? 0 : 1;
  return value === rows ? 'all' : value === own ? 'own' : `${value} rows`;
}

const isAllowed = ({ expected = '' }: Cell) => ['ok', 'own', 'all', 'reached'].includes(expected);
/** The operation of a cell, without the role and the identity. */
const operationOf = ({ name }: Cell) => name.replace(/^\w+: /, '').replace(/,.*$/, '');
