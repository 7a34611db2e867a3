import { difference, share } from '../report/figures';
import { markdownTable } from '../report/markdown-table';
import { type PairedFigures, type SwapReport } from './swap-report';
import { type ReasonOfChange, type SwappedPair, type TwoSides } from './swapped-pair';

/** The movers and, of a pair, the competitors that a table shows. */
const SHOWN = 10;
const SHOWN_OF_PAIR = 3;

/** The figures of pairs as Markdown tables. */
export function swapMarkdown(report: SwapReport): string {
  const { sides, tolerance, neutral, notNeutral, held, notSwapped, movers } = report;
  return [
    `## The same case as ${sides[0]} and as ${sides[1]}`,
    '',
    'The findings stay as they were understood; only the patient changes. *Neutral*: the knowledge base gives no right disease another',
    'prior, restriction or evidence for the second patient, so that only its competitors can move it. Ranges are 95 % bootstrap',
    `intervals that draw whole diagnoses. Not swapped: ${String(notSwapped)} cases.`,
    '',
    ...markdownTable(
      ['figure', 'neutral', 'not neutral'],
      [
        ['pairs', String(neutral.pairs), String(notNeutral.pairs)],
        ...(['top1', 'top3', 'probability'] as const).flatMap((name) =>
          [
            [`${NAMES[name]}, ${sides[0]}`, (of: PairedFigures) => share(of[name].first)] as const,
            [`${NAMES[name]}, ${sides[1]}`, (of: PairedFigures) => share(of[name].second)] as const,
            [
              `… ${sides[1]} less ${sides[0]}`,
              (of: PairedFigures) => difference(of[name].difference),
            ] as const,
          ].map(([label, text]) => [label, text(neutral), text(notNeutral)]),
        ),
        ['same place for both', String(neutral.samePlace), String(notNeutral.samePlace)],
        [
          `first for ${sides[0]} only`,
          String(neutral.firstOnlyForFirst),
          String(notNeutral.firstOnlyForFirst),
        ],
        [
          `first for ${sides[1]} only`,
          String(neutral.firstOnlyForSecond),
          String(notNeutral.firstOnlyForSecond),
        ],
        [
          `probability differs by more than ${String(tolerance)}`,
          String(neutral.beyondTolerance),
          String(notNeutral.beyondTolerance),
        ],
      ],
    ),
    '',
    'Competitors alone: pairs whose right disease is possible for both, its own weight held at that for the first.',
    '',
    ...markdownTable(
      [
        'pairs',
        `mean probability, ${sides[0]}`,
        sides[1],
        'difference',
        `more than ${String(tolerance)} apart`,
      ],
      [
        [
          String(held.pairs),
          share(held.probability.first),
          share(held.probability.second),
          difference(held.probability.difference),
          String(held.beyondTolerance),
        ],
      ],
    ),
    '',
    ...(movers.length === 0
      ? []
      : [
          'What moved these most:',
          '',
          ...markdownTable(
            ['disease', 'pairs', `its probability, ${sides[1]} less ${sides[0]}, mean`],
            movers
              .slice(0, SHOWN)
              .map(({ diseaseId, pairs, meanShift }) => [
                diseaseId,
                String(pairs),
                difference({ value: meanShift, low: null, high: null }),
              ]),
          ),
          '',
        ]),
  ].join('\n');
}

const NAMES = { top1: 'top 1', top3: 'top 3', probability: 'mean probability of the right disease' } as const;

const COLUMNS = [
  'id',
  'right disease',
  'neutral',
  'place',
  'probability',
  'by competitors alone',
  'its own reasons',
  'competitors with a reason',
];

/** The pairs whose right disease differs, as tab-separated values: neutral ones first, the widest apart first. */
export function swapTable(pairs: readonly SwappedPair[]): string {
  const rows = pairs
    .filter(({ right }) => right.places[0] !== right.places[1] || gapOf(right) > 0)
    .sort((a, b) => Number(b.isNeutral) - Number(a.isNeutral) || gapOf(b.right) - gapOf(a.right))
    .map(({ id, right, isNeutral, held, competitors }) => [
      id,
      right.diseaseId,
      isNeutral ? 'yes' : 'no',
      right.places.map((place) => String(place ?? 'impossible')).join(' → '),
      right.probabilities.map((value) => value.toPrecision(3)).join(' → '),
      held?.map((value) => value.toPrecision(3)).join(' → ') ?? '',
      right.because.map(reason).join(', '),
      competitors.slice(0, SHOWN_OF_PAIR).map(competitor).join('; '),
    ]);
  return `${[COLUMNS, ...rows].map((cells) => cells.join('\t')).join('\n')}\n`;
}

const gapOf = ({ probabilities: [first, second] }: TwoSides): number => Math.abs(second - first);

const competitor = ({ diseaseId, probabilities, because }: TwoSides): string =>
  `${diseaseId} ${probabilities.map((value) => value.toPrecision(2)).join(' → ')} (${because.map(reason).join(', ')})`;

function reason(change: ReasonOfChange): string {
  switch (change.kind) {
    case 'prior':
      return `prior ×${change.times.toPrecision(3)}`;
    case 'impossible':
      return `impossible for the ${change.side}`;
    case 'finding':
      return `${change.findingId} ×${change.times.toPrecision(3)}`;
  }
}
