/** The main of the processes in which the parts of a run are measured: see `measureShipped`. */
import { readFileSync } from 'node:fs';
import { measureRanking, measureReading } from './shipped.mjs';

const given = JSON.parse(readFileSync(0, 'utf8'));
console.log(JSON.stringify(process.argv[2] === 'reading' ? measureReading() : measureRanking(given)));
