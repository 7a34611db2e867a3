import { problemAt } from '../../load/located';
import { type Rule } from '../check-context';

/** is-a joins yes/no findings only, and never runs in a circle. */
export const isA: Rule = {
  id: 'is-a',
  kind: 'structure',
  check: (context) =>
    context.folder.findings.flatMap((finding) => {
      const parentId = finding.value.parent;
      if (parentId === undefined) return [];
      const report = (message: string) => [problemAt(finding, 'is-a', 'error', message, ['parent'])];
      if (runsInCircle(finding.id, (id) => context.findings.get(id)?.value.parent)) {
        return report(`the parents of "${finding.id}" run in a circle`);
      }
      if (finding.value.domain !== 'binary') return report('a categorical finding has no parent');
      if (context.findings.get(parentId)?.value.domain === 'categorical') {
        return report(`the parent "${parentId}" is categorical`);
      }
      return [];
    }),
};

function runsInCircle(start: string, parentOf: (id: string) => string | undefined): boolean {
  const seen = new Set<string>();
  for (let id: string | undefined = start; id !== undefined; id = parentOf(id)) {
    if (seen.has(id)) return true;
    seen.add(id);
  }
  return false;
}
