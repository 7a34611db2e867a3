import { compiledOnce } from '@openrounds/testing';
import { symptom, VOCABULARY } from '../../test/vocabulary.fixture';
import { type Statement } from '../collect/statement';
import { understandText } from '../read-case';
import { withoutKnownByLikeness } from './read-by-likeness';

/** What is said of patients at large: much that tells of nothing. */
const TEXTS = [
  'She came with her sister by bus and waited for an hour. My garden is quite wet by the morning. '.repeat(
    20,
  ),
  '她昨天和姐姐一起坐车来的，等了一个小时。早上花园很湿，后来又下雨。'.repeat(20),
];

const vocabulary = compiledOnce({
  ...VOCABULARY,
  texts: TEXTS,
  findings: [
    ...VOCABULARY.findings,
    symptom('soaked-bed', 'Sweat-soaked bedclothes', '汗湿被褥', {
      synonyms: { en: ['pillow soaked by sweat', 'mattress soaked by sweat'], zh: ['枕巾被汗湿透'] },
    }),
    symptom('leaking-roof', 'Leaking roof', '漏雨', { synonyms: { en: ['pillow soaked by rain'], zh: [] } }),
  ],
});

const read = (text: string): string[] =>
  understandText(text, undefined, vocabulary).findings.map(
    ({ findingId, presence = '', certainty }) => `${findingId} ${presence} ${String(certainty)}`,
  );
/** Present, and neither certain nor as doubtful as what a text calls possible. */
const ALIKE: unknown = expect.stringMatching(/^soaked-bed present 0\.9\d+$/);

describe('reading by likeness', () => {
  it.each([
    [
      'words in another order, and others between them',
      'Sweat, and by the morning my pillow was quite soaked.',
      'soaked-bed present 0.955',
    ],
    ['Chinese words that stand apart', '汗很多，枕巾也湿透了', 'soaked-bed present 0.964'],
  ])('reads %s, with less certainty', (_, text, expected) => {
    expect(read(text)).toContain(expected);
  });

  it('is the surer, the more words tell the finding', () => {
    const certaintyOf = (text: string): number =>
      understandText(text, undefined, vocabulary).findings.find(({ findingId }) => findingId === 'soaked-bed')
        ?.certainty ?? 0;
    const few = certaintyOf('Sweat, and my pillow was quite soaked.');
    const more = certaintyOf('Sweat, and my pillow and mattress were quite soaked.');
    expect(few).toBeGreaterThan(0.9);
    expect(more).toBeGreaterThan(few);
  });

  it('leaves what is denied, of another person, or told by what another finding has too', () => {
    expect(read('No sweat, and my pillow is not soaked.')).not.toContainEqual(ALIKE);
    expect(read("It is my brother's sweat that has his pillow soaked.")).not.toContainEqual(ALIKE);
    expect(read('My pillow got soaked.').join(' ')).not.toMatch(/soaked-bed|leaking-roof/);
  });

  it('leaves what stands on either side of a colon apart, and what is called normal', () => {
    expect(read('Sweat, and my pillow was quite soaked.')).toContainEqual(ALIKE);
    expect(read('Sweat: and my pillow was quite soaked.')).not.toContainEqual(ALIKE);
    expect(read('Sweat, and my pillow was quite soaked as normal.')).not.toContainEqual(ALIKE);
  });

  it('lists the words that it took up as read', () => {
    const { unmatched } = understandText('Sweat, and my pillow was quite soaked.', undefined, vocabulary);
    expect(unmatched.map(({ quote }) => quote).join(' ')).not.toMatch(/pillow|soaked/);
  });

  it('gives way to what the text says of the finding in so many words', () => {
    const text = 'No sweat-soaked bedclothes last week. Sweat, and now my pillow was quite soaked.';
    expect(read(text)).not.toContainEqual(ALIKE);
  });

  it.each([
    ['male', 40, false],
    ['female', 40, true],
    ['female', 70, false],
    ['unknown', null, true],
  ] as const)('is not said of whom no disease of it can befall: %s of %s', (sex, years, isRead) => {
    const ofWomen = compiledOnce({
      ...VOCABULARY,
      texts: TEXTS,
      findings: [
        ...VOCABULARY.findings,
        symptom('soaked-bed', 'Sweat-soaked bedclothes', '汗湿被褥', {
          synonyms: { en: ['pillow soaked by sweat', 'mattress soaked by sweat'], zh: [] },
          befalls: { sex: 'female', ageYears: [12, 65] },
        }),
      ],
    });
    const patient = { sex, age: years === null ? null : { value: years, unit: 'a' as const } };
    const of = (text: string): string[] =>
      understandText(text, patient, ofWomen).findings.map(({ findingId }) => findingId);
    expect(of('Sweat, and my pillow was quite soaked.').includes('soaked-bed')).toBe(isRead);
    expect(of('Pillow soaked by sweat.')).toContain('soaked-bed');
  });

  it.each([
    ['gives way to what is said of the finding in its own words', 'text', ['absent']],
    ['stands beside what a panel says with others', 'panel', ['absent', 'present']],
  ] as const)('%s', (_, kind, kept) => {
    const denied: Statement = {
      findingId: 'soaked-bed',
      presence: 'absent',
      certainty: 0.85,
      kind,
      from: 0,
      to: 2,
      specificity: 1,
      daysAgo: 0,
      section: 'narrative',
    };
    const alike: Statement = { ...denied, presence: 'present', kind: 'text', isAlike: true, from: 3, to: 6 };
    const stand = withoutKnownByLikeness([denied, alike], vocabulary);
    expect(stand.map(({ presence }) => presence)).toEqual(kept);
  });
});
