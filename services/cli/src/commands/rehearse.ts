import { setMaxListeners } from 'node:events';
import { seededRandom } from '@openrounds/evaluation';
import { Option } from 'commander';
import { readKey } from '../io/read-key';
import { type Fault, FAULTS } from '../rehearsal/phone';
import { tableOf } from '../rehearsal/figures';
import { rehearse } from '../rehearsal/rehearse';
import { RoomApi } from '../rehearsal/room-api';
import { EXIT, UnusableArgument } from '../surroundings';
import { type AddCommand } from './command';

const MOST_STUDENTS = 2_000;

interface RehearseOptions {
  readonly students: number;
  readonly seconds: number;
  readonly joinSeconds: number;
  readonly server: string;
  readonly keyFile: string;
  readonly case?: string;
  readonly language: 'en' | 'zh';
  readonly fault: readonly Fault[];
  readonly patience: number;
  readonly seed: number;
}

/** `rehearse`: tries a lecture the day before, with phones played through the public API. */
export const addRehearse: AddCommand = (program, { out, err }, exitWith) => {
  program
    .command('rehearse')
    .description('play a round with so many phones on a running product and print how it went')
    .option('--students <n>', `phones, at most ${String(MOST_STUDENTS)}`, Number, 1000)
    .option('--seconds <s>', 'in which all of them commit', Number, 3)
    .option('--join-seconds <s>', 'in which all of them join', Number, 30)
    .option('--server <url>', 'address of the product', 'http://127.0.0.1:3000')
    .option('--key-file <file>', 'file with an API key of a teacher', '.openrounds/api-key')
    .option('--case <id>', 'a published case; without it the first of the library')
    .addOption(new Option('--language <code>', 'of the room').choices(['en', 'zh']).default('en'))
    .addOption(
      new Option(
        '--fault <fault...>',
        'repeats: each answer is sent three times; disorder: of a fifth the second answer comes before the first',
      )
        .choices(FAULTS)
        .default([]),
    )
    .option('--patience <s>', 'after which all is given up', Number, 300)
    .option('--seed <n>', 'of what the phones choose', Number, 1)
    .action(async (options: RehearseOptions) => {
      const { students, server, patience } = options;
      if (!URL.canParse(server)) throw new UnusableArgument(`${server} is no address`);
      if (!Number.isInteger(students) || students < 1 || students > MOST_STUDENTS)
        throw new UnusableArgument(`--students takes 1 to ${String(MOST_STUDENTS)}`);
      const random = seededRandom(options.seed);
      const teacherKey = await readKey(options.keyFile);
      const signal = AbortSignal.timeout(patience * 1000);
      // every request of every phone listens to it
      setMaxListeners(0, signal);
      const figures = await rehearse(new RoomApi({ server, teacherKey, random, signal }), teacherKey, {
        students,
        joinSeconds: options.joinSeconds,
        seconds: options.seconds,
        ...(options.case === undefined ? {} : { caseId: options.case }),
        language: options.language,
        tallyPatienceMs: 20_000,
        faults: new Set(options.fault),
        random,
        now: () => performance.now(),
        say: (line) => err.write(`${line}\n`),
      });
      for (const line of tableOf(figures)) out.write(`${line}\n`);
      exitWith(figures.every(({ ok }) => ok) ? EXIT.ok : EXIT.checkFailed);
    });
};
