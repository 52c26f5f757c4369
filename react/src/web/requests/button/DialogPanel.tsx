'use client';
import { usualText } from '../../../headless/insight/responseTime.ts';
import { responseTimeWords } from '../../../headless/messages/en/responseTime.ts';
import { useWords } from '../../../headless/messages/useWords.ts';
import type { CallbackButtonModel } from '../../../headless/requests/button/buttonModel.ts';
import type { CallbackFormOptions } from '../../../headless/requests/form/formModel.ts';
import { useCallbackForm } from '../../../headless/requests/form/useCallbackForm.ts';
import { StatusMessage } from '../../ui/StatusMessage.tsx';
import { CallbackForm } from '../form/CallbackForm.tsx';
import { RequestPanel } from '../summary/RequestPanel.tsx';

/**
 * What the button's dialog shows. Loaded by DialogContent alone, so that it is no part of what a listing's
 * page loads.
 */
export function DialogPanel({ model }: { model: CallbackButtonModel }) {
  const { dialog, announcement, clearAnnouncement, requestAgain, formOptions, request } = model;
  return (
    <>
      {/* Here too, because the page's own status is out of reach while the dialog is open. */}
      <StatusMessage notice={announcement} />
      {dialog === 'form' && <FormPanel options={formOptions} />}
      {dialog === 'request' && request && (
        <RequestPanel request={request} onAnnounce={clearAnnouncement} onRequestAgain={requestAgain} />
      )}
    </>
  );
}

function FormPanel({ options }: { options: CallbackFormOptions }) {
  return <CallbackForm model={useCallbackForm(options)} />;
}

/** For the line below the button, which is drawn before this part is there. */
export function UsualTime({ model: { state, usualMinutes } }: { model: CallbackButtonModel }) {
  const { responseTime } = useWords(responseTimeWords);
  return state === 'available' && usualText(usualMinutes, responseTime);
}
