import { type Manifestation } from '@openrounds/clinical-language';
import { type Disease } from '../schema/disease';
import { type Finding } from '../schema/finding';
import { engineDomain, settingBasis } from './engine-knowledge';

type Link = Disease['links'][number];
type Domain = ReturnType<typeof engineDomain>;

/** How frequent a finding (no state) or a state of one is at large. */
function baselineOf(domain: Domain, state: string | undefined): number | undefined {
  if (domain.kind === 'binary') return state === undefined ? domain.baseline : undefined;
  return state === undefined ? undefined : domain.baseline[state];
}

/** How many times as frequent as at large a link makes a finding, or each state of one. */
function ratiosOf(
  { theta, lrPos }: Link,
  domain: Domain,
): (readonly [state: string | undefined, ratio: number])[] {
  const against = (probability: number, state?: string): (readonly [string | undefined, number])[] => {
    const baseline = baselineOf(domain, state) ?? 0;
    return baseline > 0 && probability > 0 ? [[state, probability / baseline]] : [];
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
  const { settings } = settingBasis(undefined);
  const domains = new Map(findings.map((finding) => [finding.id, engineDomain(finding, settings)]));
  const shown = new Map<string, { findingId: string; state?: string; nats: Map<number, number> }>();
  diseases.forEach(({ links }, disease) => {
    for (const link of links) {
      const domain = domains.get(link.finding);
      for (const [state, ratio] of domain === undefined ? [] : ratiosOf(link, domain)) {
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
