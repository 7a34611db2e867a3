import { z } from 'zod';
import { Cmi5Refused } from '../model/refusal';
import { Agent } from './agent';

/** Parameters that a learning management system adds to the address of a unit (cmi5 §8.1); ours must not have these names. */
export const LAUNCH_PARAMETERS = ['endpoint', 'fetch', 'actor', 'registration', 'activityId'] as const;

const Url = z.url({ protocol: /^https?$/ }).max(2_000);

/** What begins a session: nothing of it is believed before the system that it names has answered. */
const Fields = z.object({
  endpoint: Url,
  fetch: Url,
  actor: z.string().max(8_000).transform(jsonOf).pipe(Agent),
  registration: z.uuid(),
  /** An IRI, absolute. */
  activityId: z
    .string()
    .max(2_000)
    .regex(/^[a-z][a-z0-9+.-]*:\S+$/i),
});
export type LaunchRequest = z.output<typeof Fields>;

/**
 * Reads the parameters of a launch, in any order (cmi5 §8.1).
 *
 * @throws Cmi5Refused `cmi5-incomplete` with the name of the first that is missing or not of its form
 */
export function readLaunchRequest(fields: Readonly<Record<string, unknown>>): LaunchRequest {
  const read = Fields.safeParse(fields);
  if (read.success) return read.data;
  throw new Cmi5Refused('cmi5-incomplete', String(read.error.issues[0]?.path[0] ?? ''));
}

function jsonOf(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'is not JSON' });
    return z.NEVER;
  }
}
