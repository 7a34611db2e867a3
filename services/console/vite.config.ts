import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { tellWorker, WORKER_FILE } from './offline-page.plugin.ts';

/** `npx vite build --config services/console/vite.config.ts` writes what the gateway serves. */
const config = defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react(), tellWorker()],
  build: {
    outDir: '../../dist/console',
    emptyOutDir: true,
    // A data: URL or an inlined script would need a looser content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    // Browsers inside chat programs are some years old.
    target: ['chrome87', 'safari14'],
    rolldownOptions: {
      input: {
        console: 'index.html',
        lecture: 'lecture.html',
        phone: 'phone.html',
        worker: 'src/phone/offline/worker.ts',
      },
      output: {
        entryFileNames: ({ name }) => (name === 'worker' ? WORKER_FILE : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: { proxy: { '/v1': 'http://127.0.0.1:3000' } },
});

// Vite reads the default export.
export { config as default };
