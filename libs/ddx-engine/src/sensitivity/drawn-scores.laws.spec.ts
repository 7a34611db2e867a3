import fc from 'fast-check';
import { situationArbitrary } from '../../test/arbitraries';
import { RUNS } from '../../test/runs';
import { compileKnowledge } from '../compile/compile-knowledge';
import { checkAndScore } from '../ranking/rank';
import { planDraws } from './draw-plan';
import { drawnScore } from './drawn-scores';

describe('scores by drawn numbers', () => {
  it('are those of the ranking when every number is drawn as the knowledge base has it', () => {
    fc.assert(
      fc.property(situationArbitrary, ({ knowledge, parameters, engineCase }) => {
        const compiled = compileKnowledge(knowledge);
        const outcome = checkAndScore(compiled, parameters, engineCase, 'teaching');
        if (!outcome.ok) return;
        const scored = outcome.value;
        const possible = [...scored.scores.keys()].filter((k) => (scored.scores[k] ?? 0) > -Infinity);
        const { numbers, rows, diseases, mostRestating } = planDraws(compiled, scored, possible);
        const drawn = new Float64Array(numbers.count);
        numbers.drawing((deviates) => deviates.fill(0))(drawn);
        const draw = {
          rows,
          drawn,
          alpha: parameters.alpha,
          parameters,
          scratch: new Float64Array(mostRestating),
        };
        for (const planned of diseases) {
          const difference = drawnScore(planned, draw) - (scored.scores[planned.disease] ?? NaN);
          expect(Math.abs(difference)).toBeLessThan(1e-9);
        }
      }),
      RUNS,
    );
  });
});
