import type { Assertion, Finding } from '../api/types';

/** From here on a finding counts as certain enough to be shown without a question mark. */
const CERTAIN = 0.95;

/**
 * How a finding is drawn: p present, a absent, v told by its value, u uncertain, f belongs to another time or person,
 * n not known, d proposed and not counted. Colour is never alone: each tone has its own sign and underline.
 */
export type Tone = 'p' | 'a' | 'v' | 'u' | 'f' | 'n' | 'd';
export type SignLabel =
  | 'present'
  | 'absent'
  | 'value'
  | 'uncertain'
  | 'unknown'
  | 'proposed'
  | Exclude<Assertion, 'current'>;

export interface Sign {
  readonly tone: Tone;
  readonly label: SignLabel;
}

/** What decides the sign: of a finding, or of a row of evidence about one. */
export interface Signed {
  readonly presence?: Finding['presence'];
  /** A number or a state: "no fever" is as good a one as "fever", so neither is called present. */
  readonly value?: unknown;
  /** The state by which a row of evidence counts. */
  readonly state?: string | null;
  readonly certainty?: number;
  readonly assertion?: Assertion;
  readonly source?: { readonly kind: string } | null;
}

export function signOf(finding: Signed): Sign {
  if (finding.source?.kind === 'proposed') return { tone: 'd', label: 'proposed' };
  const { assertion = 'current', certainty = 1 } = finding;
  if (assertion !== 'current') return { tone: 'f', label: assertion };
  if (finding.presence === 'unknown' || certainty <= 0.5) return { tone: 'n', label: 'unknown' };
  if (finding.presence === 'absent') return { tone: 'a', label: 'absent' };
  if (certainty < CERTAIN) return { tone: 'u', label: 'uncertain' };
  const byValue = finding.value !== undefined || (finding.state ?? undefined) !== undefined;
  return byValue ? { tone: 'v', label: 'value' } : { tone: 'p', label: 'present' };
}

const ORDER: readonly Tone[] = ['p', 'v', 'a', 'u', 'f', 'd', 'n'];

/** Present first, then what is told by its value, then absent, uncertain, other times and persons, proposed, unknown; else as they came. */
export function bySign<T extends Signed>(findings: readonly T[]): T[] {
  return findings.toSorted((a, b) => ORDER.indexOf(signOf(a).tone) - ORDER.indexOf(signOf(b).tone));
}
