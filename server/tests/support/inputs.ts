/** An input for each operation that its schemas take; where it names a request or a listing, there is none of that id. */
import type { OperationInput } from '@ringback/client';
import { MISSING_OF_OPERATORS, sampleInput } from '@ringback/testing/operations/samples.ts';

export const ID = '0197f3a0-5b1c-7c3e-9d53-2f6a1f0f7a11';

const NOWHERE = {
  ...{ request: ID, notification: ID, listing: ID, seller: '0197f3a0-5b1c-7c3e-9d53-2f6a1f0f7a12' },
  ...{ device: 'ExponentPushToken[abc]', ...MISSING_OF_OPERATORS },
};

type Input = OperationInput & { headers?: Record<string, string> };

/** The input of the operation of that name. */
export const validFor = (name: string): Input => sampleInput(name, NOWHERE);
