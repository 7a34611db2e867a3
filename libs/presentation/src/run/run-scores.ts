import { type CodedScore, type Language, type Run } from '@openrounds/contracts';
import { lookupOf, type KnowledgeBundle } from '@openrounds/knowledge';
import { presentScore } from '../knowledge/present-score';

/** The scores that were computed with the list, in the reader's language. One that the version lacks is left out. */
export const runScores = (
  scores: readonly CodedScore[],
  bundle: KnowledgeBundle,
  language: Language,
): Run['scores'] =>
  scores.flatMap(({ scoreId, inputs, result }) => {
    const score = lookupOf(bundle).scores.get(scoreId);
    return score === undefined ? [] : presentScore({ score, values: inputs, result }, bundle, language);
  });
