import {
  EXCLUDED,
  MUST_NOT_MISS,
  NOTICE,
  RANKED_BY_WORDS,
  notice,
  OUTCOMES,
  OWN_STAGE,
  RATIONALE,
  SUFFICIENCY,
  UNEXPLAINED,
} from './catalogue';
import { type Message } from './message';
import { REJECTIONS } from './rejections';
import { WARNINGS } from './warnings';

const WORDS = {
  number: 2,
  count: 1,
  wanted: 3,
  effectiveNumber: 7.4,
  probability: 0.31,
  threshold: 0.02,
  why: '(why)',
  redFlags: ['(flag A)', '(flag B)'],
  diseases: ['(disease A)', '(disease B)'],
};
const HAN = /\p{Script=Han}/u;

type Any = Message<typeof WORDS>;
const GROUPS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  SUFFICIENCY,
  MUST_NOT_MISS,
  EXCLUDED,
  RATIONALE,
  OUTCOMES,
  WARNINGS,
  REJECTIONS,
  OTHERS: { NOTICE, OWN_STAGE, RANKED_BY_WORDS, UNEXPLAINED },
};
const messages = Object.entries(GROUPS).flatMap(([group, byCode]) =>
  Object.entries(byCode).map(([code, message]) => [`${group} ${code}`, message as Any] as const),
);

/** The figures and names that a sentence carries: the same in both languages. */
const carried = (sentence: string) =>
  (sentence.match(/\d+(\.\d+)?|\((why|flag A|flag B|disease A|disease B)\)/g) ?? []).sort();

describe('the message catalogue', () => {
  it.each(messages)(
    'says %s in each language, in that language, with the same figures and names',
    (_code, message) => {
      const [en, zh] = [message.en(WORDS), message.zh(WORDS)];
      expect(en).not.toMatch(HAN);
      expect(zh).toMatch(HAN);
      expect(carried(zh)).toEqual(carried(en));
      for (const sentence of [en, zh]) {
        expect(sentence).not.toMatch(/undefined|NaN|\[object/);
        expect(sentence).toBe(sentence.trim());
      }
    },
  );

  it('marks AI content in Chinese, and says in both languages that it is for teaching only', () => {
    expect(notice('zh')).toMatch(/仅供教学使用.*人工智能（AI）系统生成/);
    expect(notice('en')).toMatch(/teaching only.*not for the care of patients/i);
  });
});
