import { namesIn } from './names-in-text';

const EMBOLISM = {
  name: { en: 'Pulmonary embolism', zh: '肺栓塞' },
  synonyms: { en: ['PE', 'lung clot'], zh: ['肺动脉栓塞'] },
};

describe('names of a disease in a text', () => {
  it.each([
    ['She had a pulmonary embolism.', 'en', true],
    ['pulmonary\nembolism', 'en', true],
    ['Ruled out PE.', 'en', true],
    ['A pen, and the hope of health', 'en', false],
    ['pe', 'en', false],
    ['Lung clots run in the family', 'en', false],
    ['考虑肺栓塞可能', 'zh', true],
    ['肺炎', 'zh', false],
  ] as const)('%p (%s): %p', (text, language, expected) => {
    expect(namesIn(text, language, EMBOLISM)).toBe(expected);
  });
});
