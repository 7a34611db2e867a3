import { QuestionFormat } from '@openrounds/contracts';
import { ITEMS, RICH } from '../../test/items.fixture';
import { type Item } from './item';
import { lossesOf } from './losses';

const codes = (item: Item, format: QuestionFormat) => lossesOf(item, format).map(({ code }) => code);
const TUTORS = ['feedback-for-tutors'];
/** What GIFT loses of every question in two languages. */
const GIFT = ['second-language', 'version', 'licence'];

describe('what a format loses', () => {
  it.each([
    [ITEMS.single, { qti3: TUTORS, qti21: TUTORS, 'moodle-xml': [], gift: GIFT }],
    [ITEMS.several, { qti3: TUTORS, qti21: TUTORS, 'moodle-xml': [], gift: ['fractions-rounded', ...GIFT] }],
    [ITEMS.numeric, { qti3: TUTORS, qti21: TUTORS, 'moodle-xml': [], gift: ['unit', ...GIFT] }],
    [ITEMS['short-text'], { qti3: TUTORS, qti21: TUTORS, 'moodle-xml': [], gift: GIFT }],
    [ITEMS.matching, { qti3: TUTORS, qti21: TUTORS, 'moodle-xml': [], gift: ['pair-feedback', ...GIFT] }],
    [
      ITEMS.ordering,
      {
        qti3: TUTORS,
        qti21: TUTORS,
        'moodle-xml': ['ordering-from-moodle-4-4'],
        gift: ['ordering-not-held'],
      },
    ],
    [
      ITEMS.differential,
      {
        qti3: ['marked-by-hand', ...TUTORS],
        qti21: ['marked-by-hand', ...TUTORS],
        'moodle-xml': ['marked-by-hand'],
        gift: ['marked-by-hand', 'rubric', ...GIFT],
      },
    ],
    [
      RICH,
      {
        qti3: [...TUTORS, 'hints', 'penalty'],
        qti21: [...TUTORS, 'hints', 'penalty'],
        'moodle-xml': [],
        gift: ['pictures', 'hints', 'penalty', ...GIFT],
      },
    ],
  ] as const)('of $id', (item, expected) => {
    const lost = Object.fromEntries(QuestionFormat.options.map((format) => [format, codes(item, format)]));
    expect(lost).toEqual(expected);
  });

  it('leaves out what cannot be held, and says that alone', () => {
    const options = Array.from({ length: 11 }, (_, place) => ({
      id: `o${String(place)}`,
      text: { en: 'x' },
      right: true,
    }));
    const many: Item = { ...ITEMS.several, response: { kind: 'several', options } };
    expect(lossesOf(many, 'moodle-xml')).toMatchObject([{ code: 'too-many-right-options', leftOut: true }]);
    expect(lossesOf(many, 'qti3').some(({ leftOut }) => leftOut)).toBe(false);
  });

  it('loses no language of a question that has one', () => {
    const { ask: _ask, ...rest } = ITEMS.numeric;
    expect(codes({ ...rest, ask: { en: 'How much?' } }, 'gift')).not.toContain('second-language');
  });
});
