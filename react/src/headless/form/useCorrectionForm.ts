/** The form in which a buyer corrects a request that is still open. */
import type { CallbackRequest } from '@ringback/client';
import { useEffect } from 'react';
import { useCallbackContext } from '../context.ts';
import { useCorrectCallbackRequest } from '../hooks/useCorrectCallbackRequest.ts';
import type { CallbackFormModel } from '../models.ts';
import { useForm } from './useForm.ts';
import { CORRECTION_FIELDS, draftOf, newDraft, toCorrection } from './values.ts';

export interface CorrectionFormOptions {
  request: CallbackRequest | undefined;
  isOpen: boolean;
  /** The corrected request; undefined when nothing was changed, and nothing sent. */
  onDone: (corrected: CallbackRequest | undefined) => void;
}

export interface CorrectionForm {
  form: CallbackFormModel;
  /** Forgets what was typed. */
  reset: () => void;
}

export function useCorrectionForm({ request, isOpen, onDone }: CorrectionFormOptions): CorrectionForm {
  const { region, messages, format } = useCallbackContext();
  const { correctCallbackRequest } = useCorrectCallbackRequest();
  const before = request ? draftOf(request, region) : newDraft({}, region);
  const { model, fill, reset } = useForm({
    fields: CORRECTION_FIELDS,
    subject: request?.id ?? '',
    initial: before,
    isOpen,
    mayKeepPhone: true,
    submitLabel: messages.correction.send,
    submittingLabel: messages.correction.sending,
    async send(values) {
      const changes = toCorrection(values, before, format.timeZone);
      const hasChanges = request !== undefined && Object.keys(changes).length > 0;
      onDone(hasChanges ? await correctCallbackRequest(request.id, changes) : undefined);
    },
  });
  useEffect(() => {
    if (isOpen && request) fill(draftOf(request, region));
  }, [isOpen, request, region, fill]);
  return { form: model, reset };
}
