/** An event's details beside its statuses, as shown in a history and in the notifications it causes. */
import * as z from 'zod/mini';
import { CALL_OUTCOMES, CONFIRMATION_ANSWERS, EDITABLE_FIELDS } from '../vocabulary.ts';
import { Instant, openWord } from './scalars.ts';

export const EventData = z
  .looseObject({
    reason: z.optional(z.nullable(z.string())),
    fields: z.optional(z.array(openWord(EDITABLE_FIELDS))),
    outcome: z.optional(openWord(CALL_OUTCOMES)),
    answer: z.optional(openWord(CONFIRMATION_ANSWERS)),
    attempted_at: z.optional(Instant),
    next_attempt_at: z.optional(Instant),
    snoozed_until: z.optional(Instant),
    expires_at: z.optional(Instant),
  })
  .check(z.describe('Depends on the type of event; more fields may be added.'));
export type EventData = z.output<typeof EventData>;
