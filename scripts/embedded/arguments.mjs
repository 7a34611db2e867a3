import { networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../build/places.mjs';
import { Failure, UNUSABLE } from './failure.mjs';

export const USAGE = `npm start [-- --data DIR] [--class [--host ADDR]]

  --data DIR    keep the data in DIR instead of .openrounds in this folder
  --class       let the phones of a class in over the local network: to rooms, and to nothing else
  --host ADDR   the address under which they reach this machine, where it has several

  PORT=3001 npm start             serve on another port than 3000
  OPENROUNDS_LLM=demo npm start   show what a language model adds, played by a script
`;

/**
 * Reads what `npm start` was given.
 *
 * @returns {{ help: boolean, dataDir: string, port: number, classHost?: string }}
 * @throws {Failure} naming what cannot be used
 */
export function readArguments(argv, env) {
  let given;
  try {
    given = parseArgs({
      args: argv,
      options: {
        data: { type: 'string' },
        class: { type: 'boolean' },
        host: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new Failure(`${error.message}\n\n${USAGE}`, UNUSABLE);
  }
  if (given.host !== undefined && given.class !== true) {
    throw new Failure(`--host goes with --class\n\n${USAGE}`, UNUSABLE);
  }
  if (![undefined, '', 'demo'].includes(env.OPENROUNDS_LLM)) {
    throw new Failure(`OPENROUNDS_LLM is demo or not set\n\n${USAGE}`, UNUSABLE);
  }
  // npm changes into the repository; a relative folder is meant from where the command was typed.
  const here = env.INIT_CWD ?? process.cwd();
  return {
    help: given.help ?? false,
    dataDir: given.data === undefined ? join(ROOT, '.openrounds') : resolve(here, given.data),
    port: portOf(env.PORT),
    ...(given.class === true && { classHost: given.host ?? addressInNetwork() }),
  };
}

/** The first address of this machine that others in its network can reach. */
function addressInNetwork() {
  const all = Object.values(networkInterfaces()).flat();
  const found = all.find(({ family, internal }) => family === 'IPv4' && !internal);
  if (found === undefined) {
    throw new Failure(
      'This machine is in no network. Name its address: npm start -- --class --host ADDR',
      UNUSABLE,
    );
  }
  return found.address;
}

function portOf(text = '') {
  if (text === '') return 3000;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Failure(`PORT is "${text}"; a whole number from 1 to 65535 is wanted.`, UNUSABLE);
  }
  return port;
}
