/**
 * The form in which a buyer edits a request that is still open, filled in with what was sent. What was typed is
 * kept as a draft, also when the form is taken away.
 */
import { useCallback } from 'react';
import { buyerWords } from '../../messages/en/buyer.ts';
import { useWords } from '../../messages/useWords.ts';
import { useCallbackContext } from '../../platform/context.ts';
import type { PartState } from '../../platform/lazyPart.ts';
import { useEditCallbackRequest } from '../write/useEditCallbackRequest.ts';
import { draftsOf } from './draft.ts';
import { ANY_URGENT } from './fields.ts';
import type { CallbackFormModel, EditFormOptions } from './formModel.ts';
import { loadPhoneRules, type PhoneRules } from './phoneRules.ts';
import { useDraft } from './useDraft.ts';
import { useForm } from './useForm.ts';
import { draftOf, EDIT_FORM, toEdit } from './values.ts';

/** Names the draft of an edit. */
export const editDraftOf = ({ id }: EditFormOptions['request']) => `edit:${id}`;

export function useEditForm(options: EditFormOptions): CallbackFormModel {
  const { request, onDone, onUnseenRefusal } = options;
  const { edit: words } = useWords(buyerWords);
  const { region, timeZone, memory } = useCallbackContext();
  const drafts = draftsOf(memory);
  const draftId = editDraftOf(request);
  const { editCallbackRequest } = useEditCallbackRequest();
  const before = useCallback(
    (rules: PartState<PhoneRules>) => draftOf(request, region, rules),
    [request, region],
  );
  const form = useForm({
    ...EDIT_FORM,
    subject: request.id,
    known: before,
    typed: drafts.remembered(draftId),
    urgent: ANY_URGENT,
    submitLabel: words.send,
    submittingLabel: words.sending,
    async send(values) {
      const module = await loadPhoneRules().catch(() => undefined);
      const changes = toEdit(values, before({ module, hasFailed: !module }), timeZone);
      if (Object.keys(changes).length === 0) return onDone(undefined);
      const edited = await editCallbackRequest(request.id, changes);
      drafts.drop(draftId);
      const parsed = module?.parsePhone(values.phone, { region: values.region || undefined });
      const isNewNumber = changes.requester_phone !== undefined;
      onDone(edited, isNewNumber ? (parsed?.ok ? parsed.e164 : values.phone) : undefined);
    },
    onUnseenRefusal,
  });
  useDraft(form, draftId);
  return form.model;
}
