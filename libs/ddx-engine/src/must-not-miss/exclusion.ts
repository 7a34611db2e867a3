import { ABSENT, type CompiledDisease, type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type CodedCase } from '../evidence/coded-case';
import { type ContradictedExclusion } from '../model/answer';
import { type ExcludingFinding } from '../model/knowledge';
import { hallmarksAgainst } from './hallmark';

/** Only what was observed without reservation excludes: "chest clear" stands for several findings, and for none surely. */
const CERTAINTY_TO_EXCLUDE = 1;

/** What takes a disease off the list, by id, and what would if nothing spoke against it. */
export interface Exclusions {
  readonly by: readonly string[];
  readonly contradicted: readonly ContradictedExclusion[];
}

/** The excluding findings that were observed so, those against which a hallmark of the disease stands set apart. */
export function exclusionsOf(
  compiled: CompiledKnowledge,
  coded: CodedCase,
  disease: CompiledDisease,
): Exclusions {
  const observed = disease.excluding
    .filter((excluding) => isObserved(compiled, coded, excluding))
    .map(({ finding }) => ({
      findingId: finding,
      by: hallmarksAgainst(compiled, coded, disease, compiled.findingIndex.get(finding) ?? -1),
    }));
  return {
    by: observed.filter(({ by }) => by.length === 0).map(({ findingId }) => findingId),
    contradicted: observed.filter(({ by }) => by.length > 0),
  };
}

function isObserved(
  compiled: CompiledKnowledge,
  coded: CodedCase,
  { finding, states }: ExcludingFinding,
): boolean {
  const index = compiled.findingIndex.get(finding) ?? -1;
  const observed = coded.observations.get(index);
  if (observed === undefined || observed.certainty < CERTAINTY_TO_EXCLUDE) return false;
  if (states === undefined) return observed.outcome === ABSENT;
  return states.includes(compiled.findings[index]?.outcomes[observed.outcome] ?? '');
}
