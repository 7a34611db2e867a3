import { type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type MustNotMissEntry, type MustNotMissReason } from '../model/answer';
import { type MustNotMissRule } from '../model/knowledge';
import { compareIds, sortDescending } from '../numeric/order';
import { type ScoredCase } from '../ranking/scored-case';
import { exclusionsOf } from './exclusion';
import { firedRedFlags } from './red-flags';

/** Active entries shown unless more than these have a red flag. */
const MOST_SHOWN = 10;

const NONE: readonly string[] = [];

export interface MustNotMissList {
  readonly shown: readonly MustNotMissEntry[];
  /** Active entries behind those shown. */
  readonly more: number;
}

/**
 * The diseases that must not be missed: above the probability at which missing them is not acceptable, or raised by a
 * red flag. A low probability alone never takes a red-flagged one off; only an excluding finding does, and the entry
 * then stands after the active ones and says so. Ordered by probability times harm.
 *
 * @param raised - what an earlier list of the case raised: nothing takes these off, not even an excluding finding.
 */
export function mustNotMissList(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  raised: readonly string[] = NONE,
): MustNotMissList {
  const before = new Set(raised);
  const redFlags = firedRedFlags(compiled, scored.coded);
  const entries = compiled.mustNotMiss.flatMap(({ disease, rule }) => {
    if (scored.priorContributions[disease] === -Infinity) return [];
    const wasRaised = before.has(compiled.diseases[disease]?.id ?? '');
    return entryFor(compiled, scored, disease, rule, redFlags.get(disease) ?? NONE, wasRaised) ?? [];
  });
  const ordered = sortDescending(
    entries,
    (entry) => entry.probability * entry.harm,
    (a, b) => compareIds(a.diseaseId, b.diseaseId),
  );
  const active = ordered.filter((entry) => entry.excludedBy === undefined);
  const shown = cut(active, before);
  return {
    shown: [...shown, ...ordered.filter((entry) => entry.excludedBy !== undefined)],
    more: active.length - shown.length,
  };
}

function entryFor(
  compiled: CompiledKnowledge,
  scored: ScoredCase,
  index: number,
  rule: MustNotMissRule,
  redFlagIds: readonly string[],
  wasRaised: boolean,
): MustNotMissEntry | undefined {
  const probability = scored.probabilities.diseases[index] ?? 0;
  const disease = compiled.diseases[index];
  const isRaised = probability >= rule.threshold || redFlagIds.length > 0;
  if (disease === undefined || (!isRaised && !wasRaised)) return undefined;
  const { by, contradicted } = exclusionsOf(compiled, scored.coded, disease);
  return {
    diseaseId: disease.id,
    probability,
    threshold: rule.threshold,
    harm: rule.harm,
    reason: reasonFor(rule, probability, redFlagIds),
    redFlag: redFlagIds.length > 0,
    wouldExclude: disease.excluding.map(({ finding }) => finding),
    ...(by.length > 0 && !wasRaised ? { excludedBy: by } : {}),
    ...(contradicted.length > 0 ? { contradicted } : {}),
  };
}

function reasonFor(
  { threshold }: MustNotMissRule,
  probability: number,
  redFlagIds: readonly string[],
): MustNotMissReason {
  const params = { threshold, redFlagIds };
  if (redFlagIds.length === 0) {
    return { code: probability >= threshold ? 'above-threshold' : 'raised-before', params };
  }
  return { code: probability >= threshold ? 'above-threshold-and-red-flag' : 'red-flag', params };
}

/** The first ten, and never fewer than all that have a red flag or were raised before and the first that has neither. */
function cut(active: readonly MustNotMissEntry[], before: ReadonlySet<string>): MustNotMissEntry[] {
  const isKept = ({ redFlag, diseaseId }: MustNotMissEntry) => redFlag || before.has(diseaseId);
  let others = Math.max(1, MOST_SHOWN - active.filter(isKept).length);
  return active.filter((entry) => isKept(entry) || others-- > 0);
}
