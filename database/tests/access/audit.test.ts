/** The audit as operators read it: filtered, page by page, and for viewers without numbers and addresses. */
import {
  expectRefusal,
  type TestDatabase,
  testDatabase,
  VERSIONS,
} from '@ringback/testing/database/index.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Sql } from '../../src/index.ts';

interface Page {
  items: { id: string; action: string; subject_id: string; operator_name: string; data: unknown }[];
  next_cursor: string | null;
}
interface Filters {
  limit?: number;
  cursor?: string | null;
  of?: string;
  action?: string;
  kind?: string;
  subject?: string;
  from?: string;
  to?: string;
}

describe.each(VERSIONS)('on PostgreSQL %i', (version) => {
  let database: TestDatabase;
  let sql: Sql;
  let ids: Record<'viewer' | 'support' | 'admin', string>;

  beforeAll(async () => {
    database = await testDatabase({ version });
    ({ sql } = database);
    const rows = await sql<{ id: string; role: string }[]>`
      insert into callback_private.operators (subject, name, role)
      select r, initcap(r), r from unnest('{viewer,support,admin}'::text[]) r returning id, role`;
    ids = Object.fromEntries(rows.map(({ id, role }) => [role, id])) as typeof ids;
    await sql`
      insert into callback_private.audit (at, operator_id, action, subject_kind, subject_id, data)
      select timestamptz '2026-11-01 00:00:00+00' + interval '1 hour' * (n / 2),
        case n % 2 when 0 then ${ids.support} else ${ids.admin} end::uuid,
        case n % 3 when 0 then 'add_note' else 'close' end, 'callback_request', (n % 5)::text,
        jsonb_build_object('n', n, 'text', 'Call 0244 123 456 or ama@example.com')
      from generate_series(0, 19) n`;
  });

  async function read(
    as: string,
    { limit = 100, cursor = null, of, action, kind, subject, from, to }: Filters = {},
  ) {
    const [row] = await database.api<{ page: Page }[]>`
      select public.list_callback_audit(${limit}, ${cursor}, ${of ?? null}, ${action ?? null}, ${kind ?? null},
        ${subject ?? null}, ${from ?? null}, ${to ?? null}, ${as}) as page`;
    return row?.page as Page;
  }
  const numbers = ({ items }: Page) => items.map(({ data }) => (data as { n: number }).n);

  test('comes newest first, also where several have one time', async () => {
    expect(numbers(await read(ids.admin))).toEqual([...Array(20).keys()].reverse());
  });

  test('comes page by page, each entry once', async () => {
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const page: Page = await read(ids.viewer, { limit: 3, cursor });
      seen.push(...numbers(page));
      cursor = page.next_cursor;
    } while (cursor !== null);
    expect(seen).toEqual([...Array(20).keys()].reverse());
  });

  test('is filtered by operator, action, subject and time, together', async () => {
    const of = numbers(await read(ids.admin, { of: ids.support }));
    expect(of).toEqual([18, 16, 14, 12, 10, 8, 6, 4, 2, 0]);
    expect(numbers(await read(ids.admin, { action: 'add_note', of: ids.support }))).toEqual([18, 12, 6, 0]);
    expect(numbers(await read(ids.admin, { kind: 'callback_request', subject: '3' }))).toEqual([
      18, 13, 8, 3,
    ]);
    expect(await read(ids.admin, { kind: 'operator' })).toEqual({ items: [], next_cursor: null });
    const between = { from: '2026-11-01T01:00:00Z', to: '2026-11-01T03:00:00Z' };
    expect(numbers(await read(ids.admin, between))).toEqual([5, 4, 3, 2]);
  });

  test('shows a viewer no number and no address', async () => {
    const text = async (as: string) =>
      ((await read(as, { limit: 1 })).items[0]?.data as { text: string } | undefined)?.text;
    expect(await text(ids.support)).toBe('Call 0244 123 456 or ama@example.com');
    expect(await text(ids.admin)).toBe('Call 0244 123 456 or ama@example.com');
    expect(await text(ids.viewer)).toBe('Call ••••• or •••••');
  });

  test('is for operators alone, with a cursor of its own', async () => {
    await expectRefusal(database.api`select public.list_callback_audit()`, 'forbidden');
    await expectRefusal(read(ids.viewer, { cursor: 'x' }), 'invalid_input');
    await expectRefusal(read(ids.viewer, { limit: 101 }), 'invalid_input');
  });

  describe('masking', () => {
    const masked = async (text: string) =>
      (await sql<{ masked: string }[]>`select callback_private.masked_text(${text}) as masked`)[0]?.masked;

    test.each([
      ['+233244123456', '+•••••'],
      ['call (024) 412-34.56 now', 'call (••••• now'],
      ['0 2 4 4 1', '•••••'],
      ['024 / 412 34', '•••••'],
      ['٠٢٤٤١٢٣', '•••••'],
      ['०२४४१', '•••••'],
      ['０２４４１', '•••••'],
      ['02‑44‑12', '•••••'],
      ['to a.b+c@example.co.uk, please', 'to •••••, please'],
      ['<a@b.c>', '<•••••>'],
    ])('%s → %s', async (text, expected) => expect(await masked(text)).toBe(expected));

    test.each(['1234', 'at 14:30 for 20', 'flat 12, house 34', 'x @ y'])('%s stays', async (text) =>
      expect(await masked(text)).toBe(text),
    );

    test('goes through JSON, and leaves ids, times and other values', async () => {
      const value = {
        id: '0197f3a0-5b1c-7c3e-9d53-2f6a1f0f7a11',
        at: '2026-11-30T12:00:00.123+00:00',
        list: ['0244123456', { deep: 'a@b.c' }, 7, null, true],
        none: {},
      };
      const [row] =
        await sql`select callback_private.masked_json(${JSON.stringify(value)}::text::jsonb) as masked`;
      expect(row?.masked).toEqual({ ...value, list: ['•••••', { deep: '•••••' }, 7, null, true] });
    });
  });
});
