import { type CallbackError, type Preferences, PutPreferences } from '@ringback/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { MUTATION_DEFAULTS, QUERY_DEFAULTS } from '../live/polling.ts';
import { useCallbackContext } from '../platform/context.ts';
import { preferencesKey } from './peopleKeys.ts';

export interface NotificationPreferences {
  /** Null until they have come. */
  preferences: Preferences | null;
  loading: boolean;
  /** While a change is on its way. */
  saving: boolean;
  /** Of the last change, or else of reading. */
  error: CallbackError | null;
  refresh: () => Promise<void>;
  /** Changes what is given and keeps the rest. It shows at once, and is taken back when it is refused. */
  updatePreferences: (changes: Partial<PutPreferences>) => Promise<Preferences>;
}

/** The notification settings of the signed-in person. */
export function useCallbackPreferences(): NotificationPreferences {
  const { client, keys, queryClient } = useCallbackContext();
  const { data, isLoading, error, refetch } = useQuery<Preferences, CallbackError>(
    {
      ...QUERY_DEFAULTS,
      queryKey: preferencesKey(keys),
      queryFn: ({ signal }) => client.getPreferences({ signal }),
    },
    queryClient,
  );
  const change = useChange();
  return {
    preferences: data ?? null,
    loading: isLoading,
    saving: change.isPending,
    error: change.error ?? error,
    refresh: useCallback(async () => void (await refetch()), [refetch]),
    updatePreferences: change.mutateAsync,
  };
}

/**
 * The server is sent all of them, so changes go one after the other, each with what the ones before have
 * made.
 */
function useChange() {
  const { client, keys, queryClient } = useCallbackContext();
  const queryKey = preferencesKey(keys);
  const show = (changes: Partial<Preferences>) =>
    queryClient.setQueryData<Preferences>(queryKey, (shown) => shown && { ...shown, ...changes });
  return useMutation<Preferences, CallbackError, Partial<PutPreferences>, () => void>(
    {
      ...MUTATION_DEFAULTS,
      mutationKey: queryKey,
      scope: { id: queryKey.join() },
      async onMutate(changes) {
        await queryClient.cancelQueries({ queryKey });
        const before = queryClient.getQueryData<Preferences>(queryKey);
        show(changes);
        return () => before && show(pick(before, changes));
      },
      async mutationFn(changes) {
        const shown = queryClient.getQueryData<Preferences>(queryKey) ?? (await client.getPreferences());
        return client.putPreferences({ ...settable(shown), ...changes });
      },
      onError: (_error, _changes, takeBack) => takeBack?.(),
      // While another change waits, the answer does not have it yet.
      onSettled(answer) {
        if (queryClient.isMutating({ mutationKey: queryKey }) > 1) return;
        if (answer) queryClient.setQueryData(queryKey, answer);
        else void queryClient.invalidateQueries({ queryKey });
      },
    },
    queryClient,
  );
}

/** What may be sent; a newer server answers with more. */
function settable(preferences: Preferences): PutPreferences {
  const known = Object.entries(preferences).filter(([name]) => Object.hasOwn(PutPreferences.shape, name));
  return Object.fromEntries(known) as PutPreferences;
}

/** The values that `from` has for the fields of `fields`. */
function pick(from: Preferences, fields: Partial<PutPreferences>): Partial<Preferences> {
  return Object.fromEntries(Object.entries(from).filter(([name]) => Object.hasOwn(fields, name)));
}
