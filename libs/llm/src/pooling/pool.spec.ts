import fc from 'fast-check';
import { type EngineProbability, MAX_LLM_WEIGHT, poolWithLlm } from './pool';

const engine: EngineProbability[] = [
  { diseaseId: 'pneumonia', probability: 0.5, mustNotMiss: false },
  { diseaseId: 'pulmonary-embolism', probability: 0.2, mustNotMiss: true },
  { diseaseId: 'panic-disorder', probability: 0.1, mustNotMiss: false },
];
const llm = (opinion: Record<string, number>) =>
  Object.entries(opinion).map(([diseaseId, probability]) => ({ diseaseId, probability }));
const asRecord = (list: readonly { diseaseId: string; probability: number }[]) =>
  Object.fromEntries(list.map(({ diseaseId, probability }) => [diseaseId, probability]));
const total = (list: readonly { probability: number }[]) =>
  list.reduce((sum, { probability }) => sum + probability, 0);

const anyPool = fc
  .array(
    fc.record({
      mass: fc.double({ min: 1e-6, max: 1, noNaN: true }),
      mustNotMiss: fc.boolean(),
      q: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((rows) => {
    const scale = 0.97 / rows.reduce((sum, { mass }) => sum + mass, 0);
    return {
      engine: rows.map(({ mass, mustNotMiss }, i) => ({
        diseaseId: `d${i}`,
        probability: mass * scale,
        mustNotMiss,
      })),
      llm: rows.flatMap(({ q }, i) =>
        q > 0.2 ? [{ diseaseId: `d${i}`, probability: q / rows.length }] : [],
      ),
    };
  });

describe('poolWithLlm', () => {
  it('gives the values of the formula, rescaled to the mass of the engine', () => {
    const pooled = asRecord(poolWithLlm(engine, llm({ 'pulmonary-embolism': 0.6, pneumonia: 0.25 })));
    const masses = [0.5 * 0.5 ** 0.3, 0.2 * 3 ** 0.3, 0.1] as const;
    const scale = 0.8 / (masses[0] + masses[1] + masses[2]);
    expect(pooled['pneumonia']).toBeCloseTo(masses[0] * scale, 12);
    expect(pooled['pulmonary-embolism']).toBeCloseTo(masses[1] * scale, 12);
    expect(pooled['panic-disorder']).toBeCloseTo(masses[2] * scale, 12);
  });

  it('moves no disease more than threefold against one that it leaves alone', () => {
    const extreme = [
      { diseaseId: 'a', probability: 1e-6, mustNotMiss: false },
      { diseaseId: 'b', probability: 0.5, mustNotMiss: false },
    ];
    const pooled = asRecord(poolWithLlm(extreme, llm({ a: 1 })));
    expect((pooled['a'] ?? 0) / (pooled['b'] ?? 1)).toBeCloseTo((3 * 1e-6) / 0.5, 12);
  });

  it('never lowers a must-not-miss disease, neither by opinion nor by rescaling', () => {
    const doubted = poolWithLlm(engine, llm({ 'pulmonary-embolism': 0.001, pneumonia: 0.99 }));
    expect(asRecord(doubted)['pulmonary-embolism']).toBe(0.2);
    expect(total(doubted)).toBeCloseTo(0.8, 12);
  });

  it('leaves a list of nothing but must-not-miss diseases as it is', () => {
    const all = engine.map((entry) => ({ ...entry, mustNotMiss: true }));
    const pooled = asRecord(poolWithLlm(all, llm({ 'panic-disorder': 0.9 })));
    for (const { diseaseId, probability } of all) expect(pooled[diseaseId]).toBeCloseTo(probability, 12);
  });

  it('takes silence for no opinion', () => {
    const silent = asRecord(poolWithLlm(engine, []));
    for (const { diseaseId, probability } of engine) expect(silent[diseaseId]).toBeCloseTo(probability, 12);
    expect(poolWithLlm(engine, llm({ 'not-in-the-list': 0.9 }))).toEqual(poolWithLlm(engine, []));
    expect(poolWithLlm([], llm({ pneumonia: 1 }))).toEqual([]);
  });

  it.each([-0.1, 0.31, Number.NaN])('refuses the weight %p', (weight) => {
    expect(() => poolWithLlm(engine, [], weight)).toThrow(RangeError);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses the probability %p', (probability) => {
    expect(() => poolWithLlm([{ diseaseId: 'a', probability, mustNotMiss: false }], [])).toThrow(RangeError);
    expect(() => poolWithLlm(engine, llm({ pneumonia: probability }))).toThrow(RangeError);
  });

  it('holds for every pair of opinions: same mass, floors kept, odds bounded, order falling', () => {
    fc.assert(
      fc.property(anyPool, fc.double({ min: 0, max: MAX_LLM_WEIGHT, noNaN: true }), (pool, weight) => {
        const list = poolWithLlm(pool.engine, pool.llm, weight);
        const pooled = asRecord(list);
        expect(total(list)).toBeCloseTo(total(pool.engine), 10);
        expect(list).toEqual([...list].sort((a, b) => b.probability - a.probability));
        for (const { diseaseId, probability, mustNotMiss } of pool.engine) {
          if (mustNotMiss) expect(pooled[diseaseId]).toBeGreaterThanOrEqual(probability - 1e-12);
        }
        const free = pool.engine.filter(({ mustNotMiss }) => !mustNotMiss);
        for (const a of free) {
          for (const b of free) {
            const before = a.probability / b.probability;
            const after = (pooled[a.diseaseId] ?? NaN) / (pooled[b.diseaseId] ?? NaN);
            expect(after / before).toBeLessThanOrEqual(9 + 1e-9);
          }
        }
      }),
    );
  });

  it('changes nothing with weight 0', () => {
    fc.assert(
      fc.property(anyPool, (pool) => {
        const pooled = asRecord(poolWithLlm(pool.engine, pool.llm, 0));
        for (const { diseaseId, probability } of pool.engine) {
          expect(pooled[diseaseId]).toBeCloseTo(probability, 12);
        }
      }),
    );
  });
});
