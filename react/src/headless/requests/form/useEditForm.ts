/** The form in which a buyer edits a request that is still open. */
import { useCallback } from 'react';
import { buyerWords } from '../../messages/en/buyer.ts';
import { useWords } from '../../messages/useWords.ts';
import { useCallbackContext } from '../../platform/context.ts';
import { useEditCallbackRequest } from '../write/useEditCallbackRequest.ts';
import type { CallbackFormModel, EditFormOptions } from './formModel.ts';
import { useForm } from './useForm.ts';
import { draftOf, EDIT_FORM, toEdit } from './values.ts';

export function useEditForm(options: EditFormOptions): CallbackFormModel {
  const { request, onDone, onUnseenRefusal } = options;
  const { edit: words } = useWords(buyerWords);
  const { region, timeZone } = useCallbackContext();
  const { editCallbackRequest } = useEditCallbackRequest();
  const before = useCallback(() => draftOf(request, region), [request, region]);
  const { model } = useForm({
    ...EDIT_FORM,
    subject: request.id,
    known: before,
    mayKeepPhone: true,
    submitLabel: words.send,
    submittingLabel: words.sending,
    async send(values) {
      const changes = toEdit(values, before(), timeZone);
      const hasChanges = Object.keys(changes).length > 0;
      onDone(hasChanges ? await editCallbackRequest(request.id, changes) : undefined);
    },
    onUnseenRefusal,
  });
  return model;
}
