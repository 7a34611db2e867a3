import { problemAt } from '../../load/located';
import { type Rule } from '../check-context';
import { SETTINGS } from '../probabilities';
import { prototypeOf } from '../prototype';

const PLACES = 3;

/** A disease's prototype is recognised: among the first three in both settings. */
export const prototypes: Rule = {
  id: 'prototypes',
  kind: 'regression',
  check: (context) => {
    const { engine } = context;
    if (!engine) return [];
    return context.folder.diseases.flatMap((disease) => {
      const prototype = prototypeOf(disease.value, context);
      return SETTINGS.flatMap((setting) => {
        const { differential } = engine.rank(setting, prototype, { topN: PLACES });
        const leaders = differential.map(({ diseaseId }) => diseaseId);
        if (leaders.includes(disease.id)) return [];
        const seen = prototype.observed.map(({ findingId, state }) =>
          state ? `${findingId}=${state}` : findingId,
        );
        const message = `${setting}: its prototype ranks after ${leaders.join(', ')} (seen: ${seen.join(', ')})`;
        return [problemAt(disease, 'prototypes', 'error', message, ['links'])];
      });
    });
  },
};
