/** Going straight to the tables: what nobody may, and what the owner of a row may see of it. */
import { expect } from 'vitest';
import { expectDenied, type Stage } from './stage.ts';

/** Tries statements one by one as the buyer, the seller, the service and a visitor. */
export async function denied(stage: Stage, ...statements: string[]): Promise<void> {
  for (const who of [stage.buyer, stage.seller, 'service', 'anon'] as const)
    for (const statement of statements) await expectDenied(stage.as(who, (sql) => sql.unsafe(statement)));
}

export const usersDenied = async (stage: Stage, ...statements: string[]) => {
  for (const who of [stage.buyer, stage.seller])
    for (const statement of statements) await expectDenied(stage.as(who, (sql) => sql.unsafe(statement)));
};

export const ownRows = async ({ as, seller, requestId }: Stage) => {
  const rows = await as(
    seller,
    (sql) => sql`select id, status, requester_name, message from public.callback_requests`,
  );
  expect(rows.map(({ id }) => id)).toEqual([requestId]);
};
export const ownNotifications = async ({ as, seller, notificationId }: Stage) => {
  const rows = await as(seller, (sql) => sql`select id, title from public.callback_request_notifications`);
  expect(rows.map(({ id }) => id)).toEqual([notificationId]);
};
