/** What the provider gives to the hooks. */
import type { CallbackClient } from '@ringback/client';
import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { LiveConnection } from '../live/liveConnection.ts';
import type { ReaderWords } from '../messages/messages.ts';
import type { CallbackNotice, ComponentSlots } from '../ui/slots.ts';
import type { QueryKeys } from './queryKeys.ts';
import type { Memory } from './storage.ts';
import type { CallbackTheme } from './theme.ts';

/** What the form is filled in with. */
export interface CallbackProfile {
  name?: string | null | undefined;
  phone?: string | null | undefined;
}

/** What a buyer may take over into their profile. */
export interface ProfileChanges {
  phone: string;
}

/** The app's own pages, for the links to them; what has no page here gets no link. */
export interface CallbackLinks {
  request?: ((id: string) => string) | undefined;
  listing?: ((id: string) => string) | undefined;
  preferences?: string | undefined;
  notifications?: string | undefined;
}

export interface CallbackContextValue {
  client: CallbackClient;
  queryClient: QueryClient;
  keys: QueryKeys;
  userId: string | undefined;
  profile: CallbackProfile;
  /** Country in which phone numbers are read, where it is known. */
  region: string | undefined;
  messages: ReaderWords;
  /** IANA name of the zone in which times are shown. */
  timeZone: string;
  theme: CallbackTheme;
  components: Partial<ComponentSlots>;
  onNotify: (notice: CallbackNotice) => void;
  onSignIn: () => void;
  /** Undefined where the host has no use for it. */
  onUpdateProfile: ((changes: ProfileChanges) => unknown) | undefined;
  links: CallbackLinks;
  /** Undefined where the browser follows links. */
  onNavigate: ((href: string) => void) | undefined;
  /** For `draftsOf` and `openCallsOf`. */
  memory: Memory;
  live: LiveConnection;
}

export const CallbackContext = createContext<CallbackContextValue | undefined>(undefined);

/** What the nearest provider gives. */
export function useCallbackContext(): CallbackContextValue {
  const value = useContext(CallbackContext);
  if (!value) throw new Error('Put <CallbackProvider client={…}> around the components that use Ringback.');
  return value;
}
