import { setMaxListeners } from 'node:events';
import { seededRandom } from '@openrounds/evaluation';
import { Option } from 'commander';
import { readKey } from '../io/read-key';
import { isMet, linesOf, type Verdict } from '../rehearsal/figures';
import { RoomApi } from '../rehearsal/room-api';
import { type Fault, FAULTS, OWN_FAULTS, play, playRow, ROWS, type Stage } from '../rehearsal/rows';
import { onServer, requireAddress, type ServerOptions } from '../server/server-options';
import { EXIT, type Surroundings, UnusableArgument } from '../surroundings';
import { type AddCommand } from './command';
import { wholeNumber } from './whole-number';

const MOST_STUDENTS = 2_000;
const MOST_ROUNDS = 20;
const WHAT_FAULTS_ARE =
  'repeats: each answer is sent three times; disorder: of a fifth the second answer comes before the first; with --start ' +
  'also kill-gateway and kill-teaching: in the middle of the answers; sleep: the product stops for a while in the middle ' +
  'of a question; second-gateway: there are two, and one is killed';

interface RehearseOptions extends ServerOptions {
  readonly students: number;
  readonly seconds: number;
  readonly joinSeconds: number;
  readonly rounds: number;
  readonly start?: true;
  readonly row: readonly string[];
  readonly case?: string;
  readonly language: 'en' | 'zh';
  readonly fault: readonly Fault[];
  readonly asleep: number;
  readonly left: number;
  readonly patience: number;
  readonly seed: number;
}

/** `rehearse`: tries a lecture the day before, with phones played through the public API. */
export const addRehearse: AddCommand = (program, surroundings, exitWith) => {
  const command = program
    .command('rehearse')
    .description('play a question with so many phones on a running product and print how it went')
    .option('--students <n>', `phones, at most ${String(MOST_STUDENTS)}`, Number, 1000)
    .option('--seconds <s>', 'in which all of them commit', Number, 3)
    .option('--join-seconds <s>', 'in which all of them join', Number, 30)
    .option('--rounds <n>', 'questions, one after the other', Number, 1);
  onServer(command, 'a teacher')
    .option('--start', 'start a product for it in a folder of its own, and remove it afterwards')
    .addOption(
      new Option(
        '--row <n...>',
        'promises to try, by their numbers in docs/life-of-a-round.md; implies --start',
      )
        .choices(Object.keys(ROWS))
        .default([]),
    )
    .option('--case <id>', 'a published case; without it the first of the library')
    .addOption(new Option('--language <code>', 'of the room').choices(['en', 'zh']).default('en'))
    .addOption(new Option('--fault <fault...>', WHAT_FAULTS_ARE).choices(FAULTS).default([]))
    .option('--asleep <s>', 'how long the product sleeps', Number, 60)
    .option('--left <s>', 'on the timer when it falls asleep', Number, 20)
    .option('--patience <s>', 'after which all is given up', Number, 300)
    .option('--seed <n>', 'of what the phones choose', Number, 1)
    .action(async (options: RehearseOptions) => {
      requirePossible(options);
      const verdicts = await onStage(options, surroundings, (stage) => playAll(stage, options, surroundings));
      for (const line of linesOf(verdicts)) surroundings.out.write(`${line}\n`);
      exitWith(verdicts.every(isMet) ? EXIT.ok : EXIT.checkFailed);
    });
};

const wantsOwn = ({ start, row }: RehearseOptions): boolean => start === true || row.length > 0;

function requirePossible(options: RehearseOptions): void {
  const { students, rounds, server, fault } = options;
  requireAddress(server);
  wholeNumber('--students', students, MOST_STUDENTS);
  wholeNumber('--rounds', rounds, MOST_ROUNDS);
  const own = fault.find((one) => OWN_FAULTS.includes(one));
  if (own !== undefined && !wantsOwn(options))
    throw new UnusableArgument(`--fault ${own} goes with --start: no product that others use is struck`);
}

/** Plays on the product that is meant, or on one that is started for it. */
async function onStage(
  options: RehearseOptions,
  { startProduct, err }: Surroundings,
  act: (stage: Stage) => Promise<Verdict[]>,
): Promise<Verdict[]> {
  const random = seededRandom(options.seed);
  const signal = AbortSignal.timeout(options.patience * 1000);
  // every request of every phone listens to it
  setMaxListeners(0, signal);
  const stageOf = (server: string, teacherKey: string): Stage => ({
    server,
    teacherKey,
    apiOf: (servers) => new RoomApi({ servers, teacherKey, random, signal }),
    sleep: { asleepSeconds: options.asleep, leftSeconds: options.left },
  });
  if (!wantsOwn(options)) return act(stageOf(options.server, await readKey(options.keyFile)));
  if (startProduct === undefined) throw new UnusableArgument('here no product can be started');
  err.write('a product of its own starts\n');
  const product = await startProduct();
  try {
    return await act({ ...stageOf(product.server, product.teacherKey), product });
  } finally {
    await product.stop();
  }
}

async function playAll(stage: Stage, options: RehearseOptions, { err }: Surroundings): Promise<Verdict[]> {
  const { students, joinSeconds, seconds, rounds, language } = options;
  const plan = {
    ...{ students, joinSeconds, seconds, rounds, language },
    ...(options.case === undefined ? {} : { caseId: options.case }),
    tallyPatienceMs: 20_000,
    faults: new Set(options.fault),
    random: seededRandom(options.seed),
    now: () => performance.now(),
    say: (line: string) => err.write(`${line}\n`),
  };
  if (options.row.length === 0) return play(stage, plan);
  const verdicts: Verdict[] = [];
  for (const row of options.row) verdicts.push(...(await playRow(stage, row, plan)));
  return verdicts;
}
