import { withMaskedWords } from './masked';

const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  zh: { name: '姓名', 'age-over-89': '年龄超过89岁' },
};
const read = (text: string): string =>
  withMaskedWords(text, 'zh', (kind, language) => WORDS[language]?.[kind]);

describe('withMaskedWords', () => {
  it('names what was masked in the language of the text', () => {
    expect(read('患者[name]，[age-over-89]，[name]。')).toBe('患者[姓名]，[年龄超过89岁]，[姓名]。');
  });

  it('leaves everything else in brackets as it was written', () => {
    expect(read('[pH] 7.3 [see below] [toString] [unknown-kind]')).toBe(
      '[pH] 7.3 [see below] [toString] [unknown-kind]',
    );
  });
});
