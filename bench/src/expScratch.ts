import { readFileSync } from 'node:fs';
import { withConnection, connect } from '@ringback/database';
import { readOptions } from './options.ts';
import { startEnvironment } from './environment.ts';
import { stopwatch } from './cpu.ts';
import { requestOf } from './marketplace.ts';
import { create, raiseLimits } from './writes.ts';
const [pg, rows, ...files] = process.argv.slice(2);
const options = { ...(readOptions(['--pg', pg!]) as any), rowsBeforeWrites: Number(rows) };
const env = await startEnvironment(options, () => {});
try {
  const sides: any[] = [];
  for (const [i, f] of ['base', ...files].entries()) {
    const db = await env.database('db' + i, options.rowsBeforeWrites, 1);
    await withConnection(db.ownerUrl, async (sql) => { await raiseLimits(sql); if (f !== 'base') await sql.unsafe(readFileSync(f, 'utf8')).simple(); await sql`vacuum analyze`; });
    const sql = connect(db.apiUrl, { max: 1 });
    const isNaive = f.includes('naive');
    const call = isNaive ? (r: any) => sql`select naive.create_callback_request(${r.requester_id}, ${r.seller_id}, ${r.listing_id}, ${r.requester_phone}, ${r.requester_name}, ${r.message}, ${r.callback_reason}, ${r.preferred_time}, ${r.preferred_days})` : create(sql);
    sides.push({ f, call, n: 0, sql, pid: db.postgresPid, ms: [] as number[] });
  }
  const cpuOf = (pid: number) => { const s = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' '); return (Number(s[11]) + Number(s[12])) * 10; };
  for (const s of sides) { s.backend = (await s.sql`select pg_backend_pid() as p`)[0].p; }
  for (let round = 0; round < 12; round++)
    for (const s of round % 2 ? sides : sides.toReversed()) {
      s.backend = (await s.sql`select pg_backend_pid() as p`)[0].p; const before = cpuOf(s.backend); const count = 600;
      for (let i = 0; i < count; i++) await s.call(requestOf(s.n++, options.marketplace));
      if (round > 0) s.ms.push((cpuOf(s.backend) - before) / count);
    }
  for (const s of sides) { s.ms.sort((a: number, b: number) => a - b); console.log(s.f.padEnd(30), 'median', s.ms[5].toFixed(3), 'low', s.ms[0].toFixed(3), 'high', s.ms.at(-1).toFixed(3)); await s.sql.end(); }
} finally { await env.stop(); }
