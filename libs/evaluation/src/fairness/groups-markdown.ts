import { difference, share } from '../report/figures';
import { markdownTable } from '../report/markdown-table';
import { type GroupReport } from './groups';

/** The figures of groups as Markdown tables. */
export const groupsMarkdown = (reports: readonly GroupReport[]): string =>
  [
    '## By group',
    '',
    'Ranges are 95 % Wilson intervals, of differences Newcombe intervals; both take cases as independent. Groups hold different',
    'diagnoses: a difference may be one of diseases, not of patients. The paired test (`--swap`) keeps the case the same.',
    '',
    ...reports.flatMap(table),
  ].join('\n');

const table = ({ attribute, groups }: GroupReport): string[] => [
  ...markdownTable(
    [
      attribute,
      'cases',
      'diagnoses',
      'top 1',
      'top 3',
      'top 5',
      'top 3 less that of the others',
      'must-not-miss recall',
    ],
    groups.map((group) => [
      group.value,
      String(group.cases),
      String(group.diagnoses),
      share(group.top1),
      share(group.top3),
      share(group.top5),
      difference(group.top3AgainstOthers),
      `${share(group.mustNotMissRecall)} of ${String(group.mustNotMissCases)}`,
    ]),
  ),
  '',
];
