import { setTimeout as pause } from 'node:timers/promises';
import { type ApiClient, type Schemas } from './client';
import { CODED } from './sample-cases';

/** Four runs a second at most: what a machine that runs other tests beside this can do. */
const PACE_MS = 250;

/** What a caller was told who asks for one run after another. */
export interface Load {
  /** Runs that were accepted: none of them may be lost. */
  readonly accepted: readonly string[];
  /** Types of the problems that the others were refused with. */
  readonly refused: ReadonlySet<string>;
  /** Asks for no more, and resolves when the last was answered. */
  stop(): Promise<void>;
}

export interface LoadOptions {
  /** Makes a case; left out: one coded case, again and again. */
  readonly given?: () => Schemas['CreateRunInput']['case'];
  /** How long one run is waited for before the next is asked for. */
  readonly waitSeconds?: number;
}

/** Asks for runs until it is stopped. */
export function startLoad(
  client: ApiClient,
  { given = () => CODED, waitSeconds = 0 }: LoadOptions = {},
): Load {
  const accepted: string[] = [];
  const refused = new Set<string>();
  let stopped = false;
  const loop = (async () => {
    while (!stopped) {
      const params = { header: { Prefer: `wait=${String(waitSeconds)}` } };
      const { data, error } = await client.POST('/v1/runs', { params, body: { case: given() } });
      if (data !== undefined) accepted.push(data.id);
      else refused.add(error.type);
      await pause(PACE_MS);
    }
  })();
  return {
    accepted,
    refused,
    stop: () => {
      stopped = true;
      return loop;
    },
  };
}
