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
