/** Starts the console. */
import { createOperatorClient } from '@ringback/client';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { apiUrl } from './app/config.ts';
import { createQueryClient } from './app/queryClient.ts';
import { createRouter } from './app/router.tsx';
import { keepSessionKey, readSessionKey } from './app/sessionKey.ts';
import { applyTheme } from './app/theme.ts';
import './styles/index.css';

applyTheme();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root".');
const client = createOperatorClient({
  baseUrl: apiUrl(),
  sessionKey: readSessionKey,
  maxRetries: 1,
  onUnauthenticated: () => keepSessionKey(null),
});
createRoot(root).render(
  <StrictMode>
    <App client={client} queryClient={createQueryClient()} router={createRouter()} />
  </StrictMode>,
);
