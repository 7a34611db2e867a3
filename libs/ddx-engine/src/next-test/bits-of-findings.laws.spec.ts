import fc from 'fast-check';
import { situationArbitrary } from '../../test/arbitraries';
import { RUNS } from '../../test/runs';
import { compileKnowledge } from '../compile/compile-knowledge';
import { forecastIn } from '../compile/link-numbers';
import { checkAndScore } from '../ranking/rank';
import { bitsOfFindings } from './bits-of-findings';

describe('the bits of all findings at once', () => {
  it('are the mutual information of each finding and the diagnosis, as its definition says', () => {
    fc.assert(
      fc.property(situationArbitrary, ({ knowledge, parameters, engineCase }) => {
        const compiled = compileKnowledge(knowledge);
        const scored = checkAndScore(compiled, parameters, engineCase, 'teaching');
        if (!scored.ok) return;
        const { diseases, other } = scored.value.probabilities;
        const hypotheses = [...diseases.entries(), [-1, other] as const];
        const bits = bitsOfFindings(compiled.outcomes, scored.value.probabilities);
        compiled.findings.forEach(({ outcomes }, finding) => {
          const mutual = outcomes
            .map((_, outcome) => {
              const terms = hypotheses.map(([disease, p]) => ({
                p,
                chance: forecastIn(compiled, disease, finding, outcome),
              }));
              const chance = terms.reduce((sum, term) => sum + term.p * term.chance, 0);
              return terms.reduce(
                (sum, term) => sum + term.p * term.chance * Math.log2(term.chance / chance),
                0,
              );
            })
            .reduce((sum, part) => sum + part, 0);
          expect(Math.abs((bits[finding] ?? NaN) - Math.max(0, mutual))).toBeLessThan(1e-12);
        });
      }),
      RUNS,
    );
  });
});
