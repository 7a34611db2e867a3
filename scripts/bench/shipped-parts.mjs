/** The main of the process in which the parts of a run are measured: see `measureShipped`. */
import { measureParts } from './shipped.mjs';

console.log(JSON.stringify(measureParts()));
