import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const ringback = 'http://localhost:3000';

export default defineConfig({
  plugins: [react()],
  resolve: { tsconfigPaths: true }, // `@/…` leads to src/
  server: { proxy: { '/v1': ringback, '/demo': ringback } },
});
