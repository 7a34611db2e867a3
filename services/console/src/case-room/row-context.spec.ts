import type { Run } from '../api/types';
import { rowContext } from './row-context';

const run = (part: Partial<Run>): Run =>
  ({ differential: [], other: null, sufficiency: null, llm: { used: false }, ...part }) as unknown as Run;
const nameOf = (id: string) => id;

describe('rowContext', () => {
  it('remembers where diseases and Other stood before', () => {
    const before = run({
      differential: [{ diseaseId: 'a', probability: 0.4 }] as unknown as Run['differential'],
      other: { probability: 0.1 },
    });
    expect([...rowContext(run({}), before, nameOf).earlier]).toEqual([
      ['a', 0.4],
      ['other', 0.1],
    ]);
    expect(rowContext(run({}), null, nameOf).earlier.size).toBe(0);
  });

  it('has a model only where one was used', () => {
    const differential = [{ diseaseId: 'a', name: 'A', probability: 0.3 }];
    expect(rowContext(run({ llm: { used: true, differential } }), null, nameOf).model?.get('a')).toBe(0.3);
    expect(rowContext(run({ llm: { used: false, differential } }), null, nameOf).model).toBeNull();
  });

  it('hides the numbers only where there is too little to rank', () => {
    const numbers = (level: 'enough' | 'little' | 'too-little') =>
      rowContext(run({ sufficiency: { level, reasons: [] } }), null, nameOf).numbers;
    expect([numbers('enough'), numbers('little'), numbers('too-little')]).toEqual([true, true, false]);
  });
});
