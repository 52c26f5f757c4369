import type { Erasure, PersonalData } from '@ringback/client';
import { useCallback } from 'react';
import { useCallbackContext } from '../../platform/context.ts';
import { forgetStored } from '../../platform/storage.ts';
import { draftsOf } from '../../requests/form/draft.ts';

export interface CallbackPersonalData {
  /** Stops calls and messages: withdraws open requests, and turns mail, push and SMS off. */
  withdrawConsent: () => Promise<{ withdrawn_requests: number }>;
  /** Everything that is stored about the person. */
  exportPersonalData: () => Promise<PersonalData>;
  /** Erases it for good, and what this device remembers. */
  erasePersonalData: () => Promise<Erasure>;
}

/** What the signed-in person may do with what is stored about them. Each rejects with a CallbackError. */
export function useCallbackPersonalData(): CallbackPersonalData {
  const { client, keys, queryClient, memory } = useCallbackContext();
  const refresh = useCallback(
    () => queryClient.invalidateQueries({ queryKey: keys.user }),
    [queryClient, keys],
  );
  return {
    withdrawConsent: useCallback(async () => {
      const withdrawal = await client.withdrawConsent();
      void refresh();
      return withdrawal;
    }, [client, refresh]),
    exportPersonalData: useCallback(() => client.exportPersonalData(), [client]),
    erasePersonalData: useCallback(async () => {
      const erasure = await client.erasePersonalData({ confirm: 'erase' });
      draftsOf(memory).clear();
      await forgetStored(memory.storage);
      void refresh();
      return erasure;
    }, [client, memory, refresh]),
  };
}
