import { type AssignmentResult } from '@openrounds/contracts';
import { scoreHead, scoreLine } from './score-table';

const stage = { scoreVersion: 1, logScore: 0.5, brier: 0.25, right: true, keyPoints: 60, part: 0.9 };
const RESULT: AssignmentResult = {
  learnerId: 'l',
  pseudonym: 'L-7F3K',
  name: '=1+1',
  linkId: null,
  attempts: 2,
  attemptId: 'a',
  state: 'finished',
  startedAt: '2026-11-20T09:00:00.000Z',
  finishedAt: null,
  score: {
    value: 0.9,
    stages: [
      { ...stage, no: 1, counts: true },
      { ...stage, no: 2, counts: false, logScore: null, brier: null, right: null, keyPoints: null, part: 0 },
    ],
  },
};

describe('the table of an assignment', () => {
  it('has as many columns as its head, and computes nothing that people wrote', () => {
    const line = scoreLine(RESULT);
    expect(line).toBe(
      "L-7F3K,'=1+1,,2,finished,2026-11-20T09:00:00.000Z,,0.9,0.9,0.5,0.25,true,60,0,,,,\r\n",
    );
    expect(scoreHead(2).split(',')).toHaveLength(line.split(',').length);
  });

  it.each(['=', '+', '-', '@'])('puts an apostrophe before a name that begins with %s', (sign) => {
    expect(scoreLine({ ...RESULT, name: `${sign}SUM(A1)` })).toContain(`,'${sign}SUM(A1),`);
  });
});
