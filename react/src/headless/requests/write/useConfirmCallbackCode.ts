import type { CallbackError, CallbackRequestDetail, ConfirmCode } from '@ringback/client';
import { type RequestChange, useRequestChange } from './useRequestChange.ts';

export interface ConfirmPhone {
  /** Rejects with a CallbackError: `wrong_code` has `triesLeft`. */
  confirmCallbackCode: (id: string, confirmation: ConfirmCode) => Promise<CallbackRequestDetail>;
  /** Texts another code. Rejects with a CallbackError. */
  resendCallbackCode: (id: string) => Promise<CallbackRequestDetail>;
  loading: boolean;
  error: CallbackError | null;
}

const CONFIRM: RequestChange<ConfirmCode> = {
  send: (client, id, confirmation) => client.confirmCallbackCode(id, confirmation),
  predict: () => () => ({}),
};
const RESEND: RequestChange<undefined> = {
  send: (client, id) => client.resendCallbackCode(id),
  predict: () => () => ({}),
};

/** Lets the buyer of a request with `is_waiting_for_code` enter the code, or get another. */
export function useConfirmCallbackCode(): ConfirmPhone {
  const confirm = useRequestChange(CONFIRM);
  const resend = useRequestChange(RESEND);
  return {
    confirmCallbackCode: confirm.run,
    resendCallbackCode: (id) => resend.run(id, undefined),
    loading: confirm.loading || resend.loading,
    error: confirm.error ?? resend.error,
  };
}
