'use client';
import { type CallbackFormOptions, useCallbackForm } from '../headless/form/useCallbackForm.ts';
import type { CallbackButtonModel } from '../headless/models.ts';
import { CallbackForm } from './CallbackForm.tsx';
import { RequestPanel } from './RequestPanel.tsx';

/** What the button's dialog shows. Loaded by DialogContent alone, so that it is no part of what a listing's page loads. */
export function DialogPanel({ model: { dialog, formOptions, request } }: { model: CallbackButtonModel }) {
  if (dialog === 'form') return <FormPanel options={formOptions} />;
  return request && <RequestPanel request={request} />;
}

function FormPanel({ options }: { options: CallbackFormOptions }) {
  return <CallbackForm model={useCallbackForm(options)} />;
}
