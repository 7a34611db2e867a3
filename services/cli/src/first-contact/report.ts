import { markdownTable, type Retrieval, retrievalFigures } from '@openrounds/evaluation';
import { type MaskingFigures, type Share } from '../intake-evaluation/deidentification';
import { type CasesReport, type Places } from './case-figures';
import { type Tally } from '../intake-evaluation/vignettes';
import { type SentencesReport } from './sentence-figures';

/** Everything that one round of first contact measured. */
export interface FirstContactReport {
  readonly knowledge: string;
  readonly cases: CasesReport;
  readonly sentences: SentencesReport;
  readonly identifiers: MaskingFigures;
}

const percent = (part: number, of: number): string =>
  of === 0 ? '–' : `${((100 * part) / of).toFixed(1)} %`;
const tallied = ({ of, right }: Tally): string => (of === 0 ? '–' : `${percent(right, of)} of ${String(of)}`);
const masked = ({ of, masked: gone }: Share): string => `${percent(gone, of)} of ${String(of)}`;
const places = ({ cases, first, amongThree }: Places): string =>
  cases === 0 ? '–' : `${percent(first, cases)} / ${percent(amongThree, cases)}`;

function retrieval(counts: Retrieval): string {
  const { precision, recall } = retrievalFigures(counts);
  const shown = (value: number | null): string => (value === null ? '–' : `${(100 * value).toFixed(1)} %`);
  return counts.wanted === 0 ? '–' : `${shown(precision)}, ${shown(recall)} of ${String(counts.wanted)}`;
}

/** The figures as Markdown tables, for people. */
export function firstContactMarkdown({ cases, sentences, identifiers }: FirstContactReport): string {
  return [
    '# First contact',
    '',
    ...markdownTable(
      [
        'cases',
        'number',
        'text: first / three',
        'retold facts: first / three',
        'their text',
        'present: precision, recall',
        'absent: precision, recall',
      ],
      Object.entries(cases).map(([group, each]) => [
        group,
        String(each.text.cases),
        places(each.text),
        places(each.told),
        places(each.textOfTold),
        retrieval(each.present),
        retrieval(each.absent),
      ]),
    ),
    '',
    ...markdownTable(
      [
        'sentences',
        'found',
        'assertion right',
        'present as absent',
        'not present as present',
        'values',
        'illness',
        'patient',
      ],
      Object.entries(sentences).map(([group, each]) => [
        group,
        tallied(each.found),
        tallied(each.asserted),
        tallied(each.presentAsAbsent),
        tallied(each.notPresentAsPresent),
        tallied(each.values),
        tallied(each.illness),
        tallied(each.patients),
      ]),
    ),
    '',
    ...markdownTable(
      ['masked', 'share'],
      [
        ['identifiers', masked(identifiers.identifiers)],
        ...Object.entries(identifiers.byLanguage).map(([name, each]) => [name, masked(each)]),
        ...Object.entries(identifiers.byKind).map(([name, each]) => [name, masked(each)]),
        ['clinical terms, by mistake', masked(identifiers.lookAlikes)],
        ['replacements of anything else', String(identifiers.strayMasks)],
      ],
    ),
    '',
  ].join('\n');
}
