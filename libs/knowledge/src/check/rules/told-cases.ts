import { keyProblems } from '../case-problems';
import { type Rule } from '../check-context';

/** A told case names diseases that exist. It is no part of the bundle. */
export const toldCases: Rule = {
  id: 'told-cases',
  kind: 'coherence',
  check: (context) =>
    context.folder.toldCases.flatMap((entry) =>
      keyProblems({ context, entry, rule: 'told-cases' }, entry.value.key),
    ),
};
