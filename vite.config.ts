// Builds the tab into dist/tab; the app serves what this writes.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const vendors = {
  groups: [
    { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
    { name: 'teams', test: /node_modules[\\/]@microsoft[\\/]teams-js/ },
  ],
};

export default defineConfig({
  root: 'tab',
  base: '/tab/',
  plugins: [react()],
  build: {
    outDir: '../dist/tab',
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: {
      input: ['tab/index.html', 'tab/configure.html'],
      output: { codeSplitting: vendors },
    },
  },
});
