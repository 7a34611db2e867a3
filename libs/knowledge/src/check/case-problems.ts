import { type Located, problemAt } from '../load/located';
import { type Problem } from '../load/problem';
import { type Path } from '../load/yaml-file';
import { type CaseAnswer, type CodedFacts } from '../schema/coded-facts';
import { type CheckContext } from './check-context';
import { fits } from './rules/states';

/** A case under check, and the rule that speaks of it. */
export interface CaseUnderCheck {
  readonly context: CheckContext;
  readonly rule: string;
  readonly entry: Located<unknown>;
}

/** A disease that a case names, and where. */
export interface NamedDisease {
  readonly id: string;
  readonly path: Path;
}

/** Facts about findings that the vocabulary does not hold, or that cannot be so. */
export function factProblems(
  { context, rule, entry }: CaseUnderCheck,
  facts: CodedFacts,
  path: Path,
): Problem[] {
  return Object.entries(facts).flatMap(([id, { outcome }]) => {
    const error = (message: string) => [problemAt(entry, rule, 'error', message, [...path, id])];
    if (!context.findings.has(id)) return error(`there is no finding "${id}"`);
    return fits(context, id, outcome) ? [] : error(`"${outcome}" is not an outcome of "${id}"`);
  });
}

/** A finding that is there although a broader one is said to be absent. */
export function contradictionProblems(
  { context, rule, entry }: CaseUnderCheck,
  facts: CodedFacts,
  pathOf: (findingId: string) => Path,
): Problem[] {
  const denied = (id: string) =>
    facts[id]?.outcome === 'absent' && context.findings.get(id)?.value.impliesAbsence === true;
  return Object.entries(facts)
    .filter(([, { outcome }]) => outcome === 'present')
    .flatMap(([id]) => {
      const ancestor = context.ancestorsOf(id).find(denied);
      if (ancestor === undefined) return [];
      const message = `"${id}" is present, and the broader "${ancestor}" is absent`;
      return [problemAt(entry, rule, 'error', message, pathOf(id))];
    });
}

/** Diseases that are neither written nor planned; what is planned is reported as incomplete. */
export function diseaseProblems(
  { context, rule, entry }: CaseUnderCheck,
  diseases: readonly NamedDisease[],
): Problem[] {
  return diseases
    .filter(({ id }) => !context.diseases.has(id))
    .map(({ id, path }) =>
      context.folder.targets.conditions.has(id)
        ? problemAt(entry, rule, 'incomplete', `"${id}" is not written yet`, path)
        : problemAt(entry, rule, 'error', `there is no disease "${id}"`, path),
    );
}

/** Diseases that the key of a case names without there being one. */
export const keyProblems = (under: CaseUnderCheck, { diagnosis, acceptable }: CaseAnswer): Problem[] =>
  diseaseProblems(under, [
    { id: diagnosis, path: ['key'] },
    ...acceptable.map((id, index) => ({ id, path: ['key', 'acceptable', index] })),
  ]);
