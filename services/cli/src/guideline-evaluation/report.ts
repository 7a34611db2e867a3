import { figuresByPart, type Judged, type PartFigures } from './judge';

const HEAD = [
  '| half | language | answerable | recall@5 | MRR | wrong refusals | unanswerable | correct refusals |',
  '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |',
];

/** The figures by half and language as a table; then each open question that was not answered rightly. */
export function questionsMarkdown(judged: readonly Judged[], passages: number): string {
  const wrong = judged.filter(({ question }) => question.half === 'open').filter(isWrong);
  return [
    `${String(judged.length)} questions to ${String(passages)} passages`,
    '',
    ...HEAD,
    ...figuresByPart(judged).map(row),
    ...(wrong.length === 0 ? [] : ['', 'Open questions not answered rightly:', '', ...wrong.map(lineOf)]),
    '',
  ].join('\n');
}

function row({ half, language, figures }: PartFigures): string {
  const cells = [
    half,
    language,
    String(figures.answerable),
    share(figures.recallAt5),
    figures.meanReciprocalRank?.toFixed(2) ?? '–',
    share(figures.wrongRefusals),
    String(figures.unanswerable),
    share(figures.correctRefusals),
  ];
  return `| ${cells.join(' | ')} |`;
}

const share = (value: number | undefined): string =>
  value === undefined ? '–' : `${(100 * value).toFixed(1)} %`;

/** Wrongly answered or refused, or the right passage not among the first five. The frozen half is never shown. */
const isWrong = ({ question, found, place }: Judged): boolean =>
  question.unanswerable === true ? found.length > 0 : place === undefined || place > 5;

const lineOf = ({ question, found }: Judged): string =>
  `- ${question.id}: ${question.question} → ${found.length === 0 ? 'nothing' : found.slice(0, 3).join(', ')}`;
