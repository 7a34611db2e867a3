import { understandings, tinyBundle } from '@openrounds/testing';
import { namesOf } from './names';
import { presentUnderstood } from './understood';

const bundle = tinyBundle();
const shown = (language: 'en' | 'zh', warnings: Record<string, unknown>[]) =>
  presentUnderstood(
    understandings.build({ warnings: warnings as { code: string }[] }),
    namesOf(bundle, language),
  );
const messages = (language: 'en' | 'zh', warnings: Record<string, unknown>[]) =>
  shown(language, warnings).warnings.map(({ message }) => message);

describe('presentUnderstood', () => {
  it('says each warning in the reader’s language, about the finding that it concerns', () => {
    const warnings = [{ code: 'contradiction-resolved', findingId: 'dyspnoea', quote: 'no dyspnoea' }];
    const name = (language: 'en' | 'zh') => namesOf(bundle, language).finding('dyspnoea');
    expect(messages('en', warnings)).toEqual([
      `${name('en')}: the text says both; the more specific, more recent or main statement was kept.`,
    ]);
    expect(messages('zh', warnings)).toEqual([
      `${name('zh')}：文中说法不一；保留了更具体、更近期或主诉中的陈述。`,
    ]);
  });

  it('quotes the words where no finding is concerned', () => {
    const warnings = [{ code: 'unit-missing', quote: 'D-dimer 2.4' }];
    expect(messages('en', warnings)).toEqual(['“D-dimer 2.4”: the unit is missing; it is never guessed.']);
    expect(messages('zh', warnings)).toEqual(['“D-dimer 2.4”：缺少单位；系统不会猜测单位。']);
  });

  it('takes no sentence over that was stored, but keeps one whose code it does not know', () => {
    const warnings = [
      { code: 'age-above-89', message: 'as it was once said' },
      { code: 'of-another-version', message: 'kept' },
      { code: 'toString' },
    ];
    expect(messages('zh', warnings)).toEqual(['89岁以上的年龄按90岁保存。', 'kept', undefined]);
  });

  it('says in the reader’s language why words do not count', () => {
    const reasonsIn = (language: 'en' | 'zh') => shown(language, []).setAside.map(({ message }) => message);
    expect(reasonsIn('en')).toEqual(['About another person']);
    expect(reasonsIn('zh')).toEqual(['他人的情况']);
  });

  it('names findings and changes nothing else', () => {
    const { findings, warnings: _warnings, setAside: _setAside, ...rest } = shown('zh', []);
    const { findings: given, warnings: _given, setAside: _aside, ...before } = understandings.build();
    expect(rest).toEqual(before);
    expect(findings).toEqual(
      given.map((each) => ({ ...each, name: namesOf(bundle, 'zh').finding(each.findingId) })),
    );
  });
});
