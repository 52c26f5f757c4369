/** What operators see of the database: sizes of tables, and the statements that take the most time. */
import * as z from 'zod/mini';
import { Count } from '../scalars.ts';

const Milliseconds = z.number().check(z.gte(0));

export const Storage = z
  .object({
    size_bytes: Count.check(z.describe('Of the whole database.')),
    tables: z
      .array(
        z.object({
          name: z.string(),
          size_bytes: Count.check(z.describe('Indexes included.')),
          index_bytes: Count,
          rows: Count.check(z.describe('As the last vacuum or analyze counted them.')),
          dead_rows: Count.check(z.describe('That vacuum has not cleared yet.')),
        }),
      )
      .check(z.describe('Ours, the 15 largest.')),
    statements: z.nullable(
      z
        .array(
          z.object({
            statement: z.string().check(z.describe('Without its values; the first 300 characters.')),
            calls: Count,
            mean_ms: Milliseconds,
            max_ms: Milliseconds,
            total_ms: Milliseconds,
          }),
        )
        .check(z.describe('The ten that took the most time together; null where that is not measured.')),
    ),
  })
  .register(z.globalRegistry, { id: 'Storage', description: 'Table sizes and slow statements.' });
export type Storage = z.output<typeof Storage>;
