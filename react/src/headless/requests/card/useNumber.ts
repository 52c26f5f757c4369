/** The buyer's number: read from the request, or asked for where the marketplace masks it. */
import { isCallbackError } from '@ringback/client';
import { useRef, useState } from 'react';
import { sellerWords } from '../../messages/en/seller.ts';
import { errorText } from '../../messages/errorText.ts';
import { useWords } from '../../messages/useWords.ts';
import { useCallbackContext } from '../../platform/context.ts';
import type { RequestActions } from '../useRequestActions.ts';

const E164 = /^\+[1-9]\d{6,14}$/;

export interface BuyerNumber {
  /** Nothing while it is masked. */
  phone: string | undefined;
  /** Shown in its place until then. */
  mask: string | undefined;
  /** Asks for it, once at a time; nothing when that failed, which is shown. */
  reveal: () => Promise<string | undefined>;
  isRevealing: boolean;
}

/** Nothing when the number may not be seen. */
export function useNumber({ request, fail }: RequestActions): BuyerNumber | undefined {
  const { client, messages } = useCallbackContext();
  const { card: words } = useWords(sellerWords);
  const [revealed, setRevealed] = useState<{ of: string; phone: string }>();
  const [isRevealing, setRevealing] = useState(false);
  const pending = useRef<Promise<string | undefined>>(undefined);
  const mask = request.requester_phone_masked ?? undefined;
  // The buyer may give another number.
  const of = `${request.id} ${request.edited_at}`;
  const known = request.requester_phone ?? (mask && revealed?.of === of ? revealed.phone : null);
  // Anything else could make a link do something other than its label.
  const phone = known !== null && E164.test(known) ? known : undefined;
  if (phone === undefined && mask === undefined) return undefined;

  async function ask() {
    setRevealing(true);
    try {
      const { requester_phone: shown } = await client.revealCallbackPhone(request.id);
      setRevealed({ of, phone: shown });
      return E164.test(shown) ? shown : undefined;
    } catch (error) {
      if (!isCallbackError(error)) throw error;
      fail(error.limit === 'reveals_per_seller_per_day' ? words.revealLimit : errorText(messages, error));
      return undefined;
    } finally {
      pending.current = undefined;
      setRevealing(false);
    }
  }
  function reveal() {
    if (phone !== undefined) return Promise.resolve(phone);
    pending.current ??= ask();
    return pending.current;
  }
  return { phone, mask: phone === undefined ? mask : undefined, reveal, isRevealing };
}
