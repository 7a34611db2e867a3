import { markdownTable, type Retrieval, retrievalFigures } from '@openrounds/evaluation';
import { type MaskingFigures, type Share } from './deidentification';
import { type LaboratoryFigures } from './laboratory';
import { type AssertionFigures } from './negation';
import { type RecognitionFigures, type SideFigures } from './recognition';
import { type Tally, type VignettesReport } from './vignettes';

/** Everything that was measured; what was not asked for is left out. */
export interface IntakeReport {
  /** Hash of the knowledge whose vocabulary was used. */
  readonly knowledge: string;
  readonly negation: Readonly<Record<string, AssertionFigures>>;
  readonly masking: Readonly<Record<string, MaskingFigures>>;
  readonly laboratory: LaboratoryFigures;
  readonly vignettes: VignettesReport;
  readonly recognition?: RecognitionFigures;
}

/** The figures as Markdown tables, for people. */
export function intakeMarkdown(report: IntakeReport): string {
  const { negation, masking, laboratory, vignettes, recognition } = report;
  return [
    '# Understanding of text',
    '',
    '## Negation, time and person',
    '',
    ...assertionTable(negation),
    '',
    '## De-identification',
    '',
    'An identifier is masked if no letter or digit of it is left; a clinical term if any part of it is gone.',
    '',
    ...maskingTables(masking),
    '',
    '## Laboratory lines and vital signs',
    '',
    ...laboratoryTable(laboratory),
    '',
    '## Pasted vignettes',
    '',
    ...vignetteLines(vignettes),
    '',
    ...(recognition === undefined
      ? []
      : ['## Findings in narratives', '', ...recognitionLines(recognition), '']),
  ].join('\n');
}

const percent = (value: number | null): string => (value === null ? '–' : `${(100 * value).toFixed(1)} %`);
const share = ({ of, masked }: Share): string =>
  of === 0 ? '–' : `${percent(masked / of)} (${String(masked)} of ${String(of)})`;

function retrievalCells(retrieval: Retrieval): string[] {
  const { precision, recall, f1 } = retrievalFigures(retrieval);
  return [String(retrieval.wanted), percent(precision), percent(recall), percent(f1)];
}

function assertionTable(sets: IntakeReport['negation']): string[] {
  const rows = Object.entries(sets).flatMap(([set, { negated, possible, historical, family }]) =>
    Object.entries({ negated, ...(possible && { possible }), historical, 'family or others': family }).map(
      ([kind, retrieval]) => [set, kind, ...retrievalCells(retrieval)],
    ),
  );
  return markdownTable(['sentences', 'kind', 'concepts', 'precision', 'recall', 'F1'], rows);
}

function maskingTables(sets: IntakeReport['masking']): string[] {
  const names = Object.keys(sets);
  const row = (label: string, cell: (figures: MaskingFigures) => string): string[] => [
    label,
    ...Object.values(sets).map(cell),
  ];
  const kinds = [...new Set(Object.values(sets).flatMap(({ byKind }) => Object.keys(byKind)))].sort();
  const none: Share = { of: 0, masked: 0 };
  return markdownTable(
    ['masked', ...names],
    [
      row('identifiers', ({ identifiers }) => share(identifiers)),
      row('identifiers, English', ({ byLanguage }) => share(byLanguage['en'] ?? none)),
      row('identifiers, Chinese', ({ byLanguage }) => share(byLanguage['zh'] ?? none)),
      ...kinds.map((kind) => row(kind, ({ byKind }) => share(byKind[kind] ?? none))),
      row('clinical terms, by mistake', ({ lookAlikes }) => share(lookAlikes)),
      row('replacements of anything else', ({ strayMasks }) => String(strayMasks)),
    ],
  );
}

function laboratoryTable({
  lines,
  values,
  right,
  wrong,
  missed,
  asks,
  unexpected,
}: LaboratoryFigures): string[] {
  return markdownTable(
    [
      'lines',
      'values',
      'right',
      'wrong',
      'missed',
      'unit asked for where it must be',
      'unexpected statements',
    ],
    [
      [
        String(lines),
        String(values),
        `${String(right)} (${percent(values === 0 ? null : right / values)})`,
        String(wrong),
        String(missed),
        `${String(asks.asked)} of ${String(asks.of)}`,
        String(unexpected),
      ],
    ],
  );
}

const LANGUAGES: Readonly<Record<string, string>> = { en: 'English', zh: 'Chinese' };
const tallied = ({ of, right }: Tally): string => `${String(right)} of ${String(of)}`;

function vignetteLines({ figures, faults }: VignettesReport): string[] {
  const rows = Object.entries(figures).map(([language, each]) => [
    LANGUAGES[language] ?? language,
    tallied({ of: each.vignettes, right: each.right }),
    ...retrievalCells(each.present),
    ...retrievalCells(each.absent),
    tallied(each.values),
    tallied(each.patient),
    String(each.misattributed),
  ]);
  const side = (name: string): string[] => [name, 'precision', 'recall', 'F1'];
  return [
    ...markdownTable(
      [
        'vignettes',
        'without a fault',
        ...side('present'),
        ...side('absent or normal'),
        'values',
        'age, sex, pregnancy',
        'of others, read as hers',
      ],
      rows,
    ),
    '',
    faults.length === 0 ? 'No faults.' : `Faults: ${faults.join('; ')}.`,
  ];
}

function recognitionLines({ cases, unmapped, present, absent }: RecognitionFigures): string[] {
  const rows = Object.entries({ present, absent }).flatMap(([side, { exact, sameLine }]) => [
    [side, 'exact', ...retrievalCells(exact)],
    [side, 'same line', ...retrievalCells(sameLine)],
  ]);
  return [
    `${String(cases)} cases; ${String(unmapped)} coded facts have no counterpart in the vocabulary and are not counted.`,
    'Same line: a finding counts for what it is a kind of, and the other way round. What normality phrases imply counts.',
    '',
    ...markdownTable(['findings', 'match', 'coded', 'precision', 'recall', 'F1'], rows),
    '',
    ...oftenLines('present', present),
    ...oftenLines('absent', absent),
  ];
}

function oftenLines(side: string, { missed, wrong }: SideFigures): string[] {
  const list = (counts: SideFigures['missed']): string =>
    counts.map(([id, count]) => `${id} ${String(count)}`).join(', ') || 'none';
  return [
    `Missed most often, ${side}: ${list(missed)}.`,
    '',
    `Proposed wrongly, ${side}: ${list(wrong)}.`,
    '',
  ];
}
