import type { CallbackClient, CallbackError, CallbackRequestDetail } from '@ringback/client';
import { useMutation } from '@tanstack/react-query';
import { useCallback } from 'react';
import { MUTATION_DEFAULTS } from '../../live/polling.ts';
import { useCallbackContext } from '../../platform/context.ts';
import { type Change, changeEverywhere } from './optimistic.ts';

export interface RequestChange<Input> {
  /** Sends the change of one request. */
  send: (client: CallbackClient, id: string, input: Input) => Promise<CallbackRequestDetail>;
  /** What the server will most likely make of it. */
  predict: (input: Input, userId: string | undefined) => Change;
}

/**
 * A change of one request that shows at once and is taken back when it is refused. `run` resolves with the server's
 * answer and rejects with a CallbackError. The change's functions must be the same at each rendering.
 */
export function useRequestChange<Input>({ send, predict }: RequestChange<Input>) {
  const { client, queryClient, keys, userId } = useCallbackContext();
  const cache = { queryClient, keys, userId };
  const { mutateAsync, isPending, error } = useMutation<
    CallbackRequestDetail,
    CallbackError,
    { id: string; input: Input },
    () => void
  >(
    {
      ...MUTATION_DEFAULTS,
      mutationKey: keys.requests,
      mutationFn: ({ id, input }) => send(client, id, input),
      onMutate: async ({ id, input }) => {
        await queryClient.cancelQueries({ queryKey: keys.requests });
        return changeEverywhere(cache, id, predict(input, userId));
      },
      onError: (_error, _variables, takeBack) => takeBack?.(),
      onSuccess: (answer) => void changeEverywhere(cache, answer.id, () => answer),
      // While another change is on its way, an answer without it would undo what is shown.
      onSettled: () => {
        if (queryClient.isMutating({ mutationKey: keys.requests }) > 1) return;
        void queryClient.invalidateQueries({ queryKey: keys.requests });
        void queryClient.invalidateQueries({ queryKey: keys.notifications });
      },
    },
    queryClient,
  );
  const run = useCallback((id: string, input: Input) => mutateAsync({ id, input }), [mutateAsync]);
  return { run, loading: isPending, error };
}
