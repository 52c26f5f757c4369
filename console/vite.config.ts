/**
 * How the console is built. Its files find each other from where they stand, so that it can be served below any path;
 * `npx vite console` serves it for development, beside a running `npm start`.
 */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  plugins: [react()],
  build: {
    target: 'es2023',
    // These know light-dark(), which would otherwise be spelled out in helper variables.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    license: { fileName: 'licenses.md' },
  },
  server: { proxy: { '/v1': 'http://localhost:3000' } },
});
