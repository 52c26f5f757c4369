'use client';
import { type CallbackFormOptions, useCallbackForm } from '../headless/form/useCallbackForm.ts';
import type { CallbackButtonModel } from '../headless/models.ts';
import { CallbackForm } from './CallbackForm.tsx';
import { RequestPanel } from './RequestPanel.tsx';
import { News } from './ui/News.tsx';

/** What the button's dialog shows. Loaded by DialogContent alone, so that it is no part of what a listing's page loads. */
export function DialogPanel({ model }: { model: CallbackButtonModel }) {
  const { dialog, announcement, clearAnnouncement, formOptions, request } = model;
  return (
    <>
      {/* Here too, because the page's own status is out of reach while the dialog is open. */}
      <News notice={announcement} />
      {dialog === 'form' && <FormPanel options={formOptions} />}
      {dialog === 'request' && request && <RequestPanel request={request} onChange={clearAnnouncement} />}
    </>
  );
}

function FormPanel({ options }: { options: CallbackFormOptions }) {
  return <CallbackForm model={useCallbackForm(options)} />;
}
