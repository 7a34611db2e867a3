import { type Language } from '@openrounds/contracts';
import { tinyBundle } from '@openrounds/testing';
import { withPassageText } from '../../test/fixtures/passage-text';
import { CheckSaid } from './check-said';

const TEXT = {
  en: 'Image patients with a high probability within 24 hours. A normal D-dimer does not exclude it in pregnancy.',
  zh: '高度可能者24小时内行影像检查。妊娠期D-二聚体正常不能排除。',
};
const bundle = withPassageText(tinyBundle(), TEXT);
const ID = 'made-up-guideline-1';
const PASSAGE = { id: `passage:${ID}`, kind: 'passage' as const };
const FINDING = { id: 'finding:dyspnoea', kind: 'finding' as const };
const checking = new CheckSaid();

const said = (text: string, language: Language = 'en', evidence: readonly string[] = [PASSAGE.id]) =>
  checking.of({ text, evidence }, { bundle, language, evidence: [FINDING, PASSAGE] });
/** Each part of what was said with its verdict and the words of the passage. */
const told = (text: string, language: Language = 'en') =>
  said(text, language).guidance?.map(({ sentence, verdict, passageId, from, to }) => [
    text.slice(sentence.from, sentence.to),
    verdict,
    ...(passageId === undefined ? [] : [passageId, TEXT[language].slice(from, to)]),
  ]);

describe('a sentence of a model that names a passage', () => {
  it.each<[Language, string, string]>([
    ['en', 'Patients with a high probability are imaged within 24 hours.', TEXT.en.slice(0, 55)],
    ['zh', '高度可能者应在24小时内行影像检查。', TEXT.zh.slice(0, 16)],
  ])('is supported where the passage says so, with its characters there (%s)', (language, text, words) => {
    expect(told(text, language)).toEqual([[text, 'lexically-supported', ID, words]]);
  });

  it.each<[Language, string]>([
    ['en', 'Thrombolysis saves lives.'],
    ['zh', '溶栓可挽救生命。'],
  ])('is not addressed where it does not (%s)', (language, text) => {
    expect(told(text, language)).toEqual([[text, 'not-addressed']]);
  });

  it.each<[Language, string, string]>([
    ['en', 'Patients with a high probability are imaged within 72 hours.', TEXT.en.slice(0, 55)],
    ['en', 'A normal D-dimer excludes it in pregnancy.', TEXT.en.slice(56)],
    ['zh', '妊娠期D-二聚体正常可以排除。', TEXT.zh.slice(16)],
  ])('is contradicted by another number or the opposite (%s: %s)', (language, text, words) => {
    expect(told(text, language)).toEqual([[text, 'contradicted', ID, words]]);
  });

  it('is checked in its parts, each by itself', () => {
    const parts = told('Image patients with a high probability within 24 hours. Thrombolysis saves lives.');
    expect(parts?.map(([, verdict]) => verdict)).toEqual(['lexically-supported', 'not-addressed']);
  });

  it('may say whose words they are, and when: that claims nothing', () => {
    const text = 'Nobody, 2020: image patients with a high probability within 24 hours.';
    expect(told(text)).toEqual([[text, 'lexically-supported', ID, TEXT.en.slice(0, 55)]]);
  });

  it('is said to be supported by nothing where the version lacks its passage', () => {
    const evidence = { id: 'passage:gone', kind: 'passage' as const };
    const of = { bundle, language: 'en', evidence: [evidence] } as const;
    expect(checking.of({ text: 'Image patients.', evidence: [evidence.id] }, of).guidance).toEqual([
      { sentence: { from: 0, to: 15 }, verdict: 'not-addressed' },
    ]);
  });
});

describe('no verdict', () => {
  it('is given on a sentence that names no passage', () => {
    const kept = { text: 'Image patients.', evidence: [FINDING.id] };
    expect(said(kept.text, 'en', kept.evidence)).toEqual(kept);
  });

  it.each<[Language, string]>([
    ['en', 'What does a normal D-dimer exclude?'],
    ['zh', '正常的D-二聚体能排除什么？'],
  ])('is given on a question (%s)', (language, text) => {
    expect(said(text, language)).not.toHaveProperty('guidance');
  });
});

it('is the same whenever it is made', () => {
  const text = 'Patients with a high probability are imaged within 24 hours.';
  const of = { bundle, language: 'en', evidence: [PASSAGE] } as const;
  expect(new CheckSaid().of({ text, evidence: [PASSAGE.id] }, of)).toEqual(said(text));
});
