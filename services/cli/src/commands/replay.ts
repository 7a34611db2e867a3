import { ReplayableRecord, type Replay } from '@openrounds/contracts';
import { BundleError, BundleStore } from '@openrounds/knowledge';
import { engineOf, replayRecord } from '@openrounds/ranking';
import { readJson } from '../io/read-json';
import { EXIT, UnusableArgument, type Surroundings } from '../surroundings';
import { type AddCommand } from './command';

/** `replay FILE`: an answer computed again from its record, without a server. */
export const addReplay: AddCommand = (program, surroundings, exitWith) => {
  program
    .command('replay')
    .description('compute the answer of a frozen record again and say where the two differ')
    .argument('<file>', 'a record file (`as=record`), or what `GET /v1/runs/{id}/explanation` answers')
    .action(async (file: string) => {
      const replay = await replayFile(file, surroundings);
      for (const line of replayLines(replay)) surroundings.out.write(`${line}\n`);
      exitWith(replay.identical ? EXIT.ok : EXIT.checkFailed);
    });
};

/** @throws UnusableArgument where it is no record, or its knowledge is not there */
async function replayFile(path: string, { bundleDir, prepareBundle }: Surroundings): Promise<Replay> {
  const record = recordOf(path);
  await prepareBundle();
  const outcome = replayRecord(engineFor(record, bundleDir), record);
  if (outcome.ok) return outcome.value;
  throw new UnusableArgument(`the engine refused the findings: ${outcome.rejection.code}`);
}

function recordOf(path: string): ReplayableRecord {
  const value = readJson(path);
  const held: unknown =
    typeof value === 'object' && value !== null && 'record' in value ? value.record : value;
  const read = ReplayableRecord.safeParse(held);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue === undefined ? '' : `: /${issue.path.map(String).join('/')}`;
  throw new UnusableArgument(`${path} holds no record of a run${where}`);
}

function engineFor({ versions, facts }: ReplayableRecord, bundleDir: string) {
  try {
    return engineOf(new BundleStore(bundleDir).get(versions.knowledge), facts.setting);
  } catch (error) {
    throw error instanceof BundleError ? new UnusableArgument(error.message) : error;
  }
}

function replayLines({ identical, differences, truncated, engine, knowledge, reason }: Replay): string[] {
  const nothing = 'nothing';
  return [
    ...differences.map(
      ({ pointer, recorded, now }) => `${pointer}: recorded ${recorded ?? nothing}, now ${now ?? nothing}`,
    ),
    ...(truncated ? ['and more'] : []),
    ...(reason === undefined
      ? []
      : [`the record is of engine ${engine.recorded}, which is not here: computed with ${engine.now}`]),
    `knowledge ${knowledge}, engine ${engine.now}`,
    identical ? 'identical' : 'NOT identical',
  ];
}
