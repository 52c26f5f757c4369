/** A client of F2: rolls a transaction back, then commits one after the other until it is killed, and tells each step. */
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '@ringback/database';
import { idOf, requestOf } from '../market.ts';
import type { Told } from '../runs/killAtCommit.ts';

const [url = '', first = ''] = process.argv.slice(2);
const sql = connect(url, { max: 1 });
const tell = (told: Told) => new Promise<void>((resolve) => process.send?.(told, () => resolve()));

for (let n = Number(first); ; n++) {
  const isRolledBack = n === Number(first);
  const connection = await sql.reserve();
  const { buyer, listing, seller } = requestOf(n);
  await connection`begin`;
  await connection`update listings set price = price + 1 where id = ${idOf('listing', listing)}`;
  await connection`select set_config('role', 'callback_service', true)`;
  await connection`select create_callback_request(
    p_requester_id := ${idOf('buyer', buyer)}, p_seller_id := ${idOf('seller', seller)}, p_listing_id := ${idOf('listing', listing)},
    p_requester_phone := '+12125550123', p_requester_name := 'Kofi Boateng')`;
  if (isRolledBack) await connection`rollback`;
  else {
    await tell({ n, step: 'committing' });
    await connection`commit`;
  }
  await tell({ n, step: isRolledBack ? 'rolled back' : 'committed' });
  connection.release();
  if (n - Number(first) >= 3) await sleep(60_000); // to be killed
}
