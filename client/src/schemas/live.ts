/** What the stream of live updates sends: ids, statuses and times; never a name or a number. */
import * as z from 'zod/mini';
import { SIDES } from '../vocabulary.ts';
import { Id, Instant, Status } from './scalars.ts';

export const StreamHeaders = z.looseObject({
  'last-event-id': z.optional(
    z
      .string()
      .check(z.maxLength(400), z.describe('The last `id` received; what came after it is sent first.')),
  ),
});

export const RequestEvent = z
  .object({
    id: z.int().check(z.describe('Differs for each event; their order is that of the stream.')),
    event_type: z
      .string()
      .check(
        z.describe('request_created, status_changed, request_edited, call_attempted, …; more may follow.'),
      ),
    callback_request_id: Id,
    as: z.enum(SIDES).check(z.describe('The side on which the caller stands.')),
    status: z.nullable(Status),
    happened_at: Instant,
  })
  .register(z.globalRegistry, {
    id: 'RequestEvent',
    description: 'Something happened to a request of the caller.',
  });
export type RequestEvent = z.output<typeof RequestEvent>;
