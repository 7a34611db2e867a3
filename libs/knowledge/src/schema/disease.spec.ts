import { embolism } from '../../test/fixture/after-change';
import { tinyKnowledge } from '../../test/fixture/tiny-knowledge';
import { diseaseSchema, placeOfLink } from './disease';

describe('the links of a disease', () => {
  const draft = embolism(tinyKnowledge());
  const [first, ...rest] = draft.links;
  const [second, third] = rest.splice(-2);
  if (!first || !second || !third) throw new Error('the fixture has too few links');
  const read = diseaseSchema.parse({
    ...draft,
    links: [first, ...rest],
    against: [second],
    moreTypicalOf: [{ ...third, disease: 'costochondritis' }],
  });
  const last = read.links.length - 1;

  it('are one list in the order of the three of the file, each with its heading', () => {
    expect(read.links).toEqual([
      ...[first, ...rest].map((link) => ({ ...link, heading: 'describes' })),
      { ...second, heading: 'against' },
      { ...third, heading: 'more-typical-of', disease: 'costochondritis' },
    ]);
    expect(read).not.toHaveProperty('against');
    expect(read).not.toHaveProperty('moreTypicalOf');
  });

  it('are found again in their list of the file', () => {
    expect([0, 1, last - 1, last].map((index) => placeOfLink(read, index))).toEqual([
      ['links', 0],
      ['links', 1],
      ['against', 0],
      ['moreTypicalOf', 0],
    ]);
  });
});
