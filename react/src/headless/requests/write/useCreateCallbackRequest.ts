import type {
  CallbackError,
  CallbackRequestDetail,
  CreateCallbackRequest,
  Eligibility,
} from '@ringback/client';
import { useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { MUTATION_DEFAULTS } from '../../live/polling.ts';
import { useCallbackContext } from '../../platform/context.ts';
import type { MarketplaceKey } from '../props.ts';
import { createSender } from './createSender.ts';

/** What the buyer asks; the ids as the marketplace has them. */
export type CreateRequestInput = Omit<CreateCallbackRequest, 'listing_id' | 'seller_id'> &
  Record<'listing_id' | 'seller_id', MarketplaceKey>;

export interface CreateRequest {
  /**
   * Resolves with the request and rejects with a CallbackError. The same input again, while it is being sent
   * or after a failure, is the same request: a double tap or a repeat after a lost answer makes no second
   * one.
   */
  createCallbackRequest: (input: CreateRequestInput) => Promise<CallbackRequestDetail>;
  loading: boolean;
  error: CallbackError | null;
}

/** Lets the signed-in buyer request a callback. */
export function useCreateCallbackRequest(): CreateRequest {
  const { client, keys, queryClient } = useCallbackContext();
  const [send] = useState(createSender);
  const { mutateAsync, isPending, error } = useMutation<
    CallbackRequestDetail,
    CallbackError,
    CreateCallbackRequest
  >(
    {
      ...MUTATION_DEFAULTS,
      mutationFn: (input) => send(client, input),
      onSuccess: (request, { listing_id, seller_id }) => {
        queryClient.setQueryData<Eligibility>(
          keys.eligibility(listing_id, seller_id),
          (known) =>
            known && {
              ...known,
              can_request: false,
              reason: 'duplicate_request',
              existing_request: request,
            },
        );
        queryClient.setQueryData<CallbackRequestDetail>(keys.request(request.id), request);
        void queryClient.invalidateQueries({ queryKey: keys.requests });
      },
    },
    queryClient,
  );
  const createCallbackRequest = useCallback(
    ({ listing_id, seller_id, ...rest }: CreateRequestInput) =>
      mutateAsync({ listing_id: String(listing_id), seller_id: String(seller_id), ...rest }),
    [mutateAsync],
  );
  return { createCallbackRequest, loading: isPending, error };
}
