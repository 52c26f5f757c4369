/** Saves a draft in two steps: the database checks it and answers what would change, then it is changed. */
import { isCallbackError, type Policy, type PolicyDifferences, type SettingValue } from '@ringback/client';
import { useMutation } from '@tanstack/react-query';
import { useClient } from '../../app/client.tsx';
import { useNotify } from '../../ui/Notices.tsx';
import { errorText } from '../../ui/states.tsx';
import { useReload } from '../queries.ts';
import { texts } from '../texts.ts';
import type { Draft } from './useDraft.ts';

export interface Save {
  review: () => void;
  isReviewing: boolean;
  /** What the review found, while it is open. */
  found: PolicyDifferences | undefined;
  confirm: () => void;
  isSaving: boolean;
  /** The setting that was refused, and why; without a setting, it concerns all. */
  refused: { field: string | undefined; message: string; isConflict: boolean } | undefined;
  reload: () => void;
  /** Closes the review, and what was refused is no longer shown. */
  forget: () => void;
}

export function useSave({ revision }: Policy, draft: Draft): Save {
  const client = useClient();
  const notify = useNotify();
  const reload = useReload();
  const send = (preview: boolean) =>
    client.changePolicy({ changes: withoutBlankKeys(draft.values), revision, preview });
  const review = useMutation({ mutationFn: () => send(true) });
  const confirm = useMutation({
    mutationFn: () => send(false),
    async onSuccess() {
      review.reset();
      await reload();
      draft.discard();
      notify({ tone: 'success', message: texts.changes.saved });
    },
    onError: () => review.reset(),
  });
  const error = review.error ?? confirm.error;
  const forget = () => {
    review.reset();
    confirm.reset();
  };
  return {
    review: () => {
      confirm.reset();
      review.mutate();
    },
    isReviewing: review.isPending,
    found: review.data,
    confirm: () => confirm.mutate(),
    isSaving: confirm.isPending,
    refused: error ? refusalOf(error) : undefined,
    reload: () => {
      forget();
      void reload();
    },
    forget,
  };
}

/** A line of roles that was added and left empty is none. */
function withoutBlankKeys(values: Draft['values']): Record<string, SettingValue> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (value === null || typeof value !== 'object' || Array.isArray(value)) return [name, value];
      return [name, Object.fromEntries(Object.entries(value).filter(([key]) => key.trim() !== ''))];
    }),
  );
}

const refusalOf = (error: unknown) => ({
  field: isCallbackError(error) ? error.field : undefined,
  message: errorText(error),
  isConflict: isCallbackError(error) && error.code === 'conflict',
});
