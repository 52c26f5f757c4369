/** What an app puts around the components: the client, and everything about the reader and the host. */
import type { CallbackClient } from '@ringback/client';
import { QueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { knownLocale, knownTimeZone, regionOfLocale } from '../format/intl.ts';
import { createLiveCache } from '../live/liveCache.ts';
import { createLiveConnection } from '../live/liveConnection.ts';
import { type MessageOverrides, readerWords } from '../messages/messages.ts';
import type { CallbackNotice, ComponentSlots } from '../ui/slots.ts';
import {
  CallbackContext,
  type CallbackContextValue,
  type CallbackLinks,
  type CallbackProfile,
  type ProfileChanges,
} from './context.ts';
import { createQueryKeys } from './queryKeys.ts';
import { useReaderLocale, useReaderTimeZone } from './reader.ts';
import { type CallbackStorage, createDefaultStorage } from './storage.ts';
import { type CallbackThemeOptions, createTheme } from './theme.ts';

export interface CallbackProviderProps {
  client: CallbackClient;
  /** To share a cache with the app; its own by default. Its default options are not touched. */
  queryClient?: QueryClient | undefined;
  /** Who is signed in: hides the button on own listings at once and keeps the caches of two users apart. */
  userId?: string | number | null | undefined;
  /** Fills in the form. */
  profile?: CallbackProfile | undefined;
  /** BCP 47; what the reader has set by default. Used where it is of the messages' language. */
  locale?: string | undefined;
  /**
   * A catalogue such as `@ringback/react/messages/fr`, or the words that differ from English. The same object
   * at each rendering, as everything depends on it.
   */
  messages?: MessageOverrides | undefined;
  /** IANA name; the reader's own by default. */
  timeZone?: string | undefined;
  /** ISO 3166 code of the country in which phone numbers are read at first; the locale's by default. */
  region?: string | undefined;
  theme?: CallbackThemeOptions | undefined;
  /** The host's own parts in place of ours. */
  components?: Partial<ComponentSlots> | undefined;
  /** Gets what the host may show in its own toast. */
  onNotify?: ((notice: CallbackNotice) => void) | undefined;
  /** Runs when a signed-out reader presses the button. */
  onSignIn?: (() => void) | undefined;
  /** Updates the person's profile, which is then offered after an edit of the number in a request. */
  onUpdateProfile?: ((changes: ProfileChanges) => unknown) | undefined;
  /** Where the app shows a request, a listing and so on: the components link to these pages. */
  links?: CallbackLinks | undefined;
  /** The app's router, for a plain press on a link. Without it the browser, or the system, opens the address. */
  onNavigate?: ((href: string) => void) | undefined;
  /**
   * Keeps drafts and open questions between visits; localStorage by default where there is one, otherwise
   * memory. The same object at each rendering.
   */
  storage?: CallbackStorage | undefined;
  children?: ReactNode;
}

export function CallbackProvider({ children, ...props }: CallbackProviderProps) {
  const Toast = props.components?.Toast;
  const [toast, setToast] = useState<{ notice: CallbackNotice; key: number }>();
  const closeToast = useCallback(() => setToast(undefined), []);
  const onNotify = (notice: CallbackNotice) => {
    if (Toast) setToast((before) => ({ notice, key: (before?.key ?? 0) + 1 }));
    props.onNotify?.(notice);
  };
  const value = useContextValue({ ...props, onNotify });
  useRefetchOnReturn(value.queryClient);
  return (
    <CallbackContext value={value}>
      {children}
      {Toast && toast && <Toast key={toast.key} {...toast.notice} onClose={closeToast} />}
    </CallbackContext>
  );
}

function useContextValue(props: Omit<CallbackProviderProps, 'children'>): CallbackContextValue {
  const { client, messages, theme, storage, userId } = props;
  const [ownQueryClient] = useState(() => new QueryClient());
  const queryClient = props.queryClient ?? ownQueryClient;
  const [ownStorage] = useState(createDefaultStorage);
  const reader = useReader(props, messages);
  const user = useMemo(
    () => userScope(storage ?? ownStorage, userId?.toString()),
    [storage, ownStorage, userId],
  );
  const { keys } = user;
  const live = useMemo(
    () => createLiveConnection(client, createLiveCache({ queryClient, keys })),
    [client, queryClient, keys],
  );
  const look = useStable(theme, createTheme);
  const profile = useStable(props.profile, (given) => given ?? {});
  const components = useStable(props.components, (given) => given ?? {});
  const links = useStableLinks(props.links);
  const callbacks = useLatestCallbacks(props);

  return useMemo(
    () => ({
      ...{ client, queryClient, live, ...user, ...reader, ...callbacks, links },
      ...{ theme: look, profile, components },
    }),
    [client, queryClient, live, user, reader, callbacks, links, look, profile, components],
  );
}

/** What is cached and remembered, apart for each user. */
function userScope(storage: CallbackStorage, userId: string | undefined) {
  return {
    userId,
    keys: createQueryKeys(userId),
    memory: { storage, userId },
  };
}

function useReader(props: Omit<CallbackProviderProps, 'children'>, overrides: MessageOverrides | undefined) {
  const ownLocale = useReaderLocale();
  const ownTimeZone = useReaderTimeZone();
  const locale = knownLocale(props.locale ?? ownLocale);
  const timeZone = knownTimeZone(props.timeZone ?? ownTimeZone);
  const { region = regionOfLocale(locale) } = props;
  const messages = useMemo(() => readerWords(overrides ?? {}, locale), [overrides, locale]);
  return useMemo(() => ({ messages, timeZone, region }), [messages, timeZone, region]);
}

/**
 * A value that changes only when what it is made of is written differently: hosts like to write objects
 * inline.
 */
function useStable<Given, Made>(given: Given, make: (given: Given) => Made): Made {
  const [held, setHeld] = useState(() => ({ given, made: make(given) }));
  if (isAlike(held.given, given)) return held.made;
  const next = { given, made: make(given) };
  setHeld(next);
  return next.made;
}

/** So deep that the colours of a theme are looked at. */
function isAlike(a: unknown, b: unknown, depth = 2): boolean {
  if (Object.is(a, b)) return true;
  if (depth === 0 || typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [before, after] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    before.length === after.size &&
    before.every(([name, value]) => isAlike(value, after.get(name), depth - 1))
  );
}

/** The same object for as long as the addresses are the same: functions written inline are always new. */
function useStableLinks(given: CallbackLinks = {}): CallbackLinks {
  const { request, listing, preferences, notifications } = given;
  const addresses = JSON.stringify([request?.('id'), listing?.('id'), preferences, notifications]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the addresses are what matters
  return useMemo(() => given, [addresses]);
}

type Callbacks = Pick<CallbackProviderProps, 'onNotify' | 'onSignIn' | 'onUpdateProfile' | 'onNavigate'>;

/** Functions that stay the same and call the host's latest. */
function useLatestCallbacks(props: Callbacks) {
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const canUpdateProfile = props.onUpdateProfile !== undefined;
  const canNavigate = props.onNavigate !== undefined;
  return useMemo(
    () => ({
      onNotify: (notice: CallbackNotice) => latest.current.onNotify?.(notice),
      onSignIn: () => latest.current.onSignIn?.(),
      onUpdateProfile: canUpdateProfile
        ? (changes: ProfileChanges) => latest.current.onUpdateProfile?.(changes)
        : undefined,
      onNavigate: canNavigate ? (href: string) => latest.current.onNavigate?.(href) : undefined,
    }),
    [canUpdateProfile, canNavigate],
  );
}

/** Lets the cache hear that the reader came back or is connected again, as QueryClientProvider does. */
function useRefetchOnReturn(queryClient: QueryClient) {
  useEffect(() => {
    queryClient.mount();
    return () => queryClient.unmount();
  }, [queryClient]);
}
