import * as fc from 'fast-check';
import type { Finding } from '../api/types';
import { segmentNarrative } from './segments';

const at = (findingId: string, start: number, end: number): Finding => ({
  findingId,
  presence: 'present',
  source: { kind: 'text', start, end },
});

describe('segmentNarrative', () => {
  it('marks findings and unmatched phrases where they stand', () => {
    const segments = segmentNarrative(
      'Chest pain, odd hiccup.',
      [at('chest-pain', 0, 10)],
      [{ quote: 'odd hiccup', start: 12, end: 22 }],
    );
    expect(segments.map(({ kind, text }) => [kind, text])).toEqual([
      ['findings', 'Chest pain'],
      ['text', ', '],
      ['unmatched', 'odd hiccup'],
      ['text', '.'],
    ]);
  });

  it('counts code points, not UTF-16 units', () => {
    const segments = segmentNarrative('😀𠮷发热', [at('fever', 2, 4)], []);
    expect(segments).toEqual([
      { kind: 'text', text: '😀𠮷', start: 0 },
      { kind: 'findings', text: '发热', start: 2, findings: [at('fever', 2, 4)] },
    ]);
  });

  it('joins overlapping findings into one span', () => {
    const segments = segmentNarrative(
      'sharp chest pain on breathing',
      [at('chest-pain', 6, 16), at('pleuritic', 0, 29)],
      [],
    );
    expect(segments).toHaveLength(1);
    expect(segments[0]).toMatchObject({ kind: 'findings', text: 'sharp chest pain on breathing' });
  });

  it('leaves the text alone where an offset is missing, empty or outside', () => {
    const stray = [at('a', 3, 3), at('b', 2, 99), at('c', -1, 2), { findingId: 'd' }];
    expect(segmentNarrative('cough', stray, [])).toEqual([{ kind: 'text', text: 'cough', start: 0 }]);
  });

  it('lets a finding win over an unmatched phrase', () => {
    const segments = segmentNarrative(
      'dry cough',
      [at('cough', 4, 9)],
      [{ quote: 'dry cough', start: 0, end: 9 }],
    );
    expect(segments.map(({ kind }) => kind)).toEqual(['text', 'findings']);
  });

  it('always gives the narrative back', () => {
    const span = fc.tuple(fc.integer({ min: -2, max: 30 }), fc.integer({ min: -2, max: 30 }));
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 24 }),
        fc.array(span),
        fc.array(span),
        (text, found, missed) => {
          const segments = segmentNarrative(
            text,
            found.map(([start, end], i) => at(String(i), start, end)),
            missed.map(([start, end]) => ({ quote: '', start, end })),
          );
          expect(segments.map((segment) => segment.text).join('')).toBe(text);
        },
      ),
    );
  });
});
