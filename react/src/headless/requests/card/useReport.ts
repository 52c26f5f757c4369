/** What a seller can say of a request and its buyer: a made-up number, spam, or no more of them. The buyer learns of none of it. */
import { isCallbackError, type ReportCallbackRequest } from '@ringback/client';
import { useState } from 'react';
import { sellerWords } from '../../messages/en/seller.ts';
import { errorText } from '../../messages/errorText.ts';
import { useWords } from '../../messages/useWords.ts';
import { useCallbackContext } from '../../platform/context.ts';
import type { Action } from '../../ui/parts.ts';
import type { RequestActions } from '../useRequestActions.ts';
import type { CallbackCardModel } from './cardModel.ts';

export function useReport({ request, succeed, fail }: RequestActions): CallbackCardModel['report'] {
  const { client, messages } = useCallbackContext();
  const { report: words } = useWords(sellerWords);
  const [isBusy, setBusy] = useState(false);
  async function send(report: ReportCallbackRequest, done: string) {
    setBusy(true);
    try {
      await client.reportCallbackRequest(request.id, report);
      succeed(undefined, done);
    } catch (cause) {
      if (!isCallbackError(cause)) throw cause;
      fail(errorText(messages, cause));
    } finally {
      setBusy(false);
    }
  }
  const action = (label: string, report: ReportCallbackRequest, done: string): Action => ({
    label,
    run: () => void send(report, done),
    isBusy,
  });
  const buyer = request.requester_name;
  return {
    label: words.open,
    actions: [
      action(words.fakeNumber, { reason: 'fake_number' }, words.reported),
      action(words.spam, { reason: 'spam' }, words.reported),
      ...(buyer ? [action(words.block(buyer), { block: true }, words.blocked(buyer))] : []),
    ],
  };
}
