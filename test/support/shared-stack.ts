import { IMPATIENT } from './runs';
import { logsIn, type RunningStack, toldToHost } from './stack';
import { askStacks, keyOfNewSchool, type StartedForMany } from './stacks';

/** Opens a browser of the shared stack, once in a whole run: test/browser/case-room.test.ts does so. */
export const START_CODE = 'K7QF-2M9X-4RTB';

/** A file may ask for more in a minute than any class does, and a busy machine answers late: what is tested here is what. */
const PATIENT = {
  RATE_LIMIT_BYTES_PER_MINUTE: '1000000000',
  RATE_LIMIT_UNKNOWN_PER_MINUTE: '100000',
  REQUEST_DEADLINE_MS: '20000',
};

/** What died is started again, so that one test that kills it fails and not all that follow; the run fails at its end. */
const OPTIONS = { commonEnv: IMPATIENT, env: { gateway: PATIENT }, startCode: START_CODE, restarts: true };

/**
 * The one stack of a test run, for tests that neither kill nor restart nor configure anything. Each call makes a school
 * (a tenant) of its own, whose administrator's key is `apiKey`: files and their order do not matter to one another.
 * Nothing is to be stopped. What all schools share: the knowledge, the transparency log, the log files, and what is
 * counted by address (wrong codes of rooms).
 *
 * @throws Error with the end of its log where it does not start
 */
export async function sharedStack(): Promise<RunningStack> {
  const { port, logsDir, databaseUrl } = await askStacks<StartedForMany>('/shared', toldToHost(OPTIONS));
  return {
    baseUrl: `http://127.0.0.1:${String(port)}`,
    apiKey: await keyOfNewSchool(databaseUrl),
    logs: logsIn(logsDir),
  };
}
