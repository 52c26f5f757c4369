/** The whole application: settings, session, Ringback, and the page that the address asks for. */
import { QueryClientProvider } from '@tanstack/react-query';
import { Router } from 'wouter';
import { Shell } from '../shell/Shell.tsx';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { NoticesProvider } from '../ui/Notices.tsx';
import { Pages } from './Pages.tsx';
import { queryClient } from './queryClient.ts';
import { Ringback } from './Ringback.tsx';
import { SessionProvider } from './session.tsx';
import { SettingsProvider } from './settings.tsx';

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <SettingsProvider>
        <SessionProvider>
          <Router base="/market">
            <NoticesProvider>
              <Ringback>
                <Shell>
                  <ErrorBoundary>
                    <Pages />
                  </ErrorBoundary>
                </Shell>
              </Ringback>
            </NoticesProvider>
          </Router>
        </SessionProvider>
      </SettingsProvider>
    </QueryClientProvider>
  );
}
