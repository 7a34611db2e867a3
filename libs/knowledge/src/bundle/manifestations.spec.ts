import { type Disease } from '../schema/disease';
import { type Finding } from '../schema/finding';
import { manifestationsOf } from './manifestations';

const finding = (id: string, baseline: object, states?: readonly string[]): Finding =>
  ({ id, baseline, domain: states ? 'categorical' : 'binary', states }) as unknown as Finding;
const disease = (...links: object[]): Disease => ({ links }) as unknown as Disease;

describe('manifestationsOf', () => {
  const shown = manifestationsOf(
    [
      finding('cough', { emergency: 0.15, 'primary-care': 0.05 }),
      finding(
        'potassium',
        { emergency: { low: 0.05, normal: 0.95 }, 'primary-care': { low: 0.05, normal: 0.95 } },
        ['low', 'normal'],
      ),
    ],
    [
      disease({ finding: 'cough', theta: 0.4 }, { finding: 'unknown', theta: 0.5 }),
      disease({ finding: 'potassium', theta: { low: 0.5, normal: 0.5, odd: 0.1 } }),
      disease({ finding: 'cough', lrPos: 2 }),
    ],
  );
  const natsOf = (findingId: string, state?: string): [number, number][] =>
    [...(shown.find((one) => one.findingId === findingId && one.state === state)?.nats ?? [])].map(
      ([number, nats]) => [number, Number(nats.toFixed(6))],
    );

  it('tells how many times as frequent as at large, over both settings, a disease makes a finding', () => {
    expect(natsOf('cough')).toEqual([
      [0, Number(Math.log(4).toFixed(6))],
      [2, Number(Math.log(2).toFixed(6))],
    ]);
  });

  it('tells each state for itself, and nothing of one that nobody has', () => {
    expect(natsOf('potassium', 'low')).toEqual([[1, Number(Math.log(10).toFixed(6))]]);
    expect(natsOf('potassium', 'odd')).toEqual([]);
  });

  it('knows nothing of findings that are not in the vocabulary', () => {
    expect(shown.map(({ findingId, state }) => [findingId, state])).toEqual([
      ['cough', undefined],
      ['potassium', 'low'],
      ['potassium', 'normal'],
    ]);
  });
});
