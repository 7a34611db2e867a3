import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type NextQuestion } from '../model/answer';
import { type ScoredCase } from '../ranking/scored-case';
import { findingModel } from './finding-model';
import { forecast } from './forecast';
import { type Information, informationOf } from './information';
import { knownOutcome } from './open-findings';

/**
 * The information in bits that asking for one finding would bring, with what each outcome would do to the list.
 *
 * @returns null for a finding that is not offered: observed already, fixed by is-a, or not in the knowledge
 */
export function informationGain(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  findingId: string,
): NextQuestion | null {
  const index = compiled.findingIndex.get(findingId);
  if (index === undefined || knownOutcome(compiled, scored.coded, index) !== undefined) return null;
  return questionAbout(
    compiled,
    scored,
    index,
    informationOf(findingModel(compiled, index), scored.probabilities),
  );
}

export function questionAbout(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  index: number,
  { bits, chances }: Information,
): NextQuestion {
  const finding = compiled.findings[index];
  return {
    findingId: finding?.id ?? '',
    expectedInformationGain: bits,
    outcomes: (finding?.outcomes ?? []).map((outcome, at) => {
      const observations = [{ finding: index, outcome: at, certainty: 1 }];
      return forecast(compiled, scored, { outcome, probability: chances[at] ?? 0, observations }).shown;
    }),
  };
}
