import fc from 'fast-check';
import { codePointLength, Quoter } from './code-points';
import { languageOf } from './language';
import { normalise } from './normalise';
import { stem } from './stem';
import { tokenise } from './tokens';

describe('normalise', () => {
  it.each([
    ['ＢＰ　９０／６０', 'BP 90/60'],
    ['38.9℃', '38.9°C'],
    ['a\u200bb\u202ec\ufeff', 'abc'],
    ['a\u0000b\ud800c', 'a b c'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['“it’s” – x10⁹/L', `"it's" - x109/L`],
    ['e\u0301', 'é'],
    ['42歲，發燒、頭痛', '42岁,发烧、头痛'],
    ['我冇嘔', '我没呕'],
    ['什么都没有，显著', '什么都没有,显著'],
  ])('%j → %j', (given, expected) => {
    expect(normalise(given).text).toBe(expected);
  });

  it('leads back to the code points that were given', () => {
    const given = '😀\u200b℃ｘ';
    const { text, toOriginal } = normalise(given);
    expect(text).toBe('😀°Cx');
    expect(toOriginal(text.indexOf('°'), text.indexOf('x'))).toEqual({ start: 2, end: 3 });
    expect(toOriginal(text.indexOf('x'), text.length)).toEqual({ start: 3, end: 4 });
  });

  it('leads back from simplified characters to the traditional ones that were given', () => {
    const { text, toOriginal } = normalise('😀發燒');
    expect(toOriginal(text.indexOf('发'), text.length)).toEqual({ start: 1, end: 3 });
  });

  it('keeps every offset inside the text and in order, and both cases of one length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (given) => {
        const { text, lower, toOriginal } = normalise(given);
        expect(lower).toHaveLength(text.length);
        let before = 0;
        for (let index = 0; index < text.length; index += 1) {
          const { start, end } = toOriginal(index, index + 1);
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(codePointLength(given));
          before = start;
        }
      }),
    );
  });
});

describe('tokenise', () => {
  const tokens = (text: string): string[] => tokenise(normalise(text)).map((token) => token.text);

  it.each([
    ['BP 90/60, SpO2 91%', ['bp', '90', '/', '60', ',', 'spo2', '91', '%']],
    ['3wk-old', ['3', 'wk', '-', 'old']],
    [
      'HTNDyslipidaemiaObesity, eGFR, McDonald',
      ['htn', 'dyslipidaemia', 'obesity', ',', 'egfr', ',', 'mcdonald'],
    ],
    ["Murphy's sign didn't", ["murphy's", 'sign', "didn't"]],
    ['it doesnt, IM, im', ['it', "doesn't", ',', 'im', ',', "i'm"]],
    ['250,000/uL 14.2.', ['250,000', '/', 'ul', '14.2', '.']],
    ['体温38.9℃，头疼', ['体', '温', '38.9', '°', 'c', ',', '头', '疼']],
  ])('%s', (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });

  it('reads interchangeable Chinese writings alike', () => {
    const keys = (text: string): string[] => tokenise(normalise(text)).map((token) => token.key);
    expect(keys('头疼')).toEqual(keys('头痛'));
    expect(keys('胸部疼痛')).toEqual(keys('胸部痛'));
    expect(keys('压榨样')).toEqual(keys('压榨性'));
  });
});

describe('stem', () => {
  it.each([
    ['haemoptysis', 'hemoptysis'],
    ['dyspnoea', 'dyspnea'],
    ['oedema', 'edema'],
    ['tumours', 'tumor'],
    ['vomiting', 'vomited'],
    ['coughs', 'coughing'],
    ['swollen', 'swelling'],
    ['tenderness', 'tender'],
    ['breathes', 'breathing'],
    ['wheezing', 'wheeze'],
    ['palpitations', 'palpitation'],
    ['allergies', 'allergy'],
    ['fainted', 'fainting'],
    ["murphy's", 'murphy'],
    ['leukocytosis', 'leucocytosis'],
  ])('%s and %s share a stem', (a, b) => {
    expect(stem(a)).toBe(stem(b));
  });

  it.each([
    ['pus', 'pu'],
    ['mass', 'mas'],
    ['need', 'ne'],
    ['pelvis', 'pelvi'],
    ['as', 'a'],
    ['fainted', 'faint'], // a faint rash
  ])('%s does not become %s', (word, wrong) => {
    expect(stem(word)).not.toBe(wrong);
  });
});

describe('languageOf', () => {
  it.each([
    ['She has chest pain', 'en'],
    ['患者胸痛，BP 90/60', 'zh'],
    ['', 'en'],
  ])('%s → %s', (text, expected) => {
    expect(languageOf(text)).toBe(expected);
  });
});

describe('Quoter', () => {
  it('quotes by code points and stays inside the text', () => {
    const quoter = new Quoter('a😀b');
    expect(quoter.quote({ start: 1, end: 2 })).toEqual({ start: 1, end: 2, quote: '😀' });
    expect(quoter.quote({ start: 2, end: 9 })).toEqual({ start: 2, end: 3, quote: 'b' });
  });
});
