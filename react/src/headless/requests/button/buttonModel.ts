/** The button on a listing, as the views draw it. */
import type { CallbackRequest } from '@ringback/client';
import type { CallbackNotice, IconName } from '../../ui/slots.ts';
import type { CallbackFormOptions } from '../form/formModel.ts';

export interface CallbackButtonModel {
  /**
   * `hidden`: draw nothing. `checking`: drawn as available, but busy, so that nothing moves when the answer
   * comes. `available`: a press opens the form. `requested`: a press shows the request. `unavailable`: `note`
   * says why not. `signed_out`: a press asks the host to sign in. `failed`: a press tries again.
   */
  state: 'hidden' | 'checking' | 'available' | 'requested' | 'unavailable' | 'signed_out' | 'failed';
  label: string;
  icon: IconName;
  /** One line below the button; its room is kept while it is empty. */
  note: string | undefined;
  /** The seller's usual response time, for while `available` has no note. */
  usualMinutes: number | null | undefined;
  press: () => void;
  dialog: 'closed' | 'form' | 'request';
  /** The dialog's. */
  title: string;
  close: () => void;
  /** For `useCallbackForm`, while the dialog shows the form. */
  formOptions: CallbackFormOptions;
  /** Today's request about this listing, for `useRequestSummary`. */
  request: CallbackRequest | undefined;
  /** What has just happened, for a live region. */
  announcement: CallbackNotice | undefined;
  /** For `useRequestSummary`, whose announcements replace older ones. */
  clearAnnouncement: () => void;
  /** For `useRequestSummary`: turns the dialog to the form. */
  requestAgain: () => void;
}
