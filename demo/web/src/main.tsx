/** Starts the marketplace's pages. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@ringback/react/styles.css';
import { App } from './app/App.tsx';
import './styles/index.css';
import { loadPagesWhenIdle } from './ui/lazyPage.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root".');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
loadPagesWhenIdle();
