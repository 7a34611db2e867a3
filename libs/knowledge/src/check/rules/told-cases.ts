import { type CaseUnderCheck, diseaseProblems } from '../case-problems';
import { type Rule } from '../check-context';

/** A told case names diseases that exist. It is no part of the bundle. */
export const toldCases: Rule = {
  id: 'told-cases',
  kind: 'coherence',
  check: (context) =>
    context.folder.toldCases.flatMap((entry) => {
      const { key } = entry.value;
      const under: CaseUnderCheck = { context, entry, rule: 'told-cases' };
      return diseaseProblems(under, [
        { id: key.diagnosis, path: ['key'] },
        ...key.acceptable.map((id, index) => ({ id, path: ['key', 'acceptable', index] })),
      ]);
    }),
};
