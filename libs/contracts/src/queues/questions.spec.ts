import { QUEUES } from './queue-map';
import { isInteractive, queueOf, type Answer, type Question, type QuestionPayload } from './questions';

const asked = Object.keys(QUEUES)
  .filter(isInteractive)
  .flatMap((queue) => (Object.keys(QUEUES[queue]) as Question[]).map((job) => [job, queue] as const));

describe('questions', () => {
  it('have names of their own, so that the name says whom a question is for', () => {
    const names = asked.map(([job]) => job);
    expect(names).not.toHaveLength(0);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  });

  it.each(asked)('%s is asked in %s', (job, queue) => {
    expect(queueOf(job)).toBe(queue);
  });

  it('carry the payload and the answer of the queue map', () => {
    const payload: QuestionPayload<'get-checkpoint.v1'> = { meta: { tenantId: 't', requestId: 'r' } };
    const answer: Answer<'list-cases.v1'> = { items: [], unreadable: [], more: false };
    const contract = QUEUES['explanation-log-interactive']['get-checkpoint.v1'];
    expect(contract.payload.parse(payload)).toEqual(payload);
    expect(QUEUES['case-intake-interactive']['list-cases.v1'].result.parse(answer)).toEqual(answer);
  });
});
