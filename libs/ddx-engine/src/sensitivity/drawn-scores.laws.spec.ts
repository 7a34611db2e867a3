import fc from 'fast-check';
import { situationArbitrary } from '../../test/arbitraries';
import { RUNS } from '../../test/runs';
import { compileKnowledge } from '../compile/compile-knowledge';
import { checkAndScore } from '../ranking/rank';
import { planDraws } from './draw-plan';
import { drawingRoom, drawnScores } from './drawn-scores';

/** Draws at a time. */
const COUNT = 3;

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
        const drawn = new Float64Array(numbers.count * COUNT);
        numbers.drawing((deviates) => deviates.fill(0), COUNT)(drawn);
        const room = drawingRoom(COUNT, mostRestating);
        const draws = { rows, count: COUNT, drawn, alpha: parameters.alpha, parameters, room };
        const scores = new Float64Array(COUNT);
        for (const planned of diseases) {
          drawnScores(planned, draws, scores);
          for (const score of scores) {
            expect(Math.abs(score - (scored.scores[planned.disease] ?? NaN))).toBeLessThan(1e-9);
          }
        }
      }),
      RUNS,
    );
  });
});
