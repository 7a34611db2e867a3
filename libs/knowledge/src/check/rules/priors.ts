import { type Located, problemAt } from '../../load/located';
import { type Problem } from '../../load/problem';
import { AGE_BAND_NAMES } from '../../schema/age-bands';
import { type Disease } from '../../schema/disease';
import { type AgeSexDistribution, type Population } from '../../schema/population';
import { type Sex } from '../../schema/primitives';
import { type CheckContext, type Rule } from '../check-context';
import { SETTINGS } from '../probabilities';

const SEXES: readonly Sex[] = ['female', 'male'];
/** How far a weighted mean of multipliers may be from 1. */
const MEAN_TOLERANCE = 0.1;
const POPULATION_TOLERANCE = 0.01;

/** Priors leave room for what the knowledge base does not hold, and multipliers only redistribute them. */
export const priors: Rule = {
  id: 'priors',
  kind: 'coherence',
  check: (context) => [
    ...priorSums(context),
    ...populationSums(context.folder.population),
    ...context.folder.diseases.flatMap((disease) => multiplierMeans(context, disease)),
  ],
};

function priorSums({ folder }: CheckContext): Problem[] {
  const { calibration } = folder;
  if (!calibration) return [];
  const room = 1 - calibration.value.parameters.piOther;
  return SETTINGS.flatMap((setting) => {
    const sum = folder.diseases.reduce((total, { value }) => total + value.prior[setting].value / 1000, 0);
    if (sum < room) return [];
    const message = `the priors of ${setting} sum to ${sum.toFixed(3)}; they must stay below ${room}`;
    return [problemAt(calibration, 'priors', 'error', message, ['parameters', 'piOther'])];
  });
}

function populationSums(population: Located<Population> | undefined): Problem[] {
  if (!population) return [];
  return SETTINGS.flatMap((setting) => {
    const sum = AGE_BAND_NAMES.reduce((total, band) => {
      const share = population.value[setting][band];
      return total + share.female + share.male;
    }, 0);
    if (Math.abs(sum - 1) <= POPULATION_TOLERANCE) return [];
    const message = `the shares of ${setting} sum to ${sum.toFixed(3)}, not 1`;
    return [problemAt(population, 'priors', 'error', message, [setting])];
  });
}

/** One set of multipliers serves both settings, so that their mean is taken over both populations together. */
function multiplierMeans({ folder }: CheckContext, disease: Located<Disease>): Problem[] {
  const { population } = folder;
  if (!population) return [];
  const { prior, restrict } = disease.value;
  const possible = SEXES.filter((sex) => restrict.sex === undefined || restrict.sex === sex);
  const distributions = SETTINGS.map((setting) => population.value[setting]);
  const { age, sexRatio } = prior;
  const ageMean = age && meanOver(distributions, SEXES, (band) => age[band]);
  const sexMean = sexRatio && meanOver(distributions, possible, (_, sex) => sexRatio[sex]);
  return [...offMean(disease, 'age', ageMean), ...offMean(disease, 'sexRatio', sexMean)];
}

function meanOver(
  distributions: readonly AgeSexDistribution[],
  sexes: readonly Sex[],
  multiplier: (band: (typeof AGE_BAND_NAMES)[number], sex: Sex) => number,
): number {
  const total = distributions.reduce(
    (sum, distribution) =>
      sum +
      AGE_BAND_NAMES.reduce(
        (bands, band) =>
          bands + sexes.reduce((part, sex) => part + distribution[band][sex] * multiplier(band, sex), 0),
        0,
      ),
    0,
  );
  return total / distributions.length;
}

function offMean(disease: Located<Disease>, key: 'age' | 'sexRatio', mean: number | undefined): Problem[] {
  if (mean === undefined || Math.abs(mean - 1) <= MEAN_TOLERANCE) return [];
  const message = `the weighted mean of the ${key} multipliers is ${mean.toFixed(2)}, not 1 ± ${MEAN_TOLERANCE}`;
  return [problemAt(disease, 'priors', 'error', message, ['prior', key])];
}
