/** The form in which a buyer asks for a call about a listing. */
import { type CallbackRequest, isCallbackError } from '@ringback/client';
import { useEffect } from 'react';
import { useCallbackContext } from '../context.ts';
import { useCreateCallbackRequest } from '../hooks/useCreateCallbackRequest.ts';
import type { CallbackFormModel } from '../models.ts';
import { draftsOf } from './draft.ts';
import { type Form, useForm } from './useForm.ts';
import { newDraft, REQUEST_FIELDS, toCreateInput } from './values.ts';

export interface CallbackFormOptions {
  listingId: string;
  sellerId: string;
  onRequested: (request: CallbackRequest) => void;
  /** There is a request already. Resolves with whether it is shown now. */
  onExisting: () => Promise<boolean>;
}

/** What was typed is kept as a draft, also when the form is taken away. */
export function useCallbackForm(options: CallbackFormOptions): CallbackFormModel {
  const { listingId, sellerId, onRequested, onExisting } = options;
  const { profile, region, messages, timeZone, memory, userId } = useCallbackContext();
  const drafts = draftsOf(memory);
  const { createCallbackRequest } = useCreateCallbackRequest();
  const listing = { listing_id: listingId, seller_id: sellerId };
  const form = useForm({
    fields: REQUEST_FIELDS,
    subject: `${userId} ${listingId}`,
    initial: newDraft(profile, region),
    typed: drafts.remembered(listingId),
    mayKeepPhone: false,
    submitLabel: messages.form.send,
    submittingLabel: messages.form.sending,
    async send(values) {
      try {
        const request = await createCallbackRequest(toCreateInput(values, listing, timeZone));
        drafts.drop(listingId);
        onRequested(request);
      } catch (error) {
        const isDuplicate = isCallbackError(error) && error.code === 'duplicate_request';
        if (!isDuplicate || !(await onExisting())) throw error;
      }
    },
  });
  useProfile(form);
  useDraft(form, listingId);
  return form.model;
}

/**
 * Fills in who the reader is, also when that becomes known late. The number waits for the rules that know the reader's own way of writing
 * it: rewritten later, it would change under somebody who has just begun to type.
 */
function useProfile({ fill, rules }: Form) {
  const { profile, region } = useCallbackContext();
  const { name, phone } = profile;
  useEffect(() => {
    if (name) fill({ name });
    if (region) fill({ region });
    if (!phone || !rules) return;
    const parsed = rules.parsePhone(phone, { region });
    if (parsed.ok) fill({ region: parsed.region, phone: rules.formatPhone(parsed.e164, parsed.region) });
    else fill({ phone });
  }, [fill, rules, name, phone, region]);
}

/** Brings back what an earlier page has stored, and keeps what is typed. */
function useDraft({ fill, isTouched, model }: Form, listingId: string) {
  const drafts = draftsOf(useCallbackContext().memory);
  const { values, isSubmitting } = model;
  useEffect(() => {
    let isCurrent = true;
    void drafts.stored(listingId).then((draft) => {
      if (draft && isCurrent) fill(draft);
    });
    return () => {
      isCurrent = false;
    };
  }, [drafts, listingId, fill]);
  useEffect(() => {
    if (isTouched && !isSubmitting) drafts.keep(listingId, values);
  }, [isTouched, isSubmitting, drafts, listingId, values]);
}
