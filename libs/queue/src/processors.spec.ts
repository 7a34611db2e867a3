import { z } from 'zod';
import { ProcessorMismatch } from './faults';
import { assertEveryJobServed } from './processors';

const job = {
  payload: z.object({ meta: z.object({ tenantId: z.string(), requestId: z.string() }) }),
  result: z.null(),
};
const map = { intake: { 'read.v1': job, 'erase.v1': job }, ranking: { 'rank.v1': job } };
const serves = (queue: string, name: string) => ({ queue, job: name });

describe('assertEveryJobServed', () => {
  it('accepts exactly one handler for each job, in any order', () => {
    const handlers = [serves('intake', 'erase.v1'), serves('intake', 'read.v1')];
    expect(() => {
      assertEveryJobServed(map, ['intake'], handlers);
    }).not.toThrow();
  });

  it.each([
    ['a job without a handler', [serves('intake', 'read.v1')], ['intake/erase.v1 has no handler']],
    [
      'two handlers of one job',
      [serves('intake', 'read.v1'), serves('intake', 'read.v1'), serves('intake', 'erase.v1')],
      ['intake/read.v1 has two handlers'],
    ],
    [
      'a handler of another service',
      [serves('intake', 'read.v1'), serves('intake', 'erase.v1'), serves('ranking', 'rank.v1')],
      ['ranking/rank.v1 is not a job of this service'],
    ],
    [
      'everything at once',
      [serves('ranking', 'rank.v1')],
      [
        'intake/read.v1 has no handler',
        'intake/erase.v1 has no handler',
        'ranking/rank.v1 is not a job of this service',
      ],
    ],
  ])('names %s', (_what, handlers, problems) => {
    expect(() => {
      assertEveryJobServed(map, ['intake'], handlers);
    }).toThrow(new ProcessorMismatch(problems));
  });
});
