import { problemAt } from '../../load/located';
import { type Rule } from '../check-context';
import { missingPassages } from '../guideline-needs';

/** A disease of tier 1 that must not be missed has a passage on recognition or diagnosis and one on the first action. */
export const guidelineCoverage: Rule = {
  id: 'guideline-coverage',
  kind: 'coherence',
  check: ({ folder }) => {
    const missing = missingPassages(folder);
    return folder.diseases.flatMap((disease) => {
      const what = missing.get(disease.id);
      if (what === undefined) return [];
      const message = `no guideline passage on ${what.join(', none on ')}`;
      return [problemAt(disease, 'guideline-coverage', 'error', message, ['mustNotMiss'])];
    });
  },
};
