import { problemAt } from '../../load/located';
import { type Rule } from '../check-context';
import { COMMONEST, commonestWithoutPassage } from '../guideline-needs';

/** Each of the commonest diseases has a guideline passage. */
export const commonPassages: Rule = {
  id: 'common-passages',
  kind: 'coherence',
  check: ({ folder }) => {
    const without = new Set(commonestWithoutPassage(folder));
    const message = `one of the ${String(COMMONEST)} commonest diseases has no guideline passage`;
    return folder.diseases
      .filter(({ id }) => without.has(id))
      .map((disease) => problemAt(disease, 'common-passages', 'error', message, ['prior']));
  },
};
