/**
 * Editing a request. A wrong number opens the form; a new number may go into the buyer's profile, too. What was
 * typed stays until it is sent or discarded, also when the request ends meanwhile.
 */
import { useState } from 'react';
import { buyerWords } from '../../messages/en/buyer.ts';
import { requestWords } from '../../messages/en/request.ts';
import { useWords } from '../../messages/useWords.ts';
import { useCallbackContext } from '../../platform/context.ts';
import { draftsOf } from '../form/draft.ts';
import { editDraftOf } from '../form/useEditForm.ts';
import type { RequestActions } from '../useRequestActions.ts';
import type { RequestSummary } from './summaryModel.ts';

export function useEdit(
  actions: RequestActions,
  canEdit: boolean,
): Pick<RequestSummary, 'edit' | 'profileOffer'> {
  const { request, succeed, fail } = actions;
  const drafts = draftsOf(useCallbackContext().memory);
  const draftId = editDraftOf(request);
  const { edit: words, notices, summary } = useWords(requestWords, buyerWords);
  /** True once the buyer has opened it; the time of the wrong number for which it was closed. */
  const [opened, setOpened] = useState<boolean | string>(() => drafts.remembered(draftId) !== undefined);
  const { profileOffer, offer } = useProfileOffer(actions);
  const wrong = request.paused_at;
  const isWanted = opened === true || (wrong !== null && opened !== wrong);
  const isOpen = isWanted && (canEdit || drafts.remembered(draftId) !== undefined);
  function close() {
    drafts.drop(draftId);
    setOpened(wrong ?? false);
  }
  const paused = wrong === null ? undefined : summary.paused(request.seller.name ?? '');
  const edit = {
    isOpen,
    reason: canEdit ? paused : words.over,
    open: { label: words.open, run: () => setOpened(true), isBusy: false },
    close,
    formOptions: {
      request,
      onDone(edited: RequestActions['request'] | undefined, phone?: string) {
        close();
        if (!edited) return;
        succeed(edited, notices.edited);
        if (phone !== undefined) offer(phone);
      },
      onUnseenRefusal: fail,
    },
  };
  return { edit: canEdit || isOpen ? edit : undefined, profileOffer };
}

/** Where the host can update the profile, and the number is another one. */
function useProfileOffer({ succeed, fail }: RequestActions) {
  const { profileOffer: words } = useWords(buyerWords);
  const { onUpdateProfile, profile } = useCallbackContext();
  const [phone, setPhone] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  function offer(next: string) {
    if (onUpdateProfile && next !== profile.phone) setPhone(next);
  }
  async function accept(next: string) {
    setBusy(true);
    try {
      await onUpdateProfile?.({ phone: next });
      setPhone(undefined);
      succeed(undefined, words.done);
    } catch {
      fail(words.failed);
    } finally {
      setBusy(false);
    }
  }
  const profileOffer: RequestSummary['profileOffer'] =
    phone === undefined
      ? undefined
      : {
          question: words.question(phone),
          accept: { label: words.accept, run: () => void accept(phone), isBusy },
          dismiss: { label: words.dismiss, run: () => setPhone(undefined), isBusy: false },
        };
  return { profileOffer, offer };
}
