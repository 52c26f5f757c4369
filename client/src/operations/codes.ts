/** A buyer confirms the number of a request by the code that was texted to it. */
import { CallbackRequestDetail, ConfirmCode } from '../schemas/requests.ts';
import { IdParams } from '../schemas/scalars.ts';
import type { MethodMaker } from './method.ts';

export const codes = (method: MethodMaker) => ({
  /** Confirms the number of a request that waits for a code, and sends the request. A wrong code costs a try. */
  confirmCallbackCode: method({
    summary: 'Confirm the number by the code',
    description:
      'Of a request with `is_waiting_for_code`. A code has five tries and is valid for five minutes. The number is known from then on.',
    access: 'user',
    method: 'POST',
    path: '/callback-requests/:id/code',
    input: (id: string, confirmation: ConfirmCode) => ({ params: { id }, body: confirmation }),
    params: IdParams,
    body: ConfirmCode,
    answer: CallbackRequestDetail,
    repeat: 'nature',
    errors: ['wrong_code', 'no_tries_left', 'code_expired', 'not_found', 'conflict'],
    sql: {
      function: 'confirm_callback_code',
      arguments: { p_request_id: 'params.id', p_code: 'body.code' },
    },
  }),

  /** Texts another code, half a minute after the last at the earliest, three for a request. The ones before are no longer valid. */
  resendCallbackCode: method({
    summary: 'Request another code',
    description:
      'Where no code can be sent any more, the request waits for an operator (`is_being_checked`).',
    access: 'user',
    method: 'POST',
    path: '/callback-requests/:id/code/resend',
    input: (id: string) => ({ params: { id } }),
    params: IdParams,
    answer: CallbackRequestDetail,
    repeat: 'key',
    errors: ['code_expired', 'not_found', 'conflict'],
    sql: { function: 'resend_callback_code', arguments: { p_request_id: 'params.id' } },
  }),
});
