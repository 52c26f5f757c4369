/**
 * What a seller can say of a request and its buyer: a fake number, spam, or no more of them, and take either back. The
 * buyer learns of none of it.
 */
import { isCallbackError, type ReportCallbackRequest, type SellerReport } from '@ringback/client';
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
  const [known, setKnown] = useState<SellerReport>();
  async function send(report: ReportCallbackRequest, done: string) {
    setBusy(true);
    try {
      setKnown(await client.reportCallbackRequest(request.id, report));
      // A block hides the number, and its end shows it again.
      const changed = 'block' in report ? await client.getCallbackRequest(request.id) : undefined;
      succeed(changed, done);
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
  const { requester_name: buyer } = request;
  if (buyer === null) return undefined;
  return {
    label: words.open,
    actions: [
      ...(known?.reason
        ? [action(words.takeBack, { reason: null }, words.takenBack)]
        : [
            action(words.fakeNumber, { reason: 'fake_number' }, words.reported),
            action(words.spam, { reason: 'spam' }, words.reported),
          ]),
      known?.is_blocked
        ? action(words.unblock(buyer), { block: false }, words.unblocked(buyer))
        : action(words.block(buyer), { block: true }, words.blocked(buyer)),
    ],
  };
}
