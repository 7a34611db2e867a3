import { type VocabularyFinding } from '@openrounds/clinical-language';
import { AGE_BAND_NAMES, AGE_BANDS } from '../schema/age-bands';
import { type Disease } from '../schema/disease';
import { type Finding } from '../schema/finding';

/** Whose prior is so small a part of everybody's hardly ever has the disease. */
const HARDLY = 0.02;
/** A disease in which a finding is so many times as usual as elsewhere is one that it speaks for. */
const SPEAKS = 2;

type Befalls = NonNullable<VocabularyFinding['befalls']>;
type Link = Disease['links'][number];

const isMore = ({ theta, lrPos }: Link, baseline: number): boolean =>
  typeof theta === 'number' ? theta >= SPEAKS * baseline : (lrPos ?? 0) >= SPEAKS;

function baselineOf({ baseline }: Finding): number | undefined {
  const values = [baseline.emergency, baseline['primary-care']];
  return values.every((value) => typeof value === 'number') ? Math.max(...values) : undefined;
}

const hasSex = ({ prior, restrict }: Disease, sex: 'female' | 'male'): boolean =>
  (restrict.sex ?? sex) === sex && (prior.sexRatio?.[sex] ?? 1) > HARDLY;

function befallsOf(diseases: readonly Disease[]): Befalls | undefined {
  const sexes = (['female', 'male'] as const).filter((sex) => diseases.some((one) => hasSex(one, sex)));
  const bands = AGE_BAND_NAMES.filter((band) =>
    diseases.some(({ prior }) => (prior.age?.[band] ?? 1) > HARDLY),
  );
  const [sex] = sexes.length === 1 ? sexes : [];
  const [youngest, oldest] = [bands[0], bands.at(-1)];
  const isOfSome = bands.length < AGE_BAND_NAMES.length && youngest !== undefined && oldest !== undefined;
  if (sex === undefined && !isOfSome) return undefined;
  return {
    ...(sex && { sex }),
    ...(isOfSome && { ageYears: [AGE_BANDS[youngest][0], AGE_BANDS[oldest][1]] as const }),
  };
}

/**
 * For yes-or-no findings: whom alone the diseases can befall that they speak for, by the priors of sex and age. Nothing where that is
 * anybody, or no disease is linked.
 */
export function whomItBefalls(
  findings: readonly Finding[],
  diseases: readonly Disease[],
): ReadonlyMap<string, Befalls> {
  const baselines = new Map(findings.map((finding) => [finding.id, baselineOf(finding)] as const));
  const spokenFor = new Map<string, Disease[]>();
  for (const disease of diseases)
    for (const link of disease.links) {
      const baseline = baselines.get(link.finding);
      if (baseline === undefined || !isMore(link, baseline)) continue;
      const known = spokenFor.get(link.finding);
      if (known === undefined) spokenFor.set(link.finding, [disease]);
      else known.push(disease);
    }
  return new Map(
    [...spokenFor].flatMap(([finding, all]) => {
      const befalls = befallsOf(all);
      return befalls === undefined ? [] : [[finding, befalls] as const];
    }),
  );
}
