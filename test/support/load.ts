import { setTimeout as pause } from 'node:timers/promises';
import { type ApiClient } from './client';
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

/** Asks for runs until it is stopped. */
export function startLoad(client: ApiClient): Load {
  const accepted: string[] = [];
  const refused = new Set<string>();
  let stopped = false;
  const loop = (async () => {
    while (!stopped) {
      const { data, error } = await client.POST('/v1/runs', { body: { case: CODED } });
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
