import { DiseaseNames } from '../../evidence/disease-names';
import { NARRATOR_EXAMPLES } from './examples';
import { narrator } from './narrator';

const NARRATOR = narrator(new DiseaseNames(['Pulmonary embolism', 'Pneumonia']));

describe('the narrator', () => {
  it.each(NARRATOR_EXAMPLES)('$name', ({ input, raw, value }) => {
    expect(NARRATOR.read(raw, input)).toEqual(value);
  });

  it('is told the evidence as data, and nothing else', () => {
    const evidence = [{ id: 'finding:fever', text: 'Fever: absent' }];
    expect(NARRATOR.prompt({ language: 'zh', evidence }).user).toBe(
      '<evidence>\n[finding:fever] Fever: absent\n</evidence>\nWrite in Chinese.',
    );
  });

  it.each([null, {}, { sentences: ['A leg.'] }])('cannot use %j', (raw) => {
    expect(() => NARRATOR.read(raw, { language: 'en', evidence: [] })).toThrow('unusable-answer');
  });
});
