import { expect, test } from 'vitest';
import { listing, person, testDatabase, VERSIONS } from './support/index.ts';

test.each(VERSIONS.flatMap((version) => (['plain', 'supabase'] as const).map((kind) => ({ version, kind }))))(
  '%o',
  async (o) => {
    const t = Date.now();
    const db = await testDatabase(o);
    console.log(Date.now() - t);
    const ada = await person(db);
    await listing(db, ada);
    console.log(
      Date.now() - t,
      await db.sql`select current_user, (select count(*) from callback_private.installed_objects)`,
    );
    console.log(await db.api`select current_user, current_setting('request.jwt.claims', true)`);
    expect(1).toBe(1);
  },
);
