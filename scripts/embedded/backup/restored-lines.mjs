import { join } from 'node:path';
import { ROOT } from '../../build/places.mjs';
import { dataFolder } from '../data-folder.mjs';

/**
 * What an operator is told after a restore, and has to do next.
 *
 * @param {string} dir
 * @param {object} restored what restored.json holds
 * @returns {string[]}
 */
export function linesOfRestored(dir, { made, head, newest, aside, missing, machine, knowledge }) {
  return [
    `${dir} holds the database of the backup of ${made}, with a log of ${head.size} entries.`,
    ...(aside === undefined ? [] : [`What was there before is in ${aside}.`]),
    ...(missing.length === 0 ? [] : ['Keys that it was used with are not here:', ...missing.map(bullet)]),
    ...(missing.length === 0 ? [] : ['Whoever has them restores again with --keys FILE --replace.']),
    ...(machine === undefined ? [] : [`It was made on another kind of machine (${machine}): look twice.`]),
    ...(knowledge.length === 0
      ? []
      : [
          'Runs can be replayed only where their knowledge is; knowledge/dist lacks:',
          ...knowledge.map(bullet),
        ]),
    'Next:',
    bullet(`start it: ${startOf(dir)}`),
    bullet(
      'say which head of the log is true. Until then nothing is appended to the log and nothing signed, and',
    ),
    `  runs wait. ${newestOf(head, newest)} This database's head is the true one by`,
    `  npm run openrounds -- log accept-head ${dataFolder(dir).logHeadFile} ${head.size} ${head.rootHash}`,
    bullet('erase again what was erased since the backup was made.'),
    'docs/operations.md says more.',
  ];
}

const bullet = (line) => `- ${line}`;

const startOf = (dir) => (dir === join(ROOT, '.openrounds') ? 'npm start' : `npm start -- --data ${dir}`);

const newestOf = (head, newest) =>
  newest.size > head.size
    ? `The log is known to have come to ${newest.size} entries, root ${newest.rootHash}.`
    : 'No later head than this database has is known here.';
