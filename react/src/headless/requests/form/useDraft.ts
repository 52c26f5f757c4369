/** Keeps what is typed into a form as a draft, and brings back what an earlier page has stored. */
import { useEffect } from 'react';
import { useCallbackContext } from '../../platform/context.ts';
import { draftsOf } from './draft.ts';
import type { Form } from './useForm.ts';

export function useDraft({ recall, typed, model: { isSubmitting } }: Form, id: string) {
  const drafts = draftsOf(useCallbackContext().memory);
  useEffect(() => {
    let isCurrent = true;
    void drafts.stored(id).then((draft) => {
      if (draft && isCurrent) recall(draft);
    });
    return () => {
      isCurrent = false;
    };
  }, [drafts, id, recall]);
  useEffect(() => {
    if (Object.keys(typed).length > 0 && !isSubmitting) drafts.keep(id, typed);
  }, [typed, isSubmitting, drafts, id]);
}
