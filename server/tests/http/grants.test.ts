/** SQL functions are as the descriptions of operations have them: their arguments, and who may execute them. */
import { actorArgument, KEY_ARGUMENT, OPERATIONS, type Operation, ORIGIN_ARGUMENT } from '@ringback/client';
import { type TestDatabase, testDatabase } from '@ringback/testing/database/index.ts';
import { beforeAll, expect, test } from 'vitest';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});

const described = Object.entries<Operation>(OPERATIONS).filter(([, { sql }]) => sql);

interface Installed {
  parameters: string[];
  users: boolean;
  visitors: boolean;
  service: boolean;
  is_volatile: boolean;
}

async function installed({ sql: call }: Operation): Promise<Installed[]> {
  return database.sql<Installed[]>`
    select proargnames as parameters, provolatile = 'v' as is_volatile,
      has_function_privilege('authenticated', oid, 'execute') as users,
      has_function_privilege('anon', oid, 'execute') as visitors,
      has_function_privilege('callback_service', oid, 'execute') as service
    from pg_proc where pronamespace = 'public'::regnamespace and proname = ${call?.function ?? ''}`;
}

test.each(described)('%s finds its function, with the arguments that it names', async (_, operation) => {
  const functions = await installed(operation);
  const named = [
    ...Object.keys(operation.sql?.arguments ?? {}),
    ...(operation.repeat === 'key' ? [KEY_ARGUMENT] : []),
    ...(operation.hasOrigin ? [ORIGIN_ARGUMENT] : []),
    ...[actorArgument(operation) ?? []].flat(),
  ];
  expect(functions).toHaveLength(1);
  expect([...(functions[0]?.parameters ?? [])].sort()).toEqual(named.sort());
});

test.each(described)(
  'the function of %s is for whom its access says, and no one else',
  async (_, operation) => {
    const [{ users, visitors, service } = {} as Installed] = await installed(operation);
    const { access } = operation;
    expect({ users, visitors, service }).toEqual({
      users: access !== 'service',
      visitors: access === 'public',
      service: true,
    });
  },
);

test.each(described)('%s may change something if it writes', async (_, operation) => {
  const [found] = await installed(operation);
  if (operation.repeat !== 'read') expect(found?.is_volatile).toBe(true);
});
