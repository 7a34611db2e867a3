import { join } from 'node:path';
import { readLines } from '../io/read-lines';
import { type StrangersCase, strangersCaseSchema } from './sets';

/** The rounds in which a second person coded texts. They were scored, and are development data since. */
const ROUNDS = [1, 2, 3];

/** Where the rounds of first contact are in the repository. */
export const firstContactDir = (knowledgeDir: string): string =>
  join(knowledgeDir, '..', 'libs', 'clinical-language', 'test-sets', 'first-contact');

/**
 * The texts of strangers in which a second person, blind to any reading, coded what they tell.
 *
 * @throws UnusableArgument where they cannot be read
 */
export async function codedTexts(knowledgeDir: string): Promise<StrangersCase[]> {
  const rounds = await Promise.all(
    ROUNDS.map((round) =>
      readLines(
        join(firstContactDir(knowledgeDir), `round-${String(round)}`, 'cases.jsonl'),
        strangersCaseSchema,
      ),
    ),
  );
  return rounds.flat().filter(({ coded }) => coded !== undefined);
}
