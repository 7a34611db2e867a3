import fc from 'fast-check';
import { bm25, type QueryUnit } from './bm25';
import { append, invert } from './inverted-index';

const body = (text: string) => [{ weight: 1, terms: text.split(' ') }];
/** Each word by itself. */
const asked = (...words: string[]): QueryUnit[] =>
  words.map((word) => ({ words: [word], wordShare: 1, concepts: [] }));
const term = fc.constantFrom('fever', 'cough', 'rash', 'pain', 'ct', 'troponin');
const text = fc.array(term, { minLength: 1, maxLength: 12 });

describe('bm25', () => {
  it('gives the value of the formula', () => {
    const index = invert([body('fever cough fever'), body('cough'), body('pain pain')]);
    const [match] = bm25(index, asked('fever'));
    const idf = Math.log(1 + 2.5 / 1.5);
    expect(match?.text).toBe(0);
    expect(match?.score).toBeCloseTo((idf * (2 * 2.2)) / (2 + 1.2 * (0.25 + 0.75 * (3 / 2))), 12);
    expect(match?.coverage).toBe(1);
  });

  it('counts a heading for more than the same word in the body', () => {
    const other = { weight: 1, terms: ['rash'] };
    const index = invert([
      [{ weight: 1, terms: ['fever'] }, other],
      [{ weight: 2, terms: ['fever'] }, other],
    ]);
    const [inBody, inHeading] = [...bm25(index, asked('fever'))].sort((a, b) => a.text - b.text);
    expect(inHeading?.score).toBeGreaterThan(inBody?.score ?? Infinity);
  });

  it('covers little of a query that is mostly about something unknown', () => {
    const index = invert([body('fever cough'), body('fever rash'), body('pain')]);
    expect(bm25(index, asked('fever', 'bicycle', 'repair')).every(({ coverage }) => coverage < 0.2)).toBe(
      true,
    );
    expect(bm25(index, asked('bicycle'))).toEqual([]);
    expect(bm25(index, asked())).toEqual([]);
    expect(bm25(invert([]), asked('fever'))).toEqual([]);
  });

  it('finds exactly the texts that share a term, with positive scores and coverage up to 1', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), text, (texts, query) => {
        const matches = bm25(invert(texts.map((terms) => [{ weight: 1, terms }])), asked(...query));
        const sharing = texts.flatMap((terms, i) => (terms.some((t) => query.includes(t)) ? [i] : []));
        expect(matches.map((match) => match.text).sort((a, b) => a - b)).toEqual(sharing);
        for (const { score, coverage } of matches) {
          expect(score).toBeGreaterThan(0);
          expect(coverage).toBeGreaterThan(0);
          expect(coverage).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });

  it('does not care how often the query repeats a word', () => {
    const index = invert([body('fever cough'), body('fever rash')]);
    expect(bm25(index, asked('cough', 'cough'))).toEqual(bm25(index, asked('cough')));
  });

  it('counts a name by its concept, whatever the words, or else as far as by its words', () => {
    const index = invert([
      [{ weight: 3, terms: ['@pulmonary-embolism'] }, ...body('anticoagulation')],
      body('pulmonary hypertension'),
      body('rash'),
    ]);
    const name = {
      words: ['pulmonary', 'embolism'],
      wordShare: 0.4,
      concepts: [{ term: '@pulmonary-embolism', share: 1 }],
    };
    const [byConcept, byWord] = bm25(index, [name]).sort((a, b) => a.text - b.text);
    expect(byConcept).toMatchObject({ text: 0, coverage: 1 });
    expect(byWord?.text).toBe(1);
    expect(byWord?.coverage).toBeLessThan(0.4);
  });
});

describe('append', () => {
  const texts = fc.array(
    text.map((terms) => [{ weight: 2, terms }]),
    { maxLength: 6 },
  );

  it('gives the index of all texts together', () => {
    fc.assert(
      fc.property(texts, texts, (before, more) => {
        expect(append(invert(before), more)).toEqual(invert([...before, ...more]));
      }),
    );
  });
});
