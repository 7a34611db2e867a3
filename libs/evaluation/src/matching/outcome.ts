import { type CaseOutcome } from '../model/case-outcome';
import { goldOf, type GoldMap } from '../model/gold';
import { type KnownDisease, type NamedDisease, type RankedGoldCase } from '../model/prediction';
import { type Match, matchOf } from './match';

const LISTED_FOR_READING = 5;

/** Holds one ranked case against its gold standard. */
export function outcomeOf(
  { id, labels, ranking }: RankedGoldCase,
  map: GoldMap,
  known: readonly KnownDisease[],
): CaseOutcome {
  const gold = labels.map((label) => goldOf(map, label));
  const judge = (disease: NamedDisease): Match => matchOf(gold, disease);
  const wanted = known.filter((disease) => judge(disease) === 'right');
  const { differential = [], other = null } = ranking ?? {};
  const stated = differential.map((disease) => ({ ...disease, match: judge(disease) }));
  const probabilities = stated.map(({ probability, match }) => ({ probability, correct: match === 'right' }));
  const [first] = stated;
  return {
    id,
    labels,
    ranked: ranking !== null,
    goldDiseases: wanted.map(({ diseaseId }) => diseaseId),
    broadlyCovered: known.some((disease) => judge(disease) !== 'wrong'),
    rank: placeOf(stated, ({ match }) => match === 'right'),
    broaderRank: placeOf(stated, ({ match }) => match !== 'wrong'),
    stated: other === null ? [] : [...probabilities, { probability: other, correct: wanted.length === 0 }],
    leader: first
      ? { diseaseId: first.diseaseId, probability: first.probability, correct: first.match === 'right' }
      : null,
    other,
    listed: stated.slice(0, LISTED_FOR_READING).map(({ diseaseId }) => diseaseId),
    mustNotMiss: mustNotMissOf(wanted, ranking),
  };
}

function placeOf<Item>(items: readonly Item[], test: (item: Item) => boolean): number | null {
  const index = items.findIndex(test);
  return index < 0 ? null : index + 1;
}

function mustNotMissOf(
  wanted: readonly KnownDisease[],
  ranking: RankedGoldCase['ranking'],
): CaseOutcome['mustNotMiss'] {
  const { mustNotMiss: listed = [], redFlagged = [] } = ranking ?? {};
  const dangerous = wanted.filter(({ mustNotMiss }) => mustNotMiss);
  return {
    wanted: dangerous.length > 0,
    found: dangerous.some(({ diseaseId }) => listed.includes(diseaseId)),
    flagged: dangerous.some(({ diseaseId }) => redFlagged.includes(diseaseId)),
    length: listed.length,
  };
}
