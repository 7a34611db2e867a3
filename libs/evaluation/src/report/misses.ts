import { type CaseOutcome } from '../model/case-outcome';

const COLUMNS = [
  'id',
  'label',
  'covered',
  'gold diseases',
  'rank',
  'broader rank',
  'first five',
  'other',
  'must-not-miss',
];

/**
 * The cases whose first diagnosis is not the right one, as tab-separated values for reading: covered ones first, the
 * worst of them first.
 */
export function missesTable(outcomes: readonly CaseOutcome[]): string {
  const misses = outcomes
    .filter(({ rank }) => rank !== 1)
    .sort((a, b) => coverage(b) - coverage(a) || comparePlaces(a, b) || compare(a.id, b.id));
  return `${[COLUMNS, ...misses.map(cellsOf)].map((cells) => cells.map(cell).join('\t')).join('\n')}\n`;
}

function cellsOf(outcome: CaseOutcome): string[] {
  const { id, labels, goldDiseases, rank, broaderRank, listed, other, mustNotMiss } = outcome;
  return [
    id,
    labels.join('; '),
    goldDiseases.length > 0 ? 'yes' : outcome.broadlyCovered ? 'broader' : 'no',
    goldDiseases.join('; '),
    outcome.ranked ? String(rank ?? 'not listed') : 'not ranked',
    String(broaderRank ?? ''),
    listed.join('; '),
    other?.toPrecision(2) ?? '',
    mustNotMiss.wanted ? (mustNotMiss.found ? 'found' : 'missed') : '',
  ];
}

const coverage = ({ goldDiseases, broadlyCovered }: CaseOutcome): number =>
  goldDiseases.length > 0 ? 2 : broadlyCovered ? 1 : 0;
/** Later places first; what is not listed comes before all. */
const comparePlaces = (a: CaseOutcome, b: CaseOutcome): number =>
  (b.rank ?? Number.MAX_SAFE_INTEGER) - (a.rank ?? Number.MAX_SAFE_INTEGER);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Tabs and line ends would break the table. */
const cell = (text: string): string => text.replace(/\s+/g, ' ');
