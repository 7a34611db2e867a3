import { type GoldMap } from '../model/gold';
import { type KnownDisease, type RankedGoldCase } from '../model/prediction';
import { outcomeOf } from './outcome';

const known = (diseaseId: string, icd10: string, mustNotMiss = false): KnownDisease => ({
  diseaseId,
  name: diseaseId,
  nameZh: diseaseId,
  icd10: [icd10],
  mustNotMiss,
});
const KNOWN = [known('embolism', 'I26', true), known('pneumonia', 'J18'), known('cold', 'J00')];
const entry = (icd10: string[], broader_ok: string[] = []) => ({
  icd10,
  names_en: [],
  names_zh: [],
  broader_ok,
});
const GOLD: GoldMap = { PE: entry(['I26']), RSV: entry(['J21'], ['J18']), gout: entry(['M10']) };

function ranked(label: string, probabilities: readonly (readonly [string, number])[]): RankedGoldCase {
  const differential = probabilities.map(([id, probability]) => {
    const disease = KNOWN.find(({ diseaseId }) => diseaseId === id);
    if (disease === undefined) throw new Error(`no disease ${id}`);
    return { ...disease, probability };
  });
  return {
    id: '1',
    labels: [label],
    ranking: { differential, other: 0.1, mustNotMiss: ['embolism'], redFlagged: ['embolism'] },
  };
}
const LIST = [
  ['cold', 0.5],
  ['embolism', 0.3],
  ['pneumonia', 0.1],
] as const;

describe('outcomeOf', () => {
  it('finds the place of a covered diagnosis', () => {
    expect(outcomeOf(ranked('PE', LIST), GOLD, KNOWN)).toEqual({
      id: '1',
      labels: ['PE'],
      ranked: true,
      goldDiseases: ['embolism'],
      broadlyCovered: true,
      rank: 2,
      broaderRank: 2,
      stated: [
        { probability: 0.5, correct: false },
        { probability: 0.3, correct: true },
        { probability: 0.1, correct: false },
        { probability: 0.1, correct: false },
      ],
      leader: { diseaseId: 'cold', probability: 0.5, correct: false },
      other: 0.1,
      listed: ['cold', 'embolism', 'pneumonia'],
      mustNotMiss: { wanted: true, found: true, flagged: true, length: 1 },
    });
  });

  it('takes Other for right where the knowledge base lacks the diagnosis', () => {
    const outcome = outcomeOf(ranked('gout', LIST), GOLD, KNOWN);
    expect(outcome).toMatchObject({ goldDiseases: [], broadlyCovered: false, rank: null, broaderRank: null });
    expect(outcome.stated.filter(({ correct }) => correct)).toEqual([{ probability: 0.1, correct: true }]);
    expect(outcome.mustNotMiss.wanted).toBe(false);
  });

  it('keeps what only a lenient score accepts apart', () => {
    expect(outcomeOf(ranked('RSV', LIST), GOLD, KNOWN)).toMatchObject({
      goldDiseases: [],
      broadlyCovered: true,
      rank: null,
      broaderRank: 3,
    });
  });

  it('counts a case that was not ranked as a miss with nothing stated', () => {
    const outcome = outcomeOf({ id: '1', labels: ['PE'], ranking: null }, GOLD, KNOWN);
    expect(outcome).toMatchObject({ ranked: false, rank: null, stated: [], leader: null, other: null });
    expect(outcome.mustNotMiss).toEqual({ wanted: true, found: false, flagged: false, length: 0 });
  });

  it('takes a label that the map lacks for a name', () => {
    expect(outcomeOf(ranked('Pneumonia', LIST), GOLD, KNOWN).rank).toBe(3);
    expect(outcomeOf(ranked('constructor', LIST), GOLD, KNOWN).rank).toBeNull();
  });
});
