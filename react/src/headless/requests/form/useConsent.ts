/** What the buyer agrees to by sending the form, and what the request then says of it. */
import type { CallbackError, Consent, CreateCallbackRequest } from '@ringback/client';
import { useQuery } from '@tanstack/react-query';
import { QUERY_DEFAULTS } from '../../live/polling.ts';
import { useCallbackContext } from '../../platform/context.ts';

interface FormConsent {
  /** Undefined until it is there, where nothing is published, and where it could not be read. */
  text: string | undefined;
  given: CreateCallbackRequest['consent'];
  /** Reads it again, for a request that was refused without it; rejects with a CallbackError. */
  reread: () => Promise<unknown>;
}

/** Where the text could not be read, the request is sent without it: the API knows whether that will do. */
export function useConsent(): FormConsent {
  const { client, keys, messages, queryClient } = useCallbackContext();
  const { locale } = messages;
  const { data, refetch } = useQuery<Consent, CallbackError>(
    {
      ...QUERY_DEFAULTS,
      queryKey: keys.consent(locale),
      queryFn: ({ signal }) => client.getConsent(locale, { signal }),
    },
    queryClient,
  );
  const reread = () => refetch({ throwOnError: true });
  if (!data?.text || data.version === null || data.locale === null)
    return { text: undefined, given: undefined, reread };
  const source = typeof document === 'undefined' ? 'native' : 'web';
  return { text: data.text, given: { version: data.version, locale: data.locale, source }, reread };
}
