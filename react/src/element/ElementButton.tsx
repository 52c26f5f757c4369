/** The button with a provider of its own, made of an element's attributes. */
import type { HttpClientOptions } from '@ringback/client';
import { Suspense, use } from 'react';
import type { CallbackThemeOptions } from '../headless/platform/theme.ts';
import { useCallbackButton } from '../headless/requests/button/useCallbackButton.ts';
import type { ButtonSize, ButtonVariant } from '../headless/ui/slots.ts';
import { CallbackProvider } from '../web/platform/CallbackProvider.tsx';
import { CallbackRequestButtonView } from '../web/requests/button/CallbackRequestButton.tsx';
import { hostTheme } from '../web/styles/hostTheme.ts';
import { catalogueOf } from './catalogues.ts';
import { signInOf } from './signIns.ts';

export interface ElementSettings {
  listingId?: string | undefined;
  sellerId?: string | undefined;
  sellerName?: string | undefined;
  listingTitle?: string | undefined;
  /** The page's own origin by default. */
  baseUrl?: string | undefined;
  userId?: string | undefined;
  token?: string | undefined;
  getToken?: HttpClientOptions['getToken'] | undefined;
  locale?: string | undefined;
  region?: string | undefined;
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  /** Words: `light`, `dark`, `host` for the page's own variables. */
  theme?: string | undefined;
  onEvent: (name: 'requested' | 'sign-in' | 'notice', detail: unknown) => void;
}

type KnownSettings = ElementSettings & { listingId: string; sellerId: string };

/** Nothing is drawn before it knows what it is about, and in which words. */
export function ElementButton(settings: ElementSettings) {
  const { listingId, sellerId } = settings;
  if (!listingId || !sellerId) return null;
  return (
    <Suspense>
      <WithProvider {...settings} listingId={listingId} sellerId={sellerId} />
    </Suspense>
  );
}

function WithProvider(props: KnownSettings) {
  const { baseUrl = location.origin, token, getToken, locale, region, userId, theme, onEvent } = props;
  const { client, queryClient, id } = signInOf(baseUrl, getToken ?? token);
  return (
    <CallbackProvider
      key={id}
      client={client}
      queryClient={queryClient}
      userId={userId}
      locale={locale}
      messages={use(catalogueOf(locale))}
      region={region}
      theme={themeOf(theme)}
      onNotify={(notice) => onEvent('notice', notice)}
      onSignIn={() => onEvent('sign-in', null)}
    >
      <Button {...props} />
    </CallbackProvider>
  );
}

function Button({
  listingId,
  sellerId,
  sellerName = '',
  listingTitle = '',
  variant,
  size,
  onEvent,
}: KnownSettings) {
  const model = useCallbackButton({
    ...{ listingId, sellerId, sellerName, listingTitle, sellerHasPhone: true },
    onRequested: (request) => onEvent('requested', request),
  });
  return <CallbackRequestButtonView model={model} variant={variant} size={size} loadsAhead={false} />;
}

function themeOf(words = ''): CallbackThemeOptions {
  const given = words.split(/\s+/);
  const mode = (['light', 'dark'] as const).find((word) => given.includes(word));
  return { ...(given.includes('host') && hostTheme), ...(mode && { mode }) };
}
