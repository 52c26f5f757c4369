/** The form in which a buyer corrects a request that is still open. */
import type { CallbackRequest } from '@ringback/client';
import { useCallback } from 'react';
import { useCallbackContext } from '../context.ts';
import { useCorrectCallbackRequest } from '../hooks/useCorrectCallbackRequest.ts';
import type { CallbackFormModel } from '../models.ts';
import { useForm } from './useForm.ts';
import { CORRECTION_FORM, draftOf, toCorrection } from './values.ts';

export interface CorrectionFormOptions {
  request: CallbackRequest;
  /** The corrected request; undefined when nothing was changed, and nothing sent. */
  onDone: (corrected: CallbackRequest | undefined) => void;
  /** Told why the correction was refused when the form is gone and cannot say it. */
  onUnseenRefusal: (sentence: string) => void;
}

export function useCorrectionForm(options: CorrectionFormOptions): CallbackFormModel {
  const { request, onDone, onUnseenRefusal } = options;
  const { region, messages, timeZone } = useCallbackContext();
  const { correctCallbackRequest } = useCorrectCallbackRequest();
  const before = useCallback(() => draftOf(request, region), [request, region]);
  const { model } = useForm({
    ...CORRECTION_FORM,
    subject: request.id,
    known: before,
    mayKeepPhone: true,
    submitLabel: messages.correction.send,
    submittingLabel: messages.correction.sending,
    async send(values) {
      const changes = toCorrection(values, before(), timeZone);
      const hasChanges = Object.keys(changes).length > 0;
      onDone(hasChanges ? await correctCallbackRequest(request.id, changes) : undefined);
    },
    onUnseenRefusal,
  });
  return model;
}
