import { problemAt } from '../../load/located';
import { type CheckContext, type Rule } from '../check-context';
import { conditionLeaves } from '../red-flag-leaves';

/** Every finding changes something: a link on its is-a line, a red flag, a problem, or it stands for a disease. */
export const orphans: Rule = {
  id: 'orphans',
  kind: 'coherence',
  check: (context) => {
    const used = usedFindings(context);
    const ancestorsOfUsed = new Set([...used].flatMap((id) => context.ancestorsOf(id)));
    return context.folder.findings
      .filter(({ id }) => !used.has(id) && !ancestorsOfUsed.has(id))
      .filter(({ id }) => !context.ancestorsOf(id).some((ancestor) => used.has(ancestor)))
      .map((finding) => problemAt(finding, 'orphans', 'error', 'no disease links this finding', ['id']));
  },
};

function usedFindings({ folder }: CheckContext): Set<string> {
  return new Set([
    ...folder.diseases.flatMap(({ value }) => [
      ...value.links.map(({ finding }) => finding),
      ...Object.values(value.asFinding).filter((id) => id !== undefined),
    ]),
    ...folder.redFlags.flatMap(({ value }) =>
      conditionLeaves(value.when).flatMap(({ condition }) =>
        'finding' in condition ? [condition.finding] : [],
      ),
    ),
    ...folder.problems.flatMap(({ value }) => value.findings.map(({ finding }) => finding)),
  ]);
}
