import { shippedVocabulary } from '../../../../test/support/shipped';
import { understandText } from '../../src/read-case';
import { IMAGES } from '../../src/recognise/likeness';
import { ancestorsOf } from '../../src/vocabulary/findings';

const COMPILED = shippedVocabulary();

/** The findings of a text with what they are kinds of, by presence. */
function told(text: string, presence: 'present' | 'absent'): Set<string> {
  const { findings } = understandText(text, undefined, COMPILED);
  const own = findings.filter((finding) => finding.presence === presence);
  return new Set(own.flatMap(({ findingId }) => [findingId, ...ancestorsOf(findingId, COMPILED)]));
}

describe('what one cannot do', () => {
  it.each([
    ['I have not been able to pass urine since last night.', 'urinary-retention'],
    ['He can no longer get an erection.', 'erectile-dysfunction'],
    ["I couldn't put any weight on the leg.", 'refusal-to-bear-weight'],
    ['He can hardly swallow.', 'dysphagia'],
    ['膝盖弯不了。', 'restricted-joint-movement'],
    ['膝部疼痛，不愿走路。', 'refusal-to-bear-weight'],
  ])('%s tells %s', (text, finding) => {
    expect(told(text, 'present')).toContain(finding);
  });

  it.each([
    ['He swallows normally.', 'dysphagia'],
    ['吞咽正常。', 'dysphagia'],
    ['能平卧。', 'orthopnoea'],
    ['He can open his mouth.', 'trismus'],
  ])('%s denies %s', (text, finding) => {
    expect(told(text, 'absent')).toContain(finding);
  });

  it('is not denied where one can do it in a way only', () => {
    expect(told('He can swallow only liquids.', 'absent')).not.toContain('dysphagia');
  });

  it('lends no act to another complaint', () => {
    expect(told('膝部疼痛，不愿走路。', 'absent')).toEqual(new Set());
  });
});

describe('what the examiner cannot feel or hear', () => {
  const FELT = {
    en: [
      'The X was not palpable.',
      'The X could not be felt.',
      "We couldn't feel the X.",
      'I was unable to palpate the X.',
      'No X was palpable.',
    ],
    zh: ['X未触及。', 'X未扪及。', 'X摸不到。', 'X无法触及。', 'X没摸到。', 'X未能扪及。'],
  };
  const HEARD = {
    en: ['A X was not heard.', 'No X could be heard.', 'I could not hear any X.', "We couldn't hear a X."],
    zh: ['X未闻及。', '未闻及X。', '没听到X。', '听不到X。', '无法闻及X。'],
  };
  const signs: readonly [string, string, readonly string[]][] = [
    ['abdominal mass', 'abdominal-mass', FELT.en],
    ['breast lump', 'breast-lump', FELT.en],
    ['thyroid nodule', 'thyroid-nodule', FELT.en],
    ['cervical lymph nodes', 'cervical-lymphadenopathy', FELT.en.slice(0, 4)],
    ['murmur', 'heart-murmur', HEARD.en],
    ['carotid bruit', 'carotid-bruit', HEARD.en],
    ['浅表淋巴结', 'lymphadenopathy', FELT.zh],
    ['脾脏', 'splenomegaly', FELT.zh],
    ['肝脏', 'hepatomegaly', FELT.zh],
    ['腹部包块', 'abdominal-mass', FELT.zh],
    ['乳腺肿块', 'breast-lump', FELT.zh],
    ['心脏杂音', 'heart-murmur', HEARD.zh.slice(0, 1)],
    ['哮鸣音', 'wheeze', HEARD.zh],
  ];
  const sentences = signs.flatMap(([sign, finding, forms]) =>
    forms.map((form) => [form.replace('X', sign), finding] as const),
  );

  it.each<readonly [string, string]>([
    ...sentences,
    ['浅表淋巴结未触及肿大。', 'lymphadenopathy'],
    ['淋巴结未扪及肿大。', 'lymphadenopathy'],
    ['颈部未触及肿块。', 'neck-lump'],
    ['乳腺摸不到肿块。', 'breast-lump'],
    ['腹部无法触及包块。', 'abdominal-mass'],
    ['心脏未闻及杂音。', 'heart-murmur'],
    ['双肺没听到哮鸣音。', 'wheeze'],
  ])('%s denies %s and tells nothing', (text, finding) => {
    expect(told(text, 'absent')).toContain(finding);
    expect(told(text, 'present')).toEqual(new Set());
  });

  it.each([
    ['足背动脉未触及。', 'absent-foot-pulses'],
    ['无法触及足背动脉搏动。', 'absent-foot-pulses'],
    ['The dorsalis pedis pulse was not palpable.', 'absent-foot-pulses'],
    ['He cannot feel his feet.', 'glove-and-stocking-sensory-loss'],
    ["I can't hear.", 'hearing-loss'],
    ['耳朵听不见。', 'hearing-loss'],
  ])('%s tells %s: there the finding is that it is gone', (text, finding) => {
    expect(told(text, 'present')).toContain(finding);
  });

  it('lends a palpable sign to nothing beyond the comma', () => {
    expect(told('Purpura on the legs, no palpable lymph nodes.', 'present')).not.toContain(
      'palpable-purpura-of-legs',
    );
    expect(told('双下肢散在瘀点，浅表淋巴结未触及肿大。', 'present')).not.toContain(
      'palpable-purpura-of-legs',
    );
  });
});

describe('what something is like', () => {
  it.each(IMAGES.map(({ example }) => [example.text, example.told] as const))(
    '%s tells %s',
    (text, finding) => {
      expect(told(text, 'present')).toContain(finding);
    },
  );
});

it('takes the illness in a concept of the family for nobody else', () => {
  expect(told('母亲患有高血压。', 'present')).toEqual(new Set(['family-history-of-hypertension']));
});
