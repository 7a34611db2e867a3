import { type Manifestation } from '@openrounds/clinical-language';
import { type Disease } from '../schema/disease';
import { type Finding } from '../schema/finding';

type Link = Disease['links'][number];

const mean = (one: number, other: number): number => (one + other) / 2;

/** How frequent a finding (no state) or a state of one is at large, over both settings; undefined where nobody has it. */
function baselineOf({ baseline }: Finding, state: string | undefined): number | undefined {
  const { emergency, 'primary-care': primaryCare } = baseline;
  const inSetting = (table: typeof emergency): number =>
    (typeof table === 'number' ? (state === undefined ? table : undefined) : table[state ?? '']) ?? 0;
  return mean(inSetting(emergency), inSetting(primaryCare)) || undefined;
}

/** How many times as frequent as at large a link makes a finding, or each state of one. */
function ratiosOf(
  { theta, lrPos }: Link,
  finding: Finding,
): (readonly [state: string | undefined, ratio: number])[] {
  const against = (probability: number, state?: string): (readonly [string | undefined, number])[] => {
    const baseline = baselineOf(finding, state);
    return baseline === undefined || probability <= 0 ? [] : [[state, probability / baseline]];
  };
  if (theta === undefined) return lrPos === undefined ? [] : [[undefined, lrPos]];
  if (typeof theta === 'number') return against(theta);
  return Object.entries(theta).flatMap(([state, probability]) => against(probability, state));
}

/** What shows in which diseases, and how much more often than at large, by the links that the ranking itself uses. */
export function manifestationsOf(
  findings: readonly Finding[],
  diseases: readonly Disease[],
): readonly Manifestation[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const shown = new Map<string, { findingId: string; state?: string; nats: Map<number, number> }>();
  diseases.forEach(({ links }, disease) => {
    for (const link of links) {
      const finding = byId.get(link.finding);
      for (const [state, ratio] of finding === undefined ? [] : ratiosOf(link, finding)) {
        const key = `${link.finding}=${state ?? ''}`;
        const one = shown.get(key) ?? {
          findingId: link.finding,
          ...(state !== undefined && { state }),
          nats: new Map<number, number>(),
        };
        one.nats.set(disease, Math.log(ratio));
        shown.set(key, one);
      }
    }
  });
  return [...shown.values()];
}
