/**
 * How the marketplace's pages are built; `npx vite demo/web` serves them for development, beside a running
 * `npm start`.
 */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = 'http://localhost:3000';

export default defineConfig({
  base: '/market/',
  plugins: [react()],
  build: {
    target: 'es2023',
    // These know light-dark(), which would otherwise be spelled out in helper variables.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/v1': server, '/demo': server, '/readyz': server } },
});
