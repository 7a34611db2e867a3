import type { CaseForecast, CaseBody } from '../api/types';

export interface ForecastLine {
  readonly name: string;
  /** After each stage, 0 to 1; null where the disease was not among those that the engine names. */
  readonly values: readonly (number | null)[];
}

export interface ForecastLines {
  readonly key: ForecastLine;
  /** What stands highest besides the key after the last stage; null where there is nothing else. */
  readonly rival: ForecastLine | null;
}

type Stage = CaseForecast['stages'][number];

const valuesOf = (stages: readonly Stage[], diseaseId: string): (number | null)[] =>
  stages.map(
    ({ differential }) => differential.find((each) => each.diseaseId === diseaseId)?.probability ?? null,
  );

/**
 * The key against what comes nearest to it, stage by stage. A diagnosis that is accepted in the place of the key
 * counts as the key, as the engine's forecast counts it.
 */
export function forecastLines(
  { stages }: Pick<CaseForecast, 'stages'>,
  { diagnosis, acceptable = [] }: CaseBody['key'],
  nameOf: (diseaseId: string) => string,
): ForecastLines {
  const right = new Set([diagnosis, ...acceptable]);
  const rival = stages.at(-1)?.differential.find(({ diseaseId }) => !right.has(diseaseId));
  return {
    key: { name: nameOf(diagnosis), values: stages.map(({ keyProbability }) => keyProbability) },
    rival: rival === undefined ? null : { name: rival.name, values: valuesOf(stages, rival.diseaseId) },
  };
}
