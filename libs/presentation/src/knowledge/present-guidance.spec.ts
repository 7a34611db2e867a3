import { Guidance } from '@openrounds/contracts';
import { type KnowledgeBundle } from '@openrounds/knowledge';
import { tinyBundle } from '@openrounds/testing';
import { guidanceOf } from './present-guidance';

const { claims: _none, ...unchecked } = tinyBundle();
const [passage] = unchecked.guidelines.passages;
if (passage === undefined) throw new Error('the small knowledge base has no passage');
const bundle: KnowledgeBundle = {
  ...unchecked,
  claims: {
    'pulmonary-embolism/prognosis/0': [
      { sentence: { en: { from: 0, to: 4 }, zh: { from: 0, to: 2 } }, verdict: 'not-addressed' },
      {
        sentence: { en: { from: 5, to: 9 }, zh: { from: 2, to: 4 } },
        verdict: 'contradicted',
        evidence: { passageId: passage.id, ranges: { en: { from: 3, to: 8 }, zh: { from: 1, to: 2 } } },
      },
    ],
  },
};
const statement = {
  owner: 'pulmonary-embolism',
  place: 'prognosis',
  text: { en: 'One. Two.', zh: '一。二。' },
} as const;

describe('guidanceOf', () => {
  it('gives each sentence its verdict and, in the language of the passage, its range', () => {
    const { guidance = [] } = guidanceOf(statement, bundle, 'en');
    expect(guidance).toEqual(guidance.map((each) => Guidance.parse(each)));
    expect(guidance).toEqual([
      { sentence: { from: 0, to: 4 }, verdict: 'not-addressed' },
      { sentence: { from: 5, to: 9 }, verdict: 'contradicted', passageId: passage.id, from: 3, to: 8 },
    ]);
    const inChinese = passage.text.zh === undefined ? { from: 3, to: 8 } : { from: 1, to: 2 };
    expect(guidanceOf(statement, bundle, 'zh').guidance?.[1]).toMatchObject({
      sentence: { from: 2, to: 4 },
      ...inChinese,
    });
  });

  it('says plainly that no passage addresses a statement', () => {
    expect(guidanceOf({ ...statement, index: 1 }, bundle, 'en')).toEqual({
      guidance: [{ sentence: { from: 0, to: 9 }, verdict: 'not-addressed' }],
    });
  });

  it('takes the English range where the statement has no Chinese', () => {
    const text = { en: 'One. Two.' };
    expect(guidanceOf({ ...statement, text }, bundle, 'zh').guidance?.[1]?.sentence).toEqual({
      from: 5,
      to: 9,
    });
  });

  it('says nothing for a version that was built before', () => {
    expect(guidanceOf(statement, unchecked, 'en')).toEqual({});
  });
});
