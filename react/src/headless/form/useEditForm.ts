/** The form in which a buyer edits a request that is still open. */
import type { CallbackRequest } from '@ringback/client';
import { useCallback } from 'react';
import { useCallbackContext } from '../context.ts';
import { useEditCallbackRequest } from '../hooks/useEditCallbackRequest.ts';
import type { CallbackFormModel } from '../models.ts';
import { useForm } from './useForm.ts';
import { draftOf, EDIT_FORM, toEdit } from './values.ts';

export interface EditFormOptions {
  request: CallbackRequest;
  /** The edited request; undefined when nothing was changed, and nothing sent. */
  onDone: (edited: CallbackRequest | undefined) => void;
  /** Told why the edit was refused when the form is gone and cannot say it. */
  onUnseenRefusal: (sentence: string) => void;
}

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
