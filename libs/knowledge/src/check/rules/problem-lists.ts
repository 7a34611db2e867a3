import { type Located, problemAt } from '../../load/located';
import { type Problem } from '../../load/problem';
import { type PresentingProblem } from '../../schema/presenting-problem';
import { listedDiseases } from '../complaints';
import { type CheckContext, type Rule } from '../check-context';

/** Conditions of later tiers may show as a problem without being taught for it. */
const LISTED_UP_TO_TIER = 2;

/** A presenting problem lists every target condition of the first two tiers that may show as it. */
export const problemLists: Rule = {
  id: 'problem-lists',
  kind: 'coherence',
  check: (context) => context.folder.problems.flatMap((entry) => problemsOf(context, entry)),
};

function problemsOf({ folder }: CheckContext, entry: Located<PresentingProblem>): Problem[] {
  const { conditions, problems } = folder.targets;
  if (conditions.size === 0) return [];
  if (!problems.has(entry.id)) {
    return [problemAt(entry, 'problem-lists', 'warning', 'it is not on the target list of problems', ['id'])];
  }
  const listed = new Set(listedDiseases(entry.value));
  return [...conditions.values()]
    .filter(
      ({ tier, presentingProblems }) => tier <= LISTED_UP_TO_TIER && presentingProblems.includes(entry.id),
    )
    .filter(({ id }) => !listed.has(id))
    .map(({ id }) =>
      problemAt(entry, 'problem-lists', 'error', `"${id}" may show as this and is not listed`),
    );
}
