import {
  type DraftKnowledge,
  entry,
  removeFolders,
  tinyKnowledge,
  writeKnowledge,
} from '../../test/fixture/tiny-knowledge';
import { loadKnowledge } from '../load/load-knowledge';
import { commonestWithoutPassage } from './guideline-needs';

afterAll(removeFolders);

describe('commonestWithoutPassage', () => {
  const without = (commonest: number, change: (draft: DraftKnowledge) => void = () => {}): string[] => {
    const draft = tinyKnowledge();
    draft.guideline.passages = draft.guideline.passages.map((one) => ({
      ...one,
      forDiseases: ['pulmonary-embolism'],
    }));
    change(draft);
    return commonestWithoutPassage(loadKnowledge(writeKnowledge(draft)).folder, commonest);
  };
  const setPrior = (draft: DraftKnowledge, id: string, emergency: number, primaryCare: number): void => {
    const { prior } = entry(draft.diseases, id);
    prior.emergency.value = emergency;
    prior['primary-care'].value = primaryCare;
  };

  it('names the commonest first, and none of the rarer ones', () => {
    expect(without(1)).toEqual(['community-acquired-pneumonia']);
    expect(without(2)).toEqual(['community-acquired-pneumonia', 'costochondritis']);
    expect(without(3)).toEqual(['community-acquired-pneumonia', 'costochondritis']);
  });

  it('does not look further for one that has a passage', () => {
    expect(without(1, (draft) => setPrior(draft, 'pulmonary-embolism', 20, 20))).toEqual([]);
  });

  it('counts both settings together', () => {
    expect(without(1, (draft) => setPrior(draft, 'costochondritis', 0.1, 30))).toEqual(['costochondritis']);
  });

  it('takes sums that are written alike for equal, and then the first by id', () => {
    const alike = (draft: DraftKnowledge): void => {
      setPrior(draft, 'community-acquired-pneumonia', 10.1, 10.2);
      setPrior(draft, 'costochondritis', 10.15, 10.15);
    };
    expect(without(1, alike)).toEqual(['community-acquired-pneumonia']);
  });
});
