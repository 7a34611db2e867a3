import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { knownOutcome } from '../evidence/known-outcome';
import { type NextQuestion } from '../model/answer';
import { mayConcern } from '../ranking/restrictions';
import { type ScoredCase } from '../ranking/scored-case';
import { bitsOfFindings } from './bits-of-findings';
import { questionOf } from './finding-information';
import { informationOf } from './information';
import { mostInformative, tellsSomething } from './offers';

/**
 * What to ask or to look for next: open findings of history and examination by the information they would bring.
 *
 * @param bits those of all findings, where they are known already
 */
export function nextQuestions(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  bits = bitsOfFindings(compiled.outcomes, scored.probabilities),
): NextQuestion[] {
  const offers = compiled.questions
    .filter((place) => tellsSomething(bits[place] ?? 0))
    .filter((place) => mayConcern(compiled.findings[place]?.onlyIf, scored.coded.patient))
    .filter((place) => knownOutcome(compiled, scored.coded, place) === undefined)
    .map((place) => ({ place, bits: bits[place] ?? 0 }));
  return mostInformative(offers).flatMap(({ place }) => {
    const model = compiled.findings[place]?.model;
    return model ? questionOf(compiled, scored, place, informationOf(model, scored.probabilities)) : [];
  });
}
