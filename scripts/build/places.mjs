import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository: every place below is found from here, whatever folder a command is started in. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const DIST = join(ROOT, 'dist');
/** What the authors of knowledge write. */
export const KNOWLEDGE = join(ROOT, 'knowledge');
/** The bundle store: versions of the knowledge by hash, and which one is active. */
export const BUNDLES = join(KNOWLEDGE, 'dist');
