import { type LlmRankingRequest } from '../../roles/ranker/ranking';
import { rankerScript } from './ranker-script';

/** What the script says, by role. */
export const SCRIPTS: Readonly<Record<string, (input: unknown) => unknown>> = {
  ranker: (input) => rankerScript(input as LlmRankingRequest),
};
