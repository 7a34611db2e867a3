import { factsOfStages } from '../../cases/observed-facts';
import { type Located, problemAt } from '../../load/located';
import { type Problem } from '../../load/problem';
import { type TeachingCase } from '../../schema/teaching-case';
import { type CaseUnderCheck, contradictionProblems, diseaseProblems, factProblems } from '../case-problems';
import { type CheckContext, type Rule } from '../check-context';
import { listedDiseases } from '../complaints';

const STAGES = ['history', 'examination', 'laboratory', 'imaging'] as const;

/** What a teaching case names exists: findings and their states, diseases, its presenting problem. */
export const teachingCaseReferences: Rule = {
  id: 'teaching-cases',
  kind: 'structure',
  check: (context) =>
    context.folder.teachingCases.flatMap((entry) => {
      const { stages, key, presentingProblem } = entry.value;
      const under: CaseUnderCheck = { context, entry, rule: 'teaching-cases' };
      return [
        ...stages.flatMap(({ findings }, index) =>
          factProblems(under, findings, ['stages', index, 'findings']),
        ),
        ...diseaseProblems(under, [
          { id: key.diagnosis, path: ['key', 'diagnosis'] },
          ...key.acceptable.map((id, index) => ({ id, path: ['key', 'acceptable', index] })),
          ...key.alternatives.map(({ id }, index) => ({ id, path: ['key', 'alternatives', index] })),
          ...key.mustConsider.map((id, index) => ({ id, path: ['key', 'mustConsider', index] })),
        ]),
        ...(isKnownProblem(context, presentingProblem)
          ? []
          : [problem(entry, `there is no presenting problem "${presentingProblem}"`, ['presentingProblem'])]),
      ];
    }),
};

function isKnownProblem({ folder }: CheckContext, id: string): boolean {
  return folder.targets.problems.has(id) || folder.problems.some((one) => one.id === id);
}

/** A teaching case does not contradict itself, tells its stages in order, and its key makes sense. */
export const teachingCases: Rule = {
  id: 'teaching-cases',
  kind: 'coherence',
  check: (context) =>
    context.folder.teachingCases.flatMap((entry) => [
      ...factContradictions(context, entry),
      ...stageOrder(entry),
      ...keyProblems(context, entry),
    ]),
};

function factContradictions(context: CheckContext, entry: Located<TeachingCase>): Problem[] {
  const { stages } = entry.value;
  const first = new Map<string, { outcome: string; index: number }>();
  const changed = stages.flatMap(({ findings }, index) =>
    Object.entries(findings).flatMap(([id, { outcome }]) => {
      const earlier = first.get(id);
      if (!earlier) first.set(id, { outcome, index });
      if (!earlier || earlier.outcome === outcome) return [];
      const message = `"${id}" is ${outcome} here and ${earlier.outcome} in stage ${earlier.index + 1}`;
      return [problem(entry, message, ['stages', index, 'findings', id])];
    }),
  );
  const under: CaseUnderCheck = { context, entry, rule: 'teaching-cases' };
  const pathOf = (id: string) => ['stages', first.get(id)?.index ?? 0, 'findings', id];
  return [...changed, ...contradictionProblems(under, factsOfStages(entry.value), pathOf)];
}

function stageOrder(entry: Located<TeachingCase>): Problem[] {
  const order = entry.value.stages.map(({ stage }) => STAGES.indexOf(stage));
  return order.flatMap((place, index) =>
    index > 0 && place < (order[index - 1] ?? 0)
      ? [
          problem(entry, 'stages go from history over examination and laboratory to imaging', [
            'stages',
            index,
          ]),
        ]
      : [],
  );
}

function keyProblems({ folder, diseases }: CheckContext, entry: Located<TeachingCase>): Problem[] {
  const { key, presentingProblem } = entry.value;
  const right = [key.diagnosis, ...key.acceptable];
  const listing = folder.problems.find(({ id }) => id === presentingProblem);
  return [
    ...key.alternatives.flatMap(({ id }, index) =>
      right.includes(id)
        ? [problem(entry, `"${id}" is the answer and an alternative`, ['key', 'alternatives', index])]
        : [],
    ),
    ...key.mustConsider.flatMap((id, index) => {
      const disease = diseases.get(id);
      return disease && !disease.value.mustNotMiss
        ? [problem(entry, `"${id}" is not a must-not-miss disease`, ['key', 'mustConsider', index])]
        : [];
    }),
    ...(listing && !listedDiseases(listing.value).includes(key.diagnosis)
      ? [problem(entry, `"${presentingProblem}" does not list "${key.diagnosis}"`, ['key', 'diagnosis'])]
      : []),
  ];
}

function problem(entry: Located<TeachingCase>, message: string, path: readonly (string | number)[]): Problem {
  return problemAt(entry, 'teaching-cases', 'error', message, path);
}
