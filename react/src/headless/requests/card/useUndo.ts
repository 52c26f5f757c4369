/** Undoing a tap on call, within the seconds that the server allows, or a decline that was not sent yet. */
import { useEffect, useState } from 'react';
import { requestWords } from '../../messages/en/request.ts';
import { useWords } from '../../messages/useWords.ts';
import { useCallbackContext } from '../../platform/context.ts';
import { openCallsOf } from '../openCalls.ts';
import type { RequestActions } from '../useRequestActions.ts';
import { useUndoAcknowledgement } from '../write/useUndoAcknowledgement.ts';
import type { CallbackCardModel } from './cardModel.ts';

const MOST_MS = 15_000;

export function useUndo(actions: RequestActions): CallbackCardModel['undo'] {
  const { request, busyWith, perform } = actions;
  const { undo: words } = useWords(requestWords);
  const { memory } = useCallbackContext();
  const { undoAcknowledgement } = useUndoAcknowledgement();
  const canUndo = useIsRecent(request.status === 'acknowledged' ? request.undo_until : null);

  async function undoCall() {
    const isDone = await perform('undo', words.undone, () => undoAcknowledgement(request.id));
    if (isDone) openCallsOf(memory).end(request.id);
  }
  if (actions.undo) {
    return { text: words.declined, action: { label: words.undo, run: actions.undo, isBusy: false } };
  }
  if (!canUndo) return undefined;
  const action = { label: words.undo, run: () => void undoCall(), isBusy: busyWith === 'undo' };
  return { text: words.acknowledged, action };
}

/** Until that time, and never longer than the server's seconds: the reader's clock may be wrong. */
function useIsRecent(until: string | null): boolean {
  const [passed, setPassed] = useState<string>();
  useEffect(() => {
    if (until === null) return;
    const leftMs = Math.min(Date.parse(until) - Date.now(), MOST_MS);
    const timer = setTimeout(() => setPassed(until), Math.max(0, leftMs));
    return () => clearTimeout(timer);
  }, [until]);
  return until !== null && passed !== until;
}
