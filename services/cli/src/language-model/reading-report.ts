import { difference, markdownTable, share } from '@openrounds/evaluation';
import { type SameLine } from '../evaluation/same-line';
import { countsOf } from './counts';
import {
  additionsOf,
  type Figure,
  FIGURES,
  offeredOf,
  type ReadingFigures,
  readingFigures,
} from './reading-figures';
import { type CaseReading } from './readings';
import { tookInWords, type Took, tookOf } from './took';

/** How well a model reads texts beside the rules, and what it took. */
export interface ReadingReport {
  readonly promptVersions: readonly string[];
  /** Cases with a text. */
  readonly cases: number;
  readonly answered: number;
  /** Why there was no answer, with how often. */
  readonly faults: Readonly<Record<string, number>>;
  /** Cases whose text a careful reader coded, and the facts in them. */
  readonly coded: { readonly cases: number; readonly facts: number; readonly offered: number };
  /** All cases, and those of each language where there are more. */
  readonly figures: Readonly<Record<string, ReadingFigures>>;
  /** Proposals that stand, by what they are beside the rules. */
  readonly verdicts: Readonly<Record<string, number>>;
  /** Of what it adds, how much the coding bears out. */
  readonly additions: { readonly of: number; readonly right: number };
  /** Proposals that do not count, by reason. */
  readonly dropped: Readonly<Record<string, number>>;
  readonly took: Took;
}

export function readingReport(readings: readonly CaseReading[], sameLine: SameLine): ReadingReport {
  const replies = readings.flatMap(({ reply }) => reply ?? []);
  const languages = [...new Set(readings.map(({ language }) => language))].sort();
  const groups = [
    ['all', readings] as const,
    ...(languages.length < 2 ? [] : languages).map(
      (language) => [language, readings.filter((each) => each.language === language)] as const,
    ),
  ];
  const { of: facts, offered } = offeredOf(readings, sameLine);
  return {
    promptVersions: [...new Set(replies.map(({ promptVersion }) => promptVersion))].sort(),
    cases: readings.length,
    answered: replies.length,
    faults: countsOf(readings.flatMap(({ fault }) => fault ?? [])),
    coded: { cases: readings.filter(({ coded }) => coded !== undefined).length, facts, offered },
    figures: Object.fromEntries(groups.map(([name, group]) => [name, readingFigures(group, sameLine)])),
    verdicts: countsOf(readings.flatMap(({ checked }) => checked.standing.map(({ verdict }) => verdict))),
    additions: additionsOf(readings, sameLine),
    dropped: countsOf(
      readings.flatMap(({ checked }) =>
        Object.entries(checked.dropped).flatMap(([reason, count]) =>
          Array.from({ length: count }, () => reason),
        ),
      ),
    ),
    took: tookOf(replies),
  };
}

const TITLES: Readonly<Record<Figure, string>> = {
  'present.precision': 'findings present: precision',
  'present.recall': 'findings present: recall',
  'absent.precision': 'denied or normal: precision',
  'absent.recall': 'denied or normal: recall',
  assertion: 'right side, where found',
  top1: 'right diagnosis first',
  top3: 'among three',
  top5: 'among five',
};

/** The same as tables, for people. */
export function readingMarkdown(report: ReadingReport): string {
  const { promptVersions, cases, answered, faults, coded, figures, additions } = report;
  return [
    '### Reading of texts',
    '',
    `Reader version ${promptVersions.join(', ') || '–'}: ${String(answered)} of ${String(cases)} texts answered` +
      `${inBrackets(faults)}. Without an answer it has read nothing, and the rules stand.`,
    ...(coded.cases === 0
      ? ['Nobody coded the texts: only the ranking is measured.']
      : [
          `Findings against what a careful reader coded in ${String(coded.cases)} of the texts: ${String(coded.facts)} facts, ` +
            `of which ${String(coded.offered)} stand on the line of a finding that was offered. Findings on one line count for each other.`,
        ]),
    '',
    ...Object.entries(figures).flatMap(([name, each]) => [...tableOf(name, each), '']),
    `Of its proposals ${inWords(report.verdicts)} stand; merged is what it adds, of which the coding bears out ` +
      `${String(additions.right)} of ${String(additions.of)}. Dropped: ${inWords(report.dropped)}.`,
    '',
    ...markdownTable(['what it took', 'value'], tookInWords(report.took)),
    '',
  ].join('\n');
}

const tableOf = (name: string, { rules, reader, merged, gain }: ReadingFigures): string[] =>
  markdownTable(
    [
      name === 'all' ? 'all texts' : `texts in ${name}`,
      'rules',
      'reader alone',
      'merged',
      'merged less rules',
    ],
    FIGURES.map((figure) => [
      TITLES[figure],
      ...[rules, reader, merged].map((way) => share(way[figure])),
      difference(gain[figure]),
    ]),
  );

const inWords = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${String(count)}`)
    .join(', ') || 'none';

const inBrackets = (counts: Readonly<Record<string, number>>): string =>
  Object.keys(counts).length === 0 ? '' : ` (${inWords(counts)})`;
