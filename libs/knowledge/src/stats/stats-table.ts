import { type KnowledgeStats, type Progress } from './knowledge-stats';

/** A line of the statistics: what was counted, and the figures. */
export type StatsRow = readonly [what: string, figures: string];

/** The statistics as rows for reading, on a terminal or in a table. */
export function statsRows(stats: KnowledgeStats): StatsRow[] {
  const { completeInBothLanguages: both, presentingProblems: problems } = stats;
  return [
    ['diseases', String(stats.diseases)],
    ['… by tier', tiers(stats.diseasesByTier)],
    ['… besides the list', String(stats.diseasesBesideList)],
    ['… by system', listed(stats.diseasesBySystem)],
    ['… must not be missed', tiers(stats.mustNotMissByTier)],
    ['… reviewed by a clinician', String(stats.reviewedDiseases)],
    ['links', `${String(stats.links)} (${String(stats.linksPerDisease)} a disease)`],
    ['… by grade', listed(stats.linksByGrade)],
    ['… by source', listed(stats.linksBySource, (count, kind) => `${kind} ${share(count, stats.links)}`)],
    ['… with published likelihood ratios', String(stats.linksWithPublishedRatios)],
    ['findings', String(stats.findings)],
    ['… by kind', listed(stats.findingsByKind)],
    ['… with states', String(stats.categoricalFindings)],
    ['… synonyms each', listed(stats.synonymsPerFinding)],
    ['complete in both languages', listed(both, (progress, kind) => `${kind} ${ofPlanned(progress)}`)],
    ['tests', String(stats.tests)],
    ['panels', String(stats.panels)],
    ['red flags', String(stats.redFlags)],
    ['scores', String(stats.scores)],
    ['presenting problems', `${ofPlanned(problems)}, complete ${String(problems.complete)}`],
    [
      'teaching cases',
      `${String(stats.teachingCases)}, for ${String(stats.problemsWithTeachingCase)} presenting problems`,
    ],
    ['coded cases', String(stats.codedCases)],
    ['told cases', String(stats.toldCases)],
    [
      'guideline passages',
      `${String(stats.passages)} of ${String(stats.guidelineDocuments)} documents, quoted ${String(stats.quotedPassages)}`,
    ],
    ['passages that a second reader has gone over', ofPlanned(stats.secondReadPassages)],
    ['dangers of tier 1 with passages on diagnosis and first action', ofPlanned(stats.dangersWithPassages)],
    ['sources', `${String(stats.sources)}, verified ${String(stats.verifiedSources)}`],
  ];
}

const BEGIN = '<!-- statistics: written by `npm run generate` -->';
const END = '<!-- end of statistics -->';

/**
 * A page with the table between its two markers made anew.
 *
 * @throws {Error} where the page lacks the markers
 */
export function withStatsTable(page: string, stats: KnowledgeStats): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`the page lacks ${BEGIN} … ${END}`);
  const rows = statsRows(stats).map(([what, figures]) => `| ${what} | ${figures} |`);
  const table = ['| | |', '| --- | --- |', ...rows].join('\n');
  return `${page.slice(0, from)}${BEGIN}\n\n${table}\n\n${page.slice(to)}`;
}

function listed<Value>(
  values: Readonly<Record<string, Value>>,
  show: (value: Value, name: string) => string = (value, name) => `${name} ${String(value)}`,
): string {
  return Object.entries(values)
    .map(([name, value]) => show(value, name))
    .join(', ');
}

const tiers = (progress: Readonly<Record<string, Progress>>): string =>
  listed(progress, (each, tier) => `tier ${tier} ${ofPlanned(each)}`);

const ofPlanned = ({ written, planned }: Progress): string => `${String(written)} of ${String(planned)}`;

/** Count and percentage; one decimal, and never "0 %" of something. */
function share(count: number, total: number): string {
  if (count === 0 || total === 0) return '0';
  const percent = (count / total) * 100;
  return `${String(count)} (${percent < 0.1 ? '< 0.1' : percent.toFixed(1)} %)`;
}
