import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DIST } from '../../build/places.mjs';

const load = createRequire(import.meta.url);
const compiled = (...path) => load(join(DIST, ...path));

/** What the product's own code brings: its operations, and the players of a rehearsal. */
export const { OPERATIONS, built } = compiled('libs', 'contracts', 'src', 'index.js');
export const { seededRandom } = compiled('libs', 'evaluation', 'src', 'index.js');
const rehearsal = (file) => compiled('services', 'cli', 'src', 'rehearsal', file);
export const { Hall } = rehearsal('hall.js');
export const { RoomApi } = rehearsal('room-api.js');
export const { eachOnce } = rehearsal('table.js');
