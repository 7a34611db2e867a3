import { type CompiledFinding, type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type EngineCase, type ObservedFinding } from '../model/case';
import { type EngineRejection } from '../model/rejection';
import { compareIds } from '../numeric/order';

/**
 * Why a case cannot be scored, looked for in the fixed order ids, domain and state, certainty, contradiction: the first
 * kind that fails, with all its instances.
 *
 * @returns null for a case that can be scored
 */
export function caseRejection(compiled: CompiledKnowledge, engineCase: EngineCase): EngineRejection | null {
  const { observed } = engineCase;
  const unknown = observed.filter(({ findingId }) => !compiled.findingIndex.has(findingId));
  if (unknown.length > 0) return { code: 'unknown-finding', findings: sortedIds(unknown) };
  const repeated = repetitions(observed);
  if (repeated.length > 0) return { code: 'duplicate-finding', findings: sortedIds(repeated) };
  const outside = observed.filter((one) => !fitsDomain(one, findingOf(compiled, one)));
  if (outside.length > 0) return { code: 'domain', findings: sortedIds(outside) };
  const uncertain = observed.filter(({ certainty = 1 }) => !(certainty >= 0.5 && certainty <= 1));
  if (uncertain.length > 0) return { code: 'certainty', findings: sortedIds(uncertain) };
  const pairs = contradictions(compiled, observed);
  return pairs.length > 0 ? { code: 'contradiction', pairs } : null;
}

/** Whether the observation says anything: "unknown" and a certainty of one half are the same as not asked. */
export function saysSomething({ presence, certainty = 1 }: ObservedFinding): boolean {
  return presence !== 'unknown' && certainty > 0.5;
}

function findingOf(compiled: CompiledKnowledge, { findingId }: ObservedFinding): CompiledFinding | undefined {
  return compiled.findings[compiled.findingIndex.get(findingId) ?? -1];
}

function repetitions(observed: readonly ObservedFinding[]): ObservedFinding[] {
  const seen = new Set<string>();
  return observed.filter(({ findingId }) => {
    const again = seen.has(findingId);
    seen.add(findingId);
    return again;
  });
}

function fitsDomain({ presence, state }: ObservedFinding, finding: CompiledFinding | undefined): boolean {
  if (finding === undefined) return false;
  if (presence === 'unknown') return state === undefined;
  if (finding.binary) return state === undefined && (presence === 'present' || presence === 'absent');
  return presence === undefined && state !== undefined && finding.outcomes.includes(state);
}

/** Pairs of a present finding and an absent ancestor whose absence denies it. */
function contradictions(
  compiled: CompiledKnowledge,
  observed: readonly ObservedFinding[],
): (readonly [string, string])[] {
  const telling = observed.filter(saysSomething);
  const denied = new Set(
    telling
      .filter((one) => one.presence === 'absent' && findingOf(compiled, one)?.impliesAbsence)
      .map(({ findingId }) => findingId),
  );
  return telling
    .filter(({ presence }) => presence === 'present')
    .flatMap(({ findingId }) =>
      (compiled.taxonomy.ancestors[compiled.findingIndex.get(findingId) ?? -1] ?? [])
        .map((ancestor) => compiled.findings[ancestor]?.id ?? '')
        .filter((ancestor) => denied.has(ancestor))
        .map((ancestor) => [findingId, ancestor] as const),
    )
    .sort((a, b) => compareIds(a[0], b[0]) || compareIds(a[1], b[1]));
}

function sortedIds(observed: readonly ObservedFinding[]): string[] {
  return [...new Set(observed.map(({ findingId }) => findingId))].sort(compareIds);
}
