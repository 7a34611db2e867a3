import { problemAt } from '../../load/located';
import { type Finding } from '../../schema/finding';
import { type Rule } from '../check-context';
import { CASE_LEVEL_FINDINGS } from '../probabilities';

const TOLD: ReadonlySet<Finding['kind']> = new Set(['symptom', 'history', 'risk-factor', 'exposure']);

/** Of these nobody's denial is certain: the poisoned, the abused, the intoxicated and the very young can't tell, or won't. */
const CONCEALED =
  /overdose|poison|ingest|swallow|drug|medicine|alcohol|opioid|cocaine|cannabis|bite|abuse|maltreat|inconsistent|suicid|self-harm/;

const CASE_LEVEL: ReadonlySet<string> = new Set(CASE_LEVEL_FINDINGS);

/**
 * What is only told excludes a dangerous disease only where it can be neither unknown nor concealed; how the illness began and
 * how long it lasts excludes nothing, for it may be another illness's.
 */
export const exclusions: Rule = {
  id: 'exclusions',
  kind: 'coherence',
  check: ({ folder, vocabulary }) => [
    ...folder.diseases.flatMap((disease) =>
      (disease.value.mustNotMiss?.excludedWhen ?? []).flatMap(({ finding }, index) => {
        const why = objection(vocabulary.get(finding));
        const path = ['mustNotMiss', 'excludedWhen', index];
        return why === undefined
          ? []
          : [problemAt(disease, 'exclusions', 'error', `"${finding}" ${why}`, path)];
      }),
    ),
    ...folder.findings.flatMap((finding) =>
      finding.value.cannotBeUnknown === true && CONCEALED.test(finding.id)
        ? [
            problemAt(finding, 'exclusions', 'error', 'is a thing that patients conceal or cannot know', [
              'cannotBeUnknown',
            ]),
          ]
        : [],
    ),
  ],
};

function objection(finding: Finding | undefined): string | undefined {
  if (finding === undefined) return undefined;
  if (CASE_LEVEL.has(finding.id))
    return 'is of the illness as a whole, which may be another one: it excludes nothing';
  return TOLD.has(finding.kind) && finding.cannotBeUnknown !== true
    ? 'is only told, and may be unknown or concealed: it excludes nothing unless it cannotBeUnknown'
    : undefined;
}
