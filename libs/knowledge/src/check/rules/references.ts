import { type Located, problemAt } from '../../load/located';
import { type Problem } from '../../load/problem';
import { type Path } from '../../load/yaml-file';
import { placeOfLink } from '../../schema/disease';
import { type ScoreInputEntry } from '../../schema/score';
import { type CheckContext, type Rule } from '../check-context';
import { conditionLeaves } from '../red-flag-leaves';

interface Reference {
  readonly from: Located<unknown>;
  readonly path: Path;
  readonly to: string;
}

/** Every finding that is named exists; only a guideline passage may name one that is planned. */
export const findingReferences: Rule = {
  id: 'finding-references',
  kind: 'structure',
  check: (context) => {
    const planned = context.folder.targets.findings;
    const unknown = (references: readonly Reference[]) =>
      references.filter(({ to }) => !context.findings.has(to));
    const ofPassages = unknown(passagesToFindings(context));
    return [
      ...unknown(referencesToFindings(context)).map(noFinding),
      ...ofPassages.filter(({ to }) => !planned.has(to)).map(noFinding),
      ...unwritten(
        ofPassages.filter(({ to }) => planned.has(to)),
        'finding-references',
      ),
    ];
  },
};

function noFinding({ from, path, to }: Reference): Problem {
  return problemAt(from, 'finding-references', 'error', `there is no finding "${to}"`, path);
}

/** What is planned but not written, in one line per entry. */
function unwritten(references: readonly Reference[], rule: string): Problem[] {
  const byEntry = new Map<Located<unknown>, string[]>();
  for (const { from, to } of references) byEntry.set(from, [...(byEntry.get(from) ?? []), to]);
  return [...byEntry].map(([entry, ids]) => {
    const names = [...new Set(ids)].sort();
    return problemAt(entry, rule, 'incomplete', `names ${names.length} not written yet: ${names.join(', ')}`);
  });
}

/** Every disease that is named has a file, or is at least a target condition whose file is still to come. */
export const diseaseReferences: Rule = {
  id: 'disease-references',
  kind: 'structure',
  check: (context) => {
    const { conditions } = context.folder.targets;
    const unknown = referencesToDiseases(context).filter(({ to }) => !context.diseases.has(to));
    return [
      ...unknown
        .filter(({ to }) => !conditions.has(to))
        .map(({ from, path, to }) =>
          problemAt(from, 'disease-references', 'error', `there is no disease "${to}"`, path),
        ),
      ...unwritten(
        unknown.filter(({ to }) => conditions.has(to)),
        'disease-references',
      ),
    ];
  },
};

/** Every test that a disease names exists. */
export const testReferences: Rule = {
  id: 'test-references',
  kind: 'structure',
  check: ({ folder, tests }) =>
    folder.diseases.flatMap((disease) =>
      disease.value.tests.flatMap((test, index) =>
        tests.has(test)
          ? []
          : [problemAt(disease, 'test-references', 'error', `there is no test "${test}"`, ['tests', index])],
      ),
    ),
};

/** Passages that conflict name one another. */
export const passageReferences: Rule = {
  id: 'passage-references',
  kind: 'structure',
  check: ({ folder }) => {
    const known = new Set(folder.guidelines.flatMap(({ value }) => value.passages.map(({ id }) => id)));
    return folder.guidelines.flatMap((document) =>
      document.value.passages.flatMap((passage, index) =>
        passage.conflictsWith
          .filter((id) => !known.has(id))
          .map((id) =>
            problemAt(document, 'passage-references', 'error', `there is no passage "${id}"`, [
              'passages',
              index,
            ]),
          ),
      ),
    );
  },
};

function referencesToFindings({ folder }: CheckContext): Reference[] {
  return [
    ...folder.findings.flatMap((from) =>
      (['parent', 'whenHistorical', 'whenFamily'] as const).flatMap((key) =>
        one(from, [key], from.value[key]),
      ),
    ),
    ...folder.findings.flatMap((from) =>
      (from.value.decidedBy ?? []).flatMap(({ given }, index) =>
        one(from, ['decidedBy', index, 'given'], given?.finding),
      ),
    ),
    ...folder.findings.flatMap((from) =>
      (from.value.decidedByPair ?? []).flatMap((pair, index) => [
        ...one(from, ['decidedByPair', index, 'of'], pair.of),
        ...one(from, ['decidedByPair', index, 'unless'], pair.unless),
      ]),
    ),
    ...folder.findings.flatMap((from) =>
      (from.value.qualifies ?? []).flatMap(({ complaint, unless = [] }, index) =>
        [...[complaint].flat(), ...unless].map((to) => ({ from, path: ['qualifies', index], to })),
      ),
    ),
    ...folder.diseases.flatMap((from) => [
      ...from.value.links.map((link, index) => ({
        from,
        path: [...placeOfLink(from.value, index), 'finding'],
        to: link.finding,
      })),
      ...from.value.notLinked.map(({ finding }, index) => ({
        from,
        path: ['notLinked', index, 'finding'],
        to: finding,
      })),
      ...(from.value.mustNotMiss?.excludedWhen ?? []).map((exclusion, index) => ({
        from,
        path: ['mustNotMiss', 'excludedWhen', index],
        to: exclusion.finding,
      })),
      ...(['historical', 'family', 'contact', 'known'] as const).flatMap((key) =>
        one(from, ['asFinding', key], from.value.asFinding[key]),
      ),
    ]),
    ...folder.tests.flatMap((from) => [
      ...many(from, ['findings'], from.value.findings ?? []),
      ...(from.value.outcomes ?? []).flatMap((outcome, index) =>
        Object.keys(outcome.states).map((to) => ({ from, path: ['outcomes', index, 'states', to], to })),
      ),
    ]),
    ...folder.panels.flatMap((from) =>
      from.value.sets.map((set, index) => ({ from, path: ['sets', index, 'finding'], to: set.finding })),
    ),
    ...folder.redFlags.flatMap((from) =>
      conditionLeaves(from.value.when).flatMap(({ condition, path }) =>
        'finding' in condition ? [{ from, path: ['when', ...path], to: condition.finding }] : [],
      ),
    ),
    ...folder.scores.flatMap((from) =>
      from.value.inputs.flatMap((input, index) =>
        many(from, ['inputs', index, 'prefill'], findingsOfInput(input)),
      ),
    ),
    ...folder.problems.flatMap((from) =>
      many(
        from,
        ['findings'],
        from.value.findings.map(({ finding }) => finding),
      ),
    ),
  ];
}

/** The findings of a case that answer an input of a score. */
function findingsOfInput({ prefill }: ScoreInputEntry): string[] {
  if (prefill === undefined || 'patient' in prefill) return [];
  if ('findings' in prefill) return prefill.findings.map(({ finding }) => finding);
  return 'finding' in prefill ? [prefill.finding] : [prefill.quantity];
}

function passagesToFindings({ folder }: CheckContext): Reference[] {
  return folder.guidelines.flatMap((from) =>
    from.value.passages.flatMap((passage, index) =>
      many(from, ['passages', index, 'forFindings'], passage.forFindings),
    ),
  );
}

function referencesToDiseases({ folder }: CheckContext): Reference[] {
  return [
    ...folder.diseases.flatMap((from) => [
      ...many(from, ['teaching', 'compareWith'], from.value.teaching.compareWith),
      ...many(from, ['complicationOf'], from.value.complicationOf),
      ...from.value.links.flatMap((link, index) =>
        link.heading === 'more-typical-of'
          ? one(from, [...placeOfLink(from.value, index), 'disease'], link.disease)
          : [],
      ),
    ]),
    ...folder.scores.flatMap((from) => many(from, ['forDiseases'], from.value.forDiseases)),
    ...folder.redFlags.flatMap((from) => many(from, ['raises'], from.value.raises)),
    ...folder.problems.flatMap((from) =>
      (['mustNotMiss', 'common', 'other'] as const).flatMap((key) => many(from, [key], from.value[key])),
    ),
    ...folder.guidelines.flatMap((from) =>
      from.value.passages.flatMap((passage, index) =>
        many(from, ['passages', index, 'forDiseases'], passage.forDiseases),
      ),
    ),
  ];
}

function one(from: Located<unknown>, path: Path, to: string | undefined): Reference[] {
  return to === undefined ? [] : [{ from, path, to }];
}

function many(from: Located<unknown>, path: Path, ids: readonly string[]): Reference[] {
  return ids.map((to, index) => ({ from, path: [...path, index], to }));
}
