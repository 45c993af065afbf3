// Builds the local Teams page into dist/teams; local Microsoft 365 serves what this writes.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const local = `http://localhost:${process.env['LOCAL_PORT'] ?? '3979'}`;

export default defineConfig({
  root: 'src/local/page',
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../../../dist/teams',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1500,
  },
  server: { proxy: { '/local': local } },
});
