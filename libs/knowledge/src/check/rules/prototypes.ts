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
    return context.folder.diseases.flatMap((disease) =>
      SETTINGS.flatMap((setting) => {
        const prototype = prototypeOf(disease.value, context);
        const { differential } = engine.rank(setting, prototype);
        const place = differential.findIndex(({ diseaseId }) => diseaseId === disease.id) + 1;
        if (place >= 1 && place <= PLACES) return [];
        const ahead = differential.slice(0, PLACES).map(({ diseaseId }) => diseaseId);
        const seen = prototype.observed.map(({ findingId, state }) =>
          state ? `${findingId}=${state}` : findingId,
        );
        const message = `${setting}: its prototype ranks ${place}, after ${ahead.join(', ')} (${seen.join(', ')})`;
        return [problemAt(disease, 'prototypes', 'error', message, ['links'])];
      }),
    );
  },
};
