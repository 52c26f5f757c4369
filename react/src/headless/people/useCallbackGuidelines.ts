/** Advice for buyers and sellers: in full at a person's first visit, one line that opens from then on. */
import { useEffect, useState } from 'react';
import { guidelinesWords } from '../messages/en/guidelines.ts';
import { useWords } from '../messages/useWords.ts';
import { useCallbackContext } from '../platform/context.ts';
import { readStored, writeStored } from '../platform/storage.ts';
import type { CallbackGuidelinesProps } from '../requests/props.ts';

export interface Guidelines {
  title: string;
  tips: readonly string[];
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
}

export function useCallbackGuidelines({ as }: CallbackGuidelinesProps): Guidelines {
  const { guidelines: words } = useWords(guidelinesWords);
  const [isOpen, setOpen] = useState(false);
  useFirstVisit(as, () => setOpen(true));
  return { title: words.titles[as], tips: words[as], isOpen, setOpen };
}

/** Runs once for each person and side, as far as the storage remembers. */
function useFirstVisit(as: CallbackGuidelinesProps['as'], begin: () => void) {
  const { storage, userId } = useCallbackContext().memory;
  const key = `ringback:guidelines:${userId ?? ''}:${as}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what begins is the same for the same key
  useEffect(() => {
    let isCurrent = true;
    void readStored(storage, key, Number.POSITIVE_INFINITY).then((seen) => {
      if (seen === true || !isCurrent) return;
      begin();
      void writeStored(storage, key, true);
    });
    return () => {
      isCurrent = false;
    };
  }, [storage, key]);
}
