/** The form in which a buyer requests a callback about a listing. */
import { isCallbackError } from '@ringback/client';
import { useCallback, useMemo } from 'react';
import { buyerWords } from '../../messages/en/buyer.ts';
import { requestWords } from '../../messages/en/request.ts';
import { limitText } from '../../messages/errorText.ts';
import { useWords } from '../../messages/useWords.ts';
import { useCallbackContext } from '../../platform/context.ts';
import { useEligibility } from '../read/useEligibility.ts';
import { useCreateCallbackRequest } from '../write/useCreateCallbackRequest.ts';
import { draftsOf } from './draft.ts';
import type { CallbackFormModel, CallbackFormOptions } from './formModel.ts';
import { useConsent } from './useConsent.ts';
import { useDraft } from './useDraft.ts';
import { useForm } from './useForm.ts';
import { useRecap } from './useRecap.ts';
import { knownOf, REQUEST_FORM, toCreateInput } from './values.ts';

/** What was typed is kept as a draft, also when the form is taken away. */
export function useCallbackForm(options: CallbackFormOptions): CallbackFormModel {
  const { sellerId, onRequested, onExisting, onUnseenRefusal } = options;
  const listingId = String(options.listingId);
  const words = useWords(requestWords, buyerWords);
  const { profile, region, timeZone, memory, userId } = useCallbackContext();
  const drafts = draftsOf(memory);
  const { data: answer } = useEligibility(listingId, String(sellerId));
  const consent = useConsent();
  const [left, needsTrust] = [answer?.urgent_left ?? null, answer?.urgent_needs_trust ?? false];
  const urgent = useMemo(() => ({ left, needsTrust }), [left, needsTrust]);
  const { createCallbackRequest } = useCreateCallbackRequest();
  const listing = { listing_id: listingId, seller_id: String(sellerId) };
  const form = useForm({
    ...REQUEST_FORM,
    subject: `${userId} ${listingId}`,
    known: useCallback((rules) => knownOf(profile, region, rules), [profile, region]),
    typed: drafts.remembered(listingId),
    urgent,
    recap: useRecap(answer),
    consent: consent.text,
    refusedBefore:
      answer?.can_ask_for_review && answer.reason ? limitText(words, answer.reason, answer.limit) : undefined,
    submitLabel: words.form.send,
    submittingLabel: words.form.sending,
    async send(values, asksForReview) {
      try {
        const request = await createCallbackRequest({
          ...toCreateInput(values, listing, timeZone),
          ...(consent.given && { consent: consent.given }),
          ...(asksForReview && { asks_for_review: true }),
        });
        // Who must confirm the number may come back to change it.
        if (!request.is_waiting_for_code) drafts.drop(listingId);
        onRequested(request);
      } catch (error) {
        if (!isCallbackError(error)) throw error;
        if (error.field === 'consent') await consent.reread();
        if (error.code !== 'duplicate_request' || !(await onExisting())) throw error;
      }
    },
    onUnseenRefusal,
  });
  useDraft(form, listingId);
  return form.model;
}
