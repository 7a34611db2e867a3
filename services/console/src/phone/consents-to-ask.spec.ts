import { consentsToAsk } from './consents-to-ask';

const ticked = (...before: Parameters<typeof consentsToAsk>[0]): boolean[] =>
  consentsToAsk(before).map(({ granted }) => granted);

describe('consentsToAsk', () => {
  it('begins with what holds without a decision: results are kept, and nothing else', () => {
    expect(ticked()).toEqual([true, false, false]);
  });

  it('begins with what was decided before', () => {
    expect(ticked({ purpose: 'keep', granted: false }, { purpose: 'research', granted: true })).toEqual([
      false,
      false,
      true,
    ]);
  });
});
