/** A day as Markdown tables. */

import { ms, table } from '../tables.mjs';
import { FLAT_MB_PER_MINUTE, riseOf, SETTLED_MINUTES } from './memory.mjs';

/** Whether anything that was accepted is not there. */
export const hasLost = (days) =>
  days.some(({ accepted }) => Object.values(accepted).some(({ lost }) => lost > 0));

export const pageOfDays = (days) =>
  [
    operationsTable(days),
    acceptedTable(days),
    processorTable(days),
    ...days.flatMap((day) => [residentTable(day), heldTable(day)]),
  ].join('\n\n');

function operationsTable(days) {
  const routes = [...new Set(days.flatMap(({ operations }) => operations.map(({ route }) => route)))].sort();
  const cellsOf = ({ operations }, route) => {
    const row = operations.find((one) => one.route === route);
    if (row === undefined) return ['–', '–', '–', '–', '–'];
    const time = (value) => (value === undefined ? '–' : ms(value));
    return [String(row.count), time(row.p50), time(row.p99), String(row.refused), String(row.broken)];
  };
  return table(
    [
      'operation',
      ...days.flatMap(({ backend }) => [`${backend}: count`, 'p50', 'p99', 'refused', 'broken off']),
    ],
    routes.map((route) => [`\`${route}\``, ...days.flatMap((day) => cellsOf(day, route))]),
  );
}

const ACCEPTED = {
  runs: 'runs accepted; lost: never completed',
  answers: 'answers of phones; lost: not in the results as they were sent',
  edits: 'versions of a case saved; lost: not in its history as they were saved',
};

const acceptedTable = (days) =>
  table(
    ['what was accepted', ...days.flatMap(({ backend }) => [backend, 'lost'])],
    [
      ...Object.entries(ACCEPTED).map(([what, name]) => [
        name,
        ...days.flatMap(({ accepted }) => [String(accepted[what].of), String(accepted[what].lost)]),
      ]),
      [
        'calls of the EHR; told that the cards are late',
        ...days.flatMap(({ calls }) => [String(calls.calls), `(${calls.late})`]),
      ],
    ],
  );

function processorTable(days) {
  const names = [...new Set(days.flatMap(({ processor }) => Object.keys(processor)))];
  return table(
    ['processor time in a second', ...days.map(({ backend }) => backend)],
    names.map((name) => [
      name,
      ...days.map(({ processor: { [name]: time } }) => (time === undefined ? '–' : ms(time))),
    ]),
  );
}

const residentTable = ({ backend, looks }) => memoryTable(`${backend}: resident MB at minute`, looks);

/** What is resident goes up and down with the heaps; what is held after a collection only rises where something is kept. */
const heldTable = ({ backend, held }) =>
  memoryTable(`${backend}: MB held after a collection at minute`, held);

function memoryTable(heading, looks) {
  const names = Object.keys(looks[0].mb);
  const rises = names.map((name) => riseOf(looks, name));
  const shown = (value) => (value === null ? '–' : value.toFixed(0));
  return table(
    [heading, ...names],
    [
      ...looks.map(({ minute, mb }) => [String(minute), ...names.map((name) => shown(mb[name]))]),
      [
        `rise from minute ${SETTLED_MINUTES} on, MB a minute`,
        ...rises.map((rise) => (rise === null ? '–' : `${rise.slope.toFixed(2)} ± ${rise.error.toFixed(2)}`)),
      ],
      [
        `flat (≤ ${FLAT_MB_PER_MINUTE})`,
        ...rises.map((rise) => (rise === null ? '–' : rise.flat ? 'yes' : '**no**')),
      ],
    ],
  );
}
