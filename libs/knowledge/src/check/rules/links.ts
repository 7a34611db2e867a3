import { type Located, problemAt } from '../../load/located';
import { type Problem } from '../../load/problem';
import { type Disease, type DiseaseLink, placeOfLink } from '../../schema/disease';
import { type CheckContext, type Rule } from '../check-context';
import { baselineOf, CASE_LEVEL_FINDINGS, outcomesOf, SETTINGS, thetaOf } from '../probabilities';

const FEWEST = 10;
const MOST = 50;
/** Below this ratio of P(outcome | disease) to the baseline, an outcome argues against the disease. */
const ARGUES_AGAINST = 0.5;

/** A disease links its course in time, enough findings, and something that argues against it. */
export const links: Rule = {
  id: 'links',
  kind: 'coherence',
  check: (context) =>
    context.folder.diseases.flatMap((disease) => [
      ...repeatedLinks(disease),
      ...countProblems(disease),
      ...(disease.value.links.some((link) => arguesAgainst(context, link))
        ? []
        : [problem(disease, 'error', 'no link argues against it: none has theta / baseline below 0.5')]),
    ]),
};

function repeatedLinks(disease: Located<Disease>): Problem[] {
  const seen = new Set<string>();
  return disease.value.links.flatMap(({ finding }, index) => {
    if (!seen.has(finding)) {
      seen.add(finding);
      return [];
    }
    return [
      problemAt(disease, 'links', 'error', `"${finding}" is linked twice`, placeOfLink(disease.value, index)),
    ];
  });
}

function countProblems(disease: Located<Disease>): Problem[] {
  const linked = new Set(disease.value.links.map(({ finding }) => finding));
  const missing = CASE_LEVEL_FINDINGS.filter((finding) => !linked.has(finding));
  const others = linked.size - (CASE_LEVEL_FINDINGS.length - missing.length);
  return [
    ...missing.map((finding) => problem(disease, 'error', `every disease links "${finding}"`)),
    ...(others < FEWEST
      ? [
          problem(
            disease,
            'error',
            `only ${others} links besides onset, duration and course; ${FEWEST} are needed`,
          ),
        ]
      : []),
    ...(linked.size > MOST
      ? [
          problem(
            disease,
            'error',
            `${linked.size} links: more than ${MOST} are seldom read; drop the weakest`,
          ),
        ]
      : []),
  ];
}

/** Onset, duration and course always have an unlikely state, so that they don't count here. */
function arguesAgainst({ findings }: CheckContext, link: DiseaseLink): boolean {
  const finding = findings.get(link.finding)?.value;
  if (!finding || CASE_LEVEL_FINDINGS.includes(link.finding)) return false;
  const observable = finding.domain === 'binary' ? ['present'] : outcomesOf(finding);
  return observable.some((outcome) =>
    SETTINGS.some((setting) => {
      const b = baselineOf(finding, outcome, setting);
      if (b === undefined || b === 0) return false;
      const theta = thetaOf(link, outcome, b);
      return theta !== undefined && theta / b < ARGUES_AGAINST;
    }),
  );
}

function problem(disease: Located<Disease>, severity: 'error' | 'warning', message: string): Problem {
  return problemAt(disease, 'links', severity, message, ['links']);
}
