import { IMPATIENT } from './runs';
import { type Stack, stackOf, toldToHost, UNHURRIED } from './stack';
import { askStacks, keyOfNewSchool, type StartedForMany } from './stacks';

const OPTIONS = { commonEnv: { ...UNHURRIED, ...IMPATIENT } };

/**
 * A stack for this file alone until it is stopped: others had it before, and others get it after. `apiKey` is that of the
 * administrator of a new school. What was killed or configured is put right when it is given back; a key or a log that
 * was tampered with is not: for that there is `startStack()`.
 *
 * @throws Error with the end of its log where a service does not start
 */
export async function borrowStack(): Promise<Stack> {
  const { number, databaseUrl, ...started } = await askStacks<StartedForMany & { readonly number: number }>(
    '/borrow',
    toldToHost(OPTIONS),
  );
  return stackOf(
    { ...started, apiKey: await keyOfNewSchool(databaseUrl) },
    (command, details = {}) => askStacks('/ask', { ...details, number, command }),
    () => askStacks('/give-back', { number }),
  );
}
