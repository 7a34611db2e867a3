import { difficultyByLead, type StageLead } from './difficulty';

const [history, examination, laboratory] = (['history', 'examination', 'laboratory'] as const).map(
  (stage) => (leads: boolean) => ({ stage, leads }),
);
const told = (...leads: readonly boolean[]): StageLead[] =>
  [history, history, examination, laboratory].flatMap((stage, at) => stage?.(leads[at] ?? false) ?? []);

describe('difficultyByLead', () => {
  it.each([
    ['easy', told(false, true, true, true)],
    ['easy', told(true, true)],
    ['moderate', told(true, false, true, true)],
    ['hard', told(false, false, false, true)],
    ['hard', told()],
    ['hard', [{ stage: 'imaging', leads: true } as const]],
    ['moderate', [{ stage: 'examination', leads: true } as const]],
  ] as const)('is %s by when the key leads', (difficulty, stages) => {
    expect(difficultyByLead(stages)).toBe(difficulty);
  });
});
