import { type Prompt } from './prompt';
import { promptShares } from './prompt-shares';

const MISSED: Prompt = { code: 'danger-missed', diseaseIds: ['dissection'] };

describe('promptShares', () => {
  it('gives the share of the class that each question was asked of', () => {
    expect(promptShares([[MISSED], [MISSED], [], [], []])).toContainEqual({
      code: 'danger-missed',
      share: 0.4,
    });
    expect(promptShares([[MISSED], [], [], [], []])).toContainEqual({ code: 'anchoring', share: 0 });
  });

  it('says nothing of fewer than five', () => {
    expect(promptShares([[MISSED], [MISSED], [], []])).toBeNull();
  });
});
