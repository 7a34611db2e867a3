import { type Stretch } from '../model/token';
import { type SetAside, type SetAsideReason } from '@openrounds/contracts';
import { type CueCategory } from '../assert/cue';
import { type Scope } from '../assert/governed';
import { type WarningCode } from '../model/understanding';
import { type SectionKind } from '../segment/sections';
import { type Reading } from '../segment/reading';

/** Words that were read and do not count. Token positions, end exclusive. */
export interface Aside extends Stretch {
  readonly reason: SetAsideReason;
}

/** Why the words do not count of which a warning tells. */
const REASONS: Partial<Record<WarningCode, SetAsideReason>> = {
  'contradiction-resolved': 'contradicted',
  'family-history-unmapped': 'family',
  'past-history-unmapped': 'historical',
  'other-person-ignored': 'other-person',
  'conditional-ignored': 'conditional',
  'planned-ignored': 'planned',
  'part-denied': 'part-denied',
  'unit-missing': 'unusable-value',
  'value-impossible': 'unusable-value',
  'unit-not-convertible': 'unusable-value',
  'interval-missing': 'unusable-value',
  'lab-unmapped': 'unusable-value',
  'diagnosis-named': 'diagnosis',
};

export const reasonOfWarning = (code: WarningCode): SetAsideReason | undefined => REASONS[code];

/**
 * Scopes in which nothing counts, whatever it is, the one that says most first. What is told of relatives and of the
 * past counts where a finding stands for it: of their words those that were not understood are unread.
 */
const NEVER_COUNTS = [
  'belief',
  'conditional',
  'planned',
  'other-person',
] as const satisfies readonly CueCategory[];

/** Why nothing counts at a place, whether or not it is understood. */
export function reasonOfPlace(scope: Scope, section: SectionKind): SetAsideReason | undefined {
  return NEVER_COUNTS.find((category) => scope.has(category)) ?? (section === 'plan' ? 'planned' : undefined);
}

const isInside = (inner: Stretch, outer: Stretch): boolean =>
  outer.from <= inner.from && inner.to <= outer.to;

/** In the order of the text, each word once; what stands within the words of a finding counts as that finding. */
export function asidesTold(
  asides: readonly Aside[],
  counted: readonly Stretch[],
  reading: Reading,
): SetAside[] {
  const inOrder = asides
    .filter((aside) => !counted.some((stretch) => isInside(aside, stretch)))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const told: Aside[] = [];
  for (const aside of inOrder) {
    const last = told[told.length - 1];
    if (last === undefined || aside.to > last.to) told.push(aside);
  }
  return told.map(({ from, to, reason }) => ({ ...reading.quote(from, to), reason }));
}
