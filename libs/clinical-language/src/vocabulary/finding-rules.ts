import {
  type DecidingPair,
  type FindingRole,
  type QualifiedComplaint,
  type ToldAmount,
  type VocabularyFinding,
} from '../model/vocabulary';

/** A finding that an amount tells within its limits. */
export interface AmountLimits extends Omit<ToldAmount, 'amount'> {
  readonly findingId: string;
}

/** A finding that a complaint with one of its attributes is. */
export interface Qualification extends Omit<QualifiedComplaint, 'complaint'> {
  readonly gives: string;
}

/** The findings that taking a medicine is, by its name or the stem of it, and the names that only sound like it. */
export interface MedicineStem {
  readonly stem: string;
  readonly findings: readonly string[];
}

/** What findings declare of how a text tells them, by what it is told of. */
export interface FindingRules {
  readonly amounts: Readonly<Record<string, readonly AmountLimits[]>>;
  readonly qualified: Readonly<Record<string, readonly Qualification[]>>;
  /** Findings that two values of one vital sign decide, those first on which others depend. */
  readonly pairs: readonly { readonly findingId: string; readonly pairs: readonly DecidingPair[] }[];
  readonly medicines: readonly MedicineStem[];
  readonly notMedicines: readonly string[];
  readonly roles: Readonly<Partial<Record<FindingRole, string>>>;
}

function grouped<T>(pairs: readonly (readonly [key: string, value: T])[]): Record<string, T[]> {
  const groups: Record<string, T[]> = {};
  for (const [key, value] of pairs) (groups[key] ??= []).push(value);
  return groups;
}

const dependsOnOther = (pairs: readonly DecidingPair[]): boolean =>
  pairs.some(({ unless }) => unless !== undefined);

/** Gathers what the findings of a vocabulary declare. */
export function findingRules(findings: readonly VocabularyFinding[]): FindingRules {
  const stems = grouped(
    findings.flatMap(({ id, medicines = [] }) => medicines.map((stem) => [stem, id] as const)),
  );
  return {
    amounts: grouped(
      findings.flatMap(({ id, toldBy = [] }) =>
        toldBy.map(({ amount, ...limits }) => [amount, { findingId: id, ...limits }] as const),
      ),
    ),
    qualified: grouped(
      findings.flatMap(({ id, qualifies = [] }) =>
        qualifies.flatMap(({ complaint, ...rule }) =>
          [complaint].flat().map((each) => [each, { gives: id, ...rule }] as const),
        ),
      ),
    ),
    pairs: findings
      .flatMap(({ id, decidedByPair: pairs }) => (pairs === undefined ? [] : [{ findingId: id, pairs }]))
      .sort((a, b) => Number(dependsOnOther(a.pairs)) - Number(dependsOnOther(b.pairs))),
    medicines: Object.entries(stems).map(([stem, ids]) => ({ stem, findings: ids })),
    notMedicines: findings.flatMap(({ notMedicines = [] }) => notMedicines),
    roles: Object.fromEntries(findings.flatMap(({ id, role }) => (role === undefined ? [] : [[role, id]]))),
  };
}
