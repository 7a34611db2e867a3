import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { knownOutcome } from '../evidence/known-outcome';
import { type NextQuestion } from '../model/answer';
import { type EngineFinding } from '../model/knowledge';
import { type ScoredCase } from '../ranking/scored-case';
import { questionOf } from './finding-information';

import { informationOf } from './information';
import { mostInformative } from './offers';

const ASKED_BY_TEST: ReadonlySet<EngineFinding['kind']> = new Set(['lab', 'imaging', 'bedside-test']);

/** What to ask or to look for next: open findings of history and examination by the information they would bring. */
export function nextQuestions(compiled: CompiledKnowledge, scored: ScoredCase): NextQuestion[] {
  const offers = compiled.source.findings.filter(isQuestion).flatMap(({ id }) => {
    const place = compiled.findingIndex.get(id) ?? -1;
    const model = compiled.findings[place]?.model;
    if (model === undefined || knownOutcome(compiled, scored.coded, place) !== undefined) return [];
    return [{ place, information: informationOf(model, scored.probabilities) }];
  });
  return mostInformative(offers).map(({ place, information }) =>
    questionOf(compiled, scored, place, information),
  );
}

function isQuestion({ stage, kind }: EngineFinding): boolean {
  return (stage === 'history' || stage === 'examination') && !ASKED_BY_TEST.has(kind);
}
