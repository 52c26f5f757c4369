/**
 * What a marketplace configures, once: its client, who is signed in, the language. Its colours are in
 * styles/tokens.css.
 */
import { CallbackProvider } from '@ringback/react';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useSignInLink } from '../people/useReturn.ts';
import { useNotices } from '../ui/Notices.tsx';
import { useCallbackClient } from './clients.ts';
import { queryClient } from './queryClient.ts';
import { useSession } from './session.tsx';
import { useSettings } from './settings.tsx';

/** Addresses as the browser has them: below the router's base. */
const LINKS = {
  request: (id: string) => `/market/requests/${id}`,
  listing: (id: string) => `/market/listings/${id}`,
  preferences: '/market/preferences',
  notifications: '/market/notifications',
};

export function Ringback({ children }: { children: ReactNode }) {
  const { signedIn } = useSession();
  const { language, messages, theme } = useSettings();
  const notify = useNotices();
  const [, navigate] = useLocation();
  const { href, state } = useSignInLink();
  const account = signedIn?.account;
  return (
    <CallbackProvider
      client={useCallbackClient()}
      queryClient={queryClient}
      locale={navigator.languages.find((tag) => tag.startsWith(language)) ?? language}
      messages={messages}
      userId={account?.id}
      profile={{ name: account?.name, phone: account?.phone }}
      region={account?.country}
      theme={{ mode: theme }}
      styles="external"
      links={LINKS}
      onNavigate={(address) => navigate(`~${address}`)}
      onNotify={notify}
      onSignIn={() => navigate(href, { state })}
    >
      {children}
    </CallbackProvider>
  );
}
