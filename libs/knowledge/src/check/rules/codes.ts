import { type Located, problemAt } from '../../load/located';
import { type Problem, type Severity } from '../../load/problem';
import { type Disease } from '../../schema/disease';
import { type CheckContext, type Rule } from '../check-context';

const MOST_ICD10 = 4;
const ICD10_PATH = ['codes', 'icd10'];

/** A disease has few ICD-10 codes of its own, those of the target list; anything else is explained in a comment. */
export const codes: Rule = {
  id: 'codes',
  kind: 'coherence',
  check: (context) => {
    const owners = codeOwners(context);
    return context.folder.diseases.flatMap((disease) => [
      ...uncommented(disease, owners),
      ...targetProblems(context, disease),
    ]);
  },
};

function uncommented(disease: Located<Disease>, owners: ReadonlyMap<string, readonly string[]>): Problem[] {
  const { icd10 } = disease.value.codes;
  const tooMany =
    icd10.length > MOST_ICD10
      ? [problem(disease, 'error', `${icd10.length} ICD-10 codes: more than ${MOST_ICD10} need a comment`)]
      : [];
  const shared = icd10.flatMap((code) => {
    const others = (owners.get(code) ?? []).filter((id) => id !== disease.id);
    return others.length === 0
      ? []
      : [problem(disease, 'error', `${code} is shared with ${others.join(', ')}: that needs a comment`)];
  });
  const found = [...tooMany, ...shared];
  // Comments are read last: that takes the whole file as a tree.
  return found.length > 0 && commented(disease) ? [] : found;
}

function targetProblems({ folder }: CheckContext, disease: Located<Disease>): Problem[] {
  if (folder.targets.conditions.size === 0) return [];
  const target = folder.targets.conditions.get(disease.id);
  if (!target) return [problem(disease, 'warning', 'it is not on the target list of conditions')];
  const strangers = disease.value.codes.icd10.filter((code) => !target.icd10.includes(code));
  return [
    ...(strangers.length > 0 && !commented(disease)
      ? [problem(disease, 'warning', `${strangers.join(', ')} is not among the target list's codes`)]
      : []),
    ...(target.mustNotMiss !== (disease.value.mustNotMiss !== undefined)
      ? [problem(disease, 'warning', `must-not-miss differs from the target list (${target.mustNotMiss})`)]
      : []),
    ...(target.tier !== disease.value.tier
      ? [
          problem(
            disease,
            'warning',
            `tier ${disease.value.tier} differs from the target list (${target.tier})`,
          ),
        ]
      : []),
  ];
}

function codeOwners({ folder }: CheckContext): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const { id, value } of folder.diseases) {
    for (const code of new Set(value.codes.icd10)) owners.set(code, [...(owners.get(code) ?? []), id]);
  }
  return owners;
}

function commented(disease: Located<Disease>): boolean {
  return disease.yaml.sourceOf([...disease.root, ...ICD10_PATH]).includes('#');
}

function problem(disease: Located<Disease>, severity: Severity, message: string): Problem {
  return problemAt(disease, 'codes', severity, message, ICD10_PATH);
}
