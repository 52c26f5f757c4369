/** The form in which a buyer edits a request that is still open. */
import { useCallback } from 'react';
import { useCallbackContext } from '../../platform/context.ts';
import { useEditCallbackRequest } from '../write/useEditCallbackRequest.ts';
import type { CallbackFormModel, EditFormOptions } from './formModel.ts';
import { useForm } from './useForm.ts';
import { draftOf, EDIT_FORM, toEdit } from './values.ts';

export function useEditForm(options: EditFormOptions): CallbackFormModel {
  const { request, onDone, onUnseenRefusal } = options;
  const { region, messages, timeZone } = useCallbackContext();
  const { editCallbackRequest } = useEditCallbackRequest();
  const before = useCallback(() => draftOf(request, region), [request, region]);
  const { model } = useForm({
    ...EDIT_FORM,
    subject: request.id,
    known: before,
    mayKeepPhone: true,
    submitLabel: messages.edit.send,
    submittingLabel: messages.edit.sending,
    async send(values) {
      const changes = toEdit(values, before(), timeZone);
      const hasChanges = Object.keys(changes).length > 0;
      onDone(hasChanges ? await editCallbackRequest(request.id, changes) : undefined);
    },
    onUnseenRefusal,
  });
  return model;
}
