import { randomInt } from 'node:crypto';
import { buildAll } from '../build.mjs';
import { readArguments, USAGE } from './arguments.mjs';
import { Failure } from './failure.mjs';
import { ensureInstalled } from './install.mjs';
import { requireFreePlace } from './port.mjs';
import { whenRunnerEnds } from './runner.mjs';
import { screen } from './screen.mjs';

const say = (line) => console.log(line);
// Whoever read our output may be gone before we are; that must not keep us from stopping in order.
process.stdout.on('error', () => undefined);

/** Everything that `npm start` does, in order. Resolves when all has been stopped again. */
export async function launch(argv, env) {
  const { help, dataDir, port, classHost } = readArguments(argv, env);
  if (help) return say(USAGE);
  await requireFreePlace(port, dataDir);
  await ensureInstalled(() => say('Installing packages (only when they are missing or have changed) …'));
  await buildAll((part, milliseconds) => say(`Built: ${part} (${(milliseconds / 1000).toFixed(1)} s)`));
  // Only now: these modules need the packages.
  const { Product } = await import('./product.mjs');
  const { classScreen } = await import('./class-screen.mjs');
  const startCode = newStartCode();
  const classOrigin = classHost === undefined ? undefined : `http://${classHost}:${port}`;
  const product = new Product({ dataDir, port, startCode, envOf: { gateway: openTo(classOrigin) } });
  const stopped = stopOnSignal(product);
  await whenRunnerEnds(env, stopped.stop);
  const startedAt = performance.now();
  say('Starting …');
  try {
    await product.start();
  } catch (error) {
    await product.stop();
    if (stopped.asked()) return stopped.done;
    throw explained(error, product.folder.dir);
  }
  if (stopped.asked()) return stopped.done;
  tellOfTrouble(product, stopped);
  const cwd = env.INIT_CWD ?? process.cwd();
  say(
    screen({ port, startCode, folder: product.folder, seconds: (performance.now() - startedAt) / 1000, cwd }),
  );
  if (classOrigin !== undefined) say(classScreen(classOrigin));
  await stopped.done;
}

/** Every address of this machine is listened at; what may be asked for from elsewhere, the gateway decides. */
const openTo = (classOrigin) =>
  classOrigin === undefined ? {} : { HOST: '0.0.0.0', CLASS_ORIGIN: classOrigin };

const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Three groups of four, without letters and digits that are mistaken for one another. */
function newStartCode() {
  const group = () =>
    Array.from({ length: 4 }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');
  return [group(), group(), group()].join('-');
}

/**
 * The first signal stops in order: gateway, services, database. The second one forces.
 *
 * @returns {{ done: Promise<void>, asked: () => boolean, stop: () => void }}
 */
function stopOnSignal(product) {
  let asked = false;
  let settle;
  const done = new Promise((resolve) => (settle = resolve));
  const stop = () => {
    if (asked) return;
    asked = true;
    void product.stop().finally(settle);
  };
  const onSignal = () => {
    if (asked) {
      say('Forced.');
      product.kill();
      process.exit(130);
    }
    say('\nStopping … (once more forces it)');
    stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal);
  return { done: done.then(() => say('Stopped.')), asked: () => asked, stop };
}

function tellOfTrouble(product, stopped) {
  product.on('service-ended', ({ name, code, signal, restartInMs }) => {
    const how = signal ?? `exit code ${code}`;
    say(`${name} ended (${how}); it is started again in ${(restartInMs / 1000).toFixed(1)} s.`);
  });
  product.on('service-ready', ({ name }) => say(`${name} is ready again.`));
  product.once('postgres-ended', () => {
    say(`The database ended by itself: see ${product.folder.dir}/postgres.log. Stopping.`);
    process.exitCode = 1;
    stopped.stop();
  });
}

/** What a person can mend needs no stack trace. */
function explained(error, dataDir) {
  if (error.code === 'EACCES' || error.code === 'EPERM') {
    return new Failure(
      `The data in ${dataDir} belong to another account (${error.message}).\n` +
        'Start as that account, or keep other data: npm start -- --data DIR',
    );
  }
  return error;
}
