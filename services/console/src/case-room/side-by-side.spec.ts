import type { Run } from '../api/types';
import { rowsSideBySide } from './side-by-side';

const named = (diseaseId: string, probability: number) => ({
  diseaseId,
  name: diseaseId.toUpperCase(),
  probability,
});
const run = (engine: readonly object[], llm: object) =>
  ({
    differential: engine,
    mustNotMiss: [{ diseaseId: 'b' }],
    llm: { used: true, ...llm },
  }) as unknown as Run;

describe('three lists side by side', () => {
  it('have a row a disease, the engine’s first, what only the model names last', () => {
    const { rows } = rowsSideBySide(
      run([named('a', 0.5), named('b', 0.2)], {
        differential: [named('c', 0.6), named('b', 0.1)],
        pooled: [named('a', 0.45), named('b', 0.2)],
      }),
    );
    expect(rows).toEqual([
      { diseaseId: 'a', name: 'A', mustNotMiss: false, engine: 0.5, model: undefined, pooled: 0.45 },
      { diseaseId: 'b', name: 'B', mustNotMiss: true, engine: 0.2, model: 0.1, pooled: 0.2 },
      { diseaseId: 'c', name: 'C', mustNotMiss: false, engine: undefined, model: 0.6, pooled: undefined },
    ]);
  });

  it('leave out the tail of the engine’s list, and nothing that the model names', () => {
    const engine = Array.from({ length: 20 }, (_, place) => named(`d${String(place)}`, 0.01));
    const { rows, more } = rowsSideBySide(run(engine, { differential: [named('d19', 0.5)] }));
    expect([rows.length, rows.at(-1)?.diseaseId, more]).toEqual([13, 'd19', 7]);
  });
});
