import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { caseRejection, saysSomething } from '../evidence/case-rejection';
import { codeObservation } from '../evidence/code-case';
import { evidenceRow, rowsInOrder } from '../evidence/evidence-row';
import { type CaseChange, type WhatIfEntry, type WhatIfResult } from '../model/answer';
import { type EngineCase } from '../model/case';
import { type EvidenceRow } from '../model/evidence';
import { type EngineParameters } from '../model/parameters';
import { type RankOptions } from '../model/ranking';
import { type EngineOutcome, type EngineRejection } from '../model/rejection';
import { compareIds } from '../numeric/order';
import { sumOf } from '../numeric/sum';
import { checkAndScore } from '../ranking/rank';
import { leaders, rescoreCase, type ScoredCase } from '../ranking/scored-case';
import { changedEvidence } from './changed-evidence';

/**
 * What the list would be if some findings were observed otherwise, or not at all. Only what changes is worked out
 * anew; the result equals a full re-score to 1e-12.
 *
 * @returns the changed list, or why the case, before or after the change, cannot be scored
 * @throws RangeError where a parameter lies outside its range
 */
export function whatIf(
  compiled: CompiledKnowledge,
  parameters: EngineParameters,
  engineCase: EngineCase,
  change: CaseChange,
  { caseMix = 'teaching', topN = compiled.diseases.length }: RankOptions = {},
): EngineOutcome<WhatIfResult> {
  const before = checkAndScore(compiled, parameters, engineCase, caseMix);
  if (!before.ok) return before;
  const rejection = checkChange(compiled, engineCase, change);
  if (rejection !== null) return { ok: false, rejection };
  return { ok: true, value: compare(compiled, before.value, rescore(compiled, before.value, change), topN) };
}

function checkChange(
  compiled: CompiledKnowledge,
  engineCase: EngineCase,
  change: CaseChange,
): EngineRejection | null {
  const { set, remove = [] } = change;
  const unknown = remove.filter((id) => !compiled.findingIndex.has(id));
  if (unknown.length > 0)
    return { code: 'unknown-finding', findings: [...new Set(unknown)].sort(compareIds) };
  const replaced = new Set([...remove, ...set.map(({ findingId }) => findingId)]);
  const kept = engineCase.observed.filter(({ findingId }) => !replaced.has(findingId));
  return caseRejection(compiled, { patient: engineCase.patient, observed: [...kept, ...set] });
}

/** Setting a finding to unknown, or to a certainty of one half, forgets it. */
function rescore(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  { set, remove = [] }: CaseChange,
): ScoredCase {
  const told = set.filter(saysSomething).flatMap((observed) => codeObservation(compiled, observed) ?? []);
  const forgotten = [...remove, ...set.map(({ findingId }) => findingId)].flatMap(
    (id) => compiled.findingIndex.get(id) ?? [],
  );
  return rescoreCase(compiled, scored, told, forgotten);
}

function compare(
  compiled: CompiledKnowledge,
  before: ScoredCase,
  after: ScoredCase,
  topN: number,
): WhatIfResult {
  const everyone = compiled.diseases.length;
  const rankBefore = new Map(
    leaders(compiled, before, everyone).map((disease, place) => [disease, place + 1]),
  );
  const order = leaders(compiled, after, everyone);
  const listed = order.slice(0, topN);
  return {
    differential: listed.map((disease, place) =>
      entryOf(compiled, before, after, disease, rankBefore.get(disease) ?? 0, place + 1),
    ),
    remainder: {
      probability: sumOf(order.slice(topN), (disease) => after.probabilities.diseases[disease] ?? 0),
      count: order.length - listed.length,
    },
    other: { probabilityBefore: before.probabilities.other, probabilityAfter: after.probabilities.other },
  };
}

function entryOf(
  compiled: CompiledKnowledge,
  before: ScoredCase,
  after: ScoredCase,
  disease: number,
  rankBefore: number,
  rankAfter: number,
): WhatIfEntry {
  const rowsOf = (scored: ScoredCase): EvidenceRow[] =>
    rowsInOrder(compiled, scored, disease).map((row) => evidenceRow(compiled, row));
  return {
    rankBefore,
    rankAfter,
    diseaseId: compiled.diseases[disease]?.id ?? '',
    probabilityBefore: before.probabilities.diseases[disease] ?? 0,
    probabilityAfter: after.probabilities.diseases[disease] ?? 0,
    changed: changedEvidence(rowsOf(before), rowsOf(after)),
  };
}
