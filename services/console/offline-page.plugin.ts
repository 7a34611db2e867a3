import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** Where the worker is served: an address decides over which pages a worker can have a say. */
export const WORKER_FILE = 'j/worker.js';

/**
 * Tells the worker of the page for phones which files belong to that page in this build. It is another worker as soon as one
 * of them is another, and so a browser that has an older one takes it.
 */
export const tellWorker = (): Plugin => ({
  name: 'openrounds-tell-worker',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const [page, worker] = [bundle['phone.html'], bundle[WORKER_FILE]];
      if (page?.type !== 'asset' || worker?.type !== 'chunk')
        throw new Error('The page for phones, or its worker, was not built');
      // Older browsers start no worker of modules.
      if (worker.imports.length > 0) throw new Error('The worker of the page for phones must be one file');
      const html = String(page.source);
      const files = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path);
      const version = createHash('sha256').update(html).digest('hex').slice(0, 16);
      worker.code = `const PHONE_PAGE=${JSON.stringify({ version, files })};${worker.code}`;
    },
  },
});
