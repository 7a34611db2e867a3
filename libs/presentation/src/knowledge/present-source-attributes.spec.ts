import { type Language, SourceAttributes } from '@openrounds/contracts';
import { type MeasuredSet } from '@openrounds/knowledge';
import { tinyBundle } from '@openrounds/testing';
import { presentSourceAttributes } from './present-source-attributes';

const share = (value: number) => ({ value, low: value - 0.1, high: value + 0.1 });
const SET: MeasuredSet = {
  name: 'a set',
  measuredOn: '2026-11-22',
  knowledge: 'ab'.repeat(32),
  caseMix: 'teaching',
  cases: 40,
  diagnoses: 30,
  top1: share(0.5),
  top3: share(0.7),
  top5: share(0.8),
  mustNotMissCases: 9,
  mustNotMissRecall: share(0.9),
  calibrationError: share(0.15),
  slope: share(0.9),
  groups: [{ attribute: 'sex', value: 'female', cases: 21, top3: share(0.72) }],
  swaps: [
    {
      sides: ['female', 'male'],
      neutralPairs: 5,
      neutralTop3Difference: share(0.2),
      pairs: 33,
      competitorsAlone: share(-0.04),
    },
  ],
};

const bundle = tinyBundle();
const attributesOf = (sets: readonly MeasuredSet[], language: Language) =>
  SourceAttributes.parse(
    presentSourceAttributes({ ...bundle, evaluation: { sets: [...sets] } }, language),
  ).categories.flatMap(({ attributes }) => attributes);

describe.each<Language>(['en', 'zh'])('the source attributes (%s)', (language) => {
  const told = attributesOf([SET], language);
  const valueOf = (id: string) => told.find((each) => each.id === id)?.value;

  it('are thirty-one, in nine groups, each once and none empty', () => {
    expect(presentSourceAttributes(bundle, language).categories.map((c) => c.attributes.length)).toEqual([
      4, 4, 2, 4, 2, 4, 5, 4, 2,
    ]);
    expect(new Set(told.map(({ id }) => id)).size).toBe(31);
  });

  it('are sentences that begin as sentences do', () => {
    for (const { value } of told) expect(value).not.toMatch(language === 'en' ? /^[a-z]/ : /^[，。；]/);
  });

  it('say first what was not done', () => {
    for (const { state, value } of told)
      expect(/^(Not done: |未做：)/.test(value)).toBe(state === 'not-done');
  });

  it('take their figures from the bundle', () => {
    const { diseases } = bundle;
    expect(valueOf('known-risks')).toContain(String(diseases.length));
    expect(valueOf('validity-external')).toMatch(/[Aa] set.*40.*50\.0 ?%.*70\.0 ?%.*80\.0 ?%/);
    expect(valueOf('fairness-external')).toMatch(/72\.0 ?%.*\+20\.0.*-4\.0/);
    expect(valueOf('update-frequency')).toContain(bundle.hashes.knowledge.slice(0, 10));
  });

  it('say of which version of the knowledge base the figures are, and whether it is the one in use', () => {
    const used = bundle.hashes.knowledge.slice(0, 10);
    const other = language === 'en' ? 'not with the one in use' : '并非当前使用的版本';
    const own = attributesOf([{ ...SET, knowledge: bundle.hashes.knowledge }], language);
    for (const id of ['validity-external', 'fairness-external']) {
      const said = valueOf(id) ?? '';
      for (const part of [SET.measuredOn, SET.knowledge.slice(0, 10), other, used])
        expect(said).toContain(part);
      const ofOwn = own.find((each) => each.id === id)?.value ?? '';
      expect(ofOwn).toContain(used);
      expect(ofOwn).not.toContain(other);
    }
  });

  it('say so where nothing was measured', () => {
    const bare = attributesOf([], language);
    const states = new Map(bare.map(({ id, state }) => [id, state]));
    expect(states.get('validity-external')).toBe('not-done');
    expect(states.get('fairness-external')).toBe('not-done');
    expect(bare.every(({ value }) => value.length > 0)).toBe(true);
  });
});

it('say names, groups and kinds of cases in Chinese as well', () => {
  const name = 'our own told cases, frozen half';
  const codes = ['emergency', 'inpatient', 'primary-care', 'unknown'];
  const groups = codes.map((value) => ({ attribute: 'setting', value, cases: 9, top3: share(0.8) }));
  const swaps = SET.swaps.map((swap) => ({ ...swap, sides: ['29 years', '72.5 years'] as [string, string] }));
  const told = attributesOf([{ ...SET, name, groups, swaps }], 'zh').map(({ value }) => value);
  expect(told.some((value) => value.includes('本项目叙述式病例，封存的一半'))).toBe(true);
  expect(told.some((value) => value.includes('72.5岁减29岁'))).toBe(true);
  expect(told.join('')).not.toMatch(/male|teaching|our own|patient|care|years/);
});

it('differ between the languages', () => {
  const [en, zh] = [attributesOf([SET], 'en'), attributesOf([SET], 'zh')];
  expect(en.map(({ id }) => id)).toEqual(zh.map(({ id }) => id));
  expect(zh.every(({ name }) => /\p{Script=Han}/u.test(name))).toBe(true);
  expect(zh.every(({ value }) => /\p{Script=Han}/u.test(value) || /: [\d.]+/.test(value))).toBe(true);
});
