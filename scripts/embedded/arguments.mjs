import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../build/places.mjs';
import { Failure } from './failure.mjs';

export const USAGE = `npm start [-- --data DIR]

  --data DIR   keep the data in DIR instead of .openrounds in this folder

  PORT=3001 npm start   serve on another port than 3000
`;

const UNUSABLE = 2;

/**
 * Reads what `npm start` was given.
 *
 * @returns {{ help: boolean, dataDir: string, port: number }}
 * @throws {Failure} naming what cannot be used
 */
export function readArguments(argv, env) {
  let given;
  try {
    given = parseArgs({
      args: argv,
      options: { data: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    }).values;
  } catch (error) {
    throw new Failure(`${error.message}\n\n${USAGE}`, UNUSABLE);
  }
  // npm changes into the repository; a relative folder is meant from where the command was typed.
  const here = env.INIT_CWD ?? process.cwd();
  return {
    help: given.help ?? false,
    dataDir: given.data === undefined ? join(ROOT, '.openrounds') : resolve(here, given.data),
    port: portOf(env.PORT),
  };
}

function portOf(text = '') {
  if (text === '') return 3000;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Failure(`PORT is "${text}"; a whole number from 1 to 65535 is wanted.`, UNUSABLE);
  }
  return port;
}
