/** The form in which a buyer asks for a call about a listing. */
import { type CallbackRequest, isCallbackError } from '@ringback/client';
import { useEffect } from 'react';
import { useCallbackContext } from '../context.ts';
import { useCreateCallbackRequest } from '../hooks/useCreateCallbackRequest.ts';
import type { CallbackFormModel } from '../models.ts';
import { type Form, useForm } from './useForm.ts';
import { newDraft, REQUEST_FIELDS, toCreateInput } from './values.ts';

export interface CallbackFormOptions {
  listingId: string;
  sellerId: string;
  /** While it is open the phone rules are loaded and the draft is kept. */
  isOpen: boolean;
  onCreated: (request: CallbackRequest) => void;
  /** There is a request already. Resolves with whether it is shown now. */
  onDuplicate: () => Promise<boolean>;
}

export function useCallbackForm(options: CallbackFormOptions): CallbackFormModel {
  const { listingId, sellerId, isOpen, onCreated, onDuplicate } = options;
  const { profile, region, messages, format, drafts, userId } = useCallbackContext();
  const { createCallbackRequest } = useCreateCallbackRequest();
  const listing = { listing_id: listingId, seller_id: sellerId };
  const form = useForm({
    fields: REQUEST_FIELDS,
    subject: `${userId} ${listingId}`,
    initial: newDraft(profile, region),
    typed: drafts.remembered(listingId),
    isOpen,
    mayKeepPhone: false,
    submitLabel: messages.form.send,
    submittingLabel: messages.form.sending,
    async send(values) {
      try {
        const request = await createCallbackRequest(toCreateInput(values, listing, format.timeZone));
        drafts.drop(listingId);
        onCreated(request);
      } catch (error) {
        const isDuplicate = isCallbackError(error) && error.code === 'duplicate_request';
        if (!isDuplicate || !(await onDuplicate())) throw error;
      }
    },
  });
  useProfile(form, isOpen);
  useDraft(form, listingId, isOpen);
  return form.model;
}

/** Fills in who the reader is, also when that becomes known late; the number in the reader's own way of writing it. */
function useProfile({ fill, rules }: Form, isOpen: boolean) {
  const { profile, region } = useCallbackContext();
  const { name, phone } = profile;
  useEffect(() => {
    if (!isOpen) return;
    if (name) fill({ name });
    if (region) fill({ region });
    const parsed = phone ? rules?.parsePhone(phone, { region }) : undefined;
    if (parsed?.ok)
      fill({ region: parsed.region, phone: rules?.formatPhone(parsed.e164, parsed.region) ?? parsed.e164 });
    else if (phone) fill({ phone });
  }, [isOpen, fill, rules, name, phone, region]);
}

/** Brings back what an earlier page has stored, and keeps what is typed. */
function useDraft({ fill, isTouched, model }: Form, listingId: string, isOpen: boolean) {
  const { drafts } = useCallbackContext();
  const { values, isSubmitting } = model;
  useEffect(() => {
    if (!isOpen) return;
    let isCurrent = true;
    void drafts.stored(listingId).then((draft) => {
      if (draft && isCurrent) fill(draft);
    });
    return () => {
      isCurrent = false;
    };
  }, [isOpen, drafts, listingId, fill]);
  useEffect(() => {
    if (isOpen && isTouched && !isSubmitting) drafts.keep(listingId, values);
  }, [isOpen, isTouched, isSubmitting, drafts, listingId, values]);
}
