/** The form in which a buyer edits a request that is still open, filled in with what was sent. */
import { useCallback } from 'react';
import { buyerWords } from '../../messages/en/buyer.ts';
import { useWords } from '../../messages/useWords.ts';
import { useCallbackContext } from '../../platform/context.ts';
import type { PartState } from '../../platform/lazyPart.ts';
import { useEditCallbackRequest } from '../write/useEditCallbackRequest.ts';
import type { CallbackFormModel, EditFormOptions } from './formModel.ts';
import { loadPhoneRules, type PhoneRules } from './phoneRules.ts';
import { useForm } from './useForm.ts';
import { draftOf, EDIT_FORM, toEdit } from './values.ts';

export function useEditForm(options: EditFormOptions): CallbackFormModel {
  const { request, onDone, onUnseenRefusal } = options;
  const { edit: words } = useWords(buyerWords);
  const { region, timeZone } = useCallbackContext();
  const { editCallbackRequest } = useEditCallbackRequest();
  const before = useCallback(
    (rules: PartState<PhoneRules>) => draftOf(request, region, rules),
    [request, region],
  );
  const { model } = useForm({
    ...EDIT_FORM,
    subject: request.id,
    known: before,
    urgentLeft: null,
    submitLabel: words.send,
    submittingLabel: words.sending,
    async send(values) {
      const module = await loadPhoneRules().catch(() => undefined);
      const changes = toEdit(values, before({ module, hasFailed: !module }), timeZone);
      if (Object.keys(changes).length === 0) return onDone(undefined);
      const edited = await editCallbackRequest(request.id, changes);
      const parsed = module?.parsePhone(values.phone, { region: values.region || undefined });
      const isNewNumber = changes.requester_phone !== undefined;
      onDone(edited, isNewNumber ? (parsed?.ok ? parsed.e164 : values.phone) : undefined);
    },
    onUnseenRefusal,
  });
  return model;
}
