/** What the buyer agrees to by sending the form, and what the request then says of it. */
import type { CallbackError, Consent, CreateCallbackRequest } from '@ringback/client';
import { useQuery } from '@tanstack/react-query';
import { QUERY_DEFAULTS } from '../../live/polling.ts';
import { useCallbackContext } from '../../platform/context.ts';

interface ShownConsent {
  text: string;
  given: NonNullable<CreateCallbackRequest['consent']>;
}

/** Undefined until it is there, and where nothing is published. */
export function useConsent(): ShownConsent | undefined {
  const { client, keys, messages, queryClient } = useCallbackContext();
  const { locale } = messages;
  const { data } = useQuery<Consent, CallbackError>(
    {
      ...QUERY_DEFAULTS,
      queryKey: keys.consent(locale),
      queryFn: ({ signal }) => client.getConsent(locale, { signal }),
    },
    queryClient,
  );
  if (!data?.text || data.version === null || data.locale === null) return undefined;
  const source = typeof document === 'undefined' ? 'native' : 'web';
  return { text: data.text, given: { version: data.version, locale: data.locale, source } };
}
