/** The body of every refusal: `application/problem+json` (RFC 9457). */
import * as z from 'zod/mini';
import { ERROR_CODES } from '../errors.ts';
import { Id } from './scalars.ts';

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(ERROR_CODES),
    detail: z.string().check(z.describe('A sentence for people that says what to do.')),
    instance: z.optional(z.string().check(z.describe('Identifies this answer in the logs.'))),
    field: z.optional(z.string().check(z.describe('The field that was refused.'))),
    existing_request_id: z.optional(Id.check(z.describe("The caller's request that is already there."))),
    limit: z.optional(z.string().check(z.describe('The limit that was reached.'))),
    notice: z.optional(z.string().check(z.describe('The operator’s text for buyers: plain text.'))),
    tries_left: z.optional(z.int().check(z.gte(0), z.describe('How often a code may still be entered.'))),
    can_ask_for_review: z.optional(
      z
        .boolean()
        .check(
          z.describe('The same request may be sent with `asks_for_review`, for an operator to decide about.'),
        ),
    ),
    retry_after_seconds: z.optional(z.number().check(z.gte(0))),
  })
  .register(z.globalRegistry, {
    id: 'Problem',
    description: 'Why the request was refused. `code` is stable.',
    examples: [
      {
        type: 'urn:ringback:error:duplicate_request',
        title: 'Already requested',
        status: 409,
        code: 'duplicate_request',
        detail: 'You have already requested a callback about this listing today.',
        existing_request_id: '0197f3a0-5b1c-7c3e-9d53-2f6a1f0f7a11',
      },
    ],
  });
export type Problem = z.output<typeof Problem>;
