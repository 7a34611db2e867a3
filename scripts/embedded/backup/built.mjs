import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DIST } from '../../build/places.mjs';

/** A compiled file of a library: its entry point would load far more. */
export const built = (library, ...path) =>
  createRequire(import.meta.url)(join(DIST, 'libs', library, 'src', ...path));
