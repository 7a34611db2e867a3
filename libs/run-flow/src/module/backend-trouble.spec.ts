import { QueueUnavailable } from '@openrounds/queue';
import { BackendTrouble } from './backend-trouble';

const REFUSED = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
const SECOND = 1_000;

function listening() {
  const told: unknown[] = [];
  let now = 0;
  const trouble = new BackendTrouble(
    {
      error: (details, message) => void told.push([message, details]),
      info: (details, message) => void told.push([message, details]),
    },
    () => now,
  );
  return { trouble, told, pass: (ms: number) => (now += ms) };
}

const error = expect.objectContaining({ name: 'Error', code: 'ECONNREFUSED' }) as unknown;
const away = ['queue backend is away', { queue: 'gateway', error }];

describe('BackendTrouble', () => {
  it('tells once that a backend is away, whatever notices it, and once that it is back', () => {
    const { trouble, told, pass } = listening();
    for (let times = 0; times < 1_000; times += 1) {
      trouble.heard('gateway', REFUSED);
      trouble.heard('', new QueueUnavailable('gateway'));
      pass(SECOND);
    }
    expect(told).toEqual([away]);
    trouble.over();
    trouble.over();
    expect(told).toEqual([away, ['queue backend is back', { errors: 2_000, seconds: 1_000 }]]);
    trouble.heard('gateway', REFUSED);
    expect(told).toHaveLength(3);
  });

  it('tells again where it was quiet for a minute and nobody said that the backend was back', () => {
    const { trouble, told, pass } = listening();
    trouble.heard('gateway', REFUSED);
    pass(61 * SECOND);
    trouble.heard('gateway', REFUSED);
    expect(told).toEqual([away, away]);
  });

  it('keeps quiet about nothing else', () => {
    const { trouble, told } = listening();
    trouble.heard('gateway', REFUSED);
    for (let times = 0; times < 2; times += 1) trouble.heard('gateway', new Error('Missing lock'));
    expect(told).toHaveLength(3);
    expect(told[2]).toEqual(['queue backend error', expect.objectContaining({ queue: 'gateway' })]);
    expect(JSON.stringify(told)).not.toContain('Missing lock');
  });
});
