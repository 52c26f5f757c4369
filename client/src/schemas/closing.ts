/** What the operator gives to close a request; apart, so that the apps' bundles do not carry it. */
import * as z from 'zod/mini';
import { MAX_LENGTH } from '../text.ts';
import { lines } from './text.ts';

export const CloseCallbackRequest = z
  .strictObject({
    reason: z.nullish(lines(MAX_LENGTH.reason).check(z.describe('Why it is closed; both sides read it.'))),
  })
  .register(z.globalRegistry, {
    id: 'CloseCallbackRequest',
    description: 'The operator closes an open request.',
    examples: [{ reason: 'The listing broke our rules.' }],
  });
export type CloseCallbackRequest = z.input<typeof CloseCallbackRequest>;
