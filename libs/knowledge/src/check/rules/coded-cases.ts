import { type CaseUnderCheck, contradictionProblems, factProblems, keyProblems } from '../case-problems';
import { type Rule } from '../check-context';

/** A coded case names findings and diseases that exist and does not contradict itself. It is no part of the bundle. */
export const codedCases: Rule = {
  id: 'coded-cases',
  kind: 'coherence',
  check: (context) =>
    context.folder.codedCases.flatMap((entry) => {
      const { findings, key } = entry.value;
      const under: CaseUnderCheck = { context, entry, rule: 'coded-cases' };
      return [
        ...factProblems(under, findings, ['findings']),
        ...contradictionProblems(under, findings, (id) => ['findings', id]),
        ...keyProblems(under, key),
      ];
    }),
};
