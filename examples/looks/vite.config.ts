import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react(), tailwind()],
  build: { rolldownOptions: { input: ['index.html', 'tailwind.html', 'mui.html', 'bootstrap.html'] } },
});
