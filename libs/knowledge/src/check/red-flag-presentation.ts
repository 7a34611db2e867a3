import { type Finding } from '../schema/finding';
import { type Sex } from '../schema/primitives';
import { type RedFlagCondition } from '../schema/red-flag';
import { type ConditionLeaf } from './red-flag-leaves';

/** Somebody of whom a condition is true: what is known of findings and of the person, and nothing beyond that. */
export interface Presentation {
  /** Finding id → `present`, `absent` or a state. */
  readonly facts: ReadonlyMap<string, string>;
  /** `lo ≤ age < hi` in years. */
  readonly ages?: readonly [number, number];
  readonly sex?: Sex;
  readonly pregnant?: boolean;
}

type Findings = ReadonlyMap<string, Pick<Finding, 'states'>>;
type Ways = Iterable<Presentation>;

const NOTHING_KNOWN: Presentation = { facts: new Map() };
const OLDEST = 150;

/** The first way in which a condition can be true without contradicting itself, in the order of writing. */
export function presentationOf(condition: RedFlagCondition, findings: Findings): Presentation | undefined {
  for (const way of ways(condition, true, findings)) return way;
  return undefined;
}

/** Every way in which a condition can come out as `truth`, made one at a time. */
function* ways(condition: RedFlagCondition, truth: boolean, findings: Findings): Generator<Presentation> {
  if ('not' in condition) yield* ways(condition.not, !truth, findings);
  else if ('all' in condition || 'any' in condition) {
    const [parts, joined] = 'all' in condition ? [condition.all, truth] : [condition.any, !truth];
    if (joined) yield* allTogether(parts, truth, findings, NOTHING_KNOWN);
    else for (const part of parts) yield* ways(part, truth, findings);
  } else yield* leafWays(condition, truth, findings);
}

/** What is known already, joined with every part in one of its ways. */
function* allTogether(
  [first, ...others]: readonly RedFlagCondition[],
  truth: boolean,
  findings: Findings,
  known: Presentation,
): Generator<Presentation> {
  if (first === undefined) yield known;
  else {
    for (const way of ways(first, truth, findings)) {
      const both = join(known, way);
      if (both) yield* allTogether(others, truth, findings, both);
    }
  }
}

function leafWays(leaf: ConditionLeaf['condition'], truth: boolean, findings: Findings): Ways {
  if ('ageYears' in leaf) return ageWays(leaf.ageYears, truth);
  if ('sex' in leaf) return [{ ...NOTHING_KNOWN, sex: truth ? leaf.sex : otherSex(leaf.sex) }];
  if ('pregnant' in leaf) {
    const pregnant = leaf.pregnant === truth;
    return [{ ...NOTHING_KNOWN, pregnant, ...(pregnant ? { sex: 'female' as const } : {}) }];
  }
  return outcomesFor(leaf, truth, findings).map((outcome) => ({ facts: new Map([[leaf.finding, outcome]]) }));
}

function ageWays([from, to]: readonly [number, number], truth: boolean): Presentation[] {
  const ranges: (readonly [number, number])[] = truth
    ? [[from, to]]
    : [
        [0, from],
        [to, OLDEST],
      ];
  return ranges.filter(([lo, hi]) => lo < hi).map((ages) => ({ ...NOTHING_KNOWN, ages }));
}

function outcomesFor(
  leaf: Extract<ConditionLeaf['condition'], { finding: string }>,
  truth: boolean,
  findings: Findings,
): readonly string[] {
  if ('presence' in leaf) return [(leaf.presence === 'present') === truth ? 'present' : 'absent'];
  if (truth) return leaf.states;
  return (findings.get(leaf.finding)?.states ?? []).filter((state) => !leaf.states.includes(state));
}

const otherSex = (sex: Sex): Sex => (sex === 'female' ? 'male' : 'female');

/** What two presentations say together; undefined if they contradict each other. */
function join(a: Presentation, b: Presentation): Presentation | undefined {
  for (const [finding, outcome] of b.facts) {
    if ((a.facts.get(finding) ?? outcome) !== outcome) return undefined;
  }
  if (a.sex && b.sex && a.sex !== b.sex) return undefined;
  if (a.pregnant !== undefined && b.pregnant !== undefined && a.pregnant !== b.pregnant) return undefined;
  const ages = commonAges(a.ages, b.ages);
  if (ages && ages[0] >= ages[1]) return undefined;
  return { ...a, ...b, facts: new Map([...a.facts, ...b.facts]), ...(ages ? { ages } : {}) };
}

function commonAges(a: Presentation['ages'], b: Presentation['ages']): Presentation['ages'] {
  return a && b ? [Math.max(a[0], b[0]), Math.min(a[1], b[1])] : (a ?? b);
}
