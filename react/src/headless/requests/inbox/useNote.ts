/** The seller's private note about a request: saved when the field is left, kept until it is saved. */
import { type CallbackRequest, isCallbackError, MAX_LENGTH, SetSellerNote } from '@ringback/client';
import { useEffect, useRef, useState } from 'react';
import { inboxWords } from '../../messages/en/inbox.ts';
import { requestWords } from '../../messages/en/request.ts';
import { errorText } from '../../messages/errorText.ts';
import { useWords } from '../../messages/useWords.ts';
import { useCallbackContext } from '../../platform/context.ts';
import { perKey } from '../../platform/perKey.ts';
import type { Memory } from '../../platform/storage.ts';
import { useSellerNote } from '../write/useSellerNote.ts';
import type { NoteModel } from './inboxModel.ts';

/** What is written and not saved, by request. */
const draftsOf = perKey((_user: Memory) => new Map<string, string>());

type Progress = 'hint' | 'saving' | 'saved';

export function useNote({ id, seller_note }: CallbackRequest): NoteModel {
  const messages = useWords(inboxWords, requestWords);
  const { note: words, fieldErrors, button } = messages;
  const drafts = draftsOf(useCallbackContext().memory);
  const { setSellerNote } = useSellerNote();
  const [draft, setDraft] = useState(() => drafts.get(id));
  const [progress, setProgress] = useState<Progress>('hint');
  const [failure, setFailure] = useState<string>();
  const saved = seller_note ?? '';
  const text = draft ?? saved;
  const isTooLong = !SetSellerNote.shape.note.safeParse(text).success;

  function keep(written: string | undefined) {
    if (written === undefined) drafts.delete(id);
    else drafts.set(id, written);
    setDraft(written);
  }
  function set(written: string) {
    setProgress('hint');
    setFailure(undefined);
    keep(written);
  }
  async function save() {
    const written = drafts.get(id);
    if (written === undefined || isTooLong) return;
    if (written.trim() === saved) return keep(undefined);
    setProgress('saving');
    try {
      await setSellerNote(id, { note: written.trim() || null });
      if (drafts.get(id) === written) keep(undefined);
      setProgress('saved');
    } catch (error) {
      if (!isCallbackError(error)) throw error;
      setProgress('hint');
      setFailure(errorText(messages, error));
    }
  }
  useOnLeave(save);
  return {
    label: words.label,
    text,
    set,
    save: () => void save(),
    hint: words[progress],
    progress: progress === 'hint' ? undefined : words[progress],
    error: isTooLong ? fieldErrors.tooLong(MAX_LENGTH.seller_notes_note) : failure,
    retry: failure
      ? { label: button.retry, run: () => void save(), isBusy: progress === 'saving' }
      : undefined,
  };
}

/** Another request may be opened while the field has the focus, and then nothing leaves it. */
function useOnLeave(save: () => unknown) {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => () => void latest.current(), []);
}
