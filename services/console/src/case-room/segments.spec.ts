import * as fc from 'fast-check';
import type { Finding } from '../api/types';
import { segmentNarrative } from './segments';

const at = (findingId: string, start: number, end: number): Finding => ({
  findingId,
  presence: 'present',
  source: { kind: 'text', start, end },
});

const NOTHING = { unmatched: [], setAside: [] };

describe('segmentNarrative', () => {
  it('marks findings and unmatched phrases where they stand', () => {
    const segments = segmentNarrative('Chest pain, odd hiccup.', [at('chest-pain', 0, 10)], {
      unmatched: [{ quote: 'odd hiccup', start: 12, end: 22 }],
      setAside: [],
    });
    expect(segments.map(({ kind, text }) => [kind, text])).toEqual([
      ['findings', 'Chest pain'],
      ['text', ', '],
      ['unmatched', 'odd hiccup'],
      ['text', '.'],
    ]);
  });

  it('marks what does not count with its reason', () => {
    const { reason } = { reason: 'other-person' as const };
    const setAside = [{ quote: 'wife coughs', start: 4, end: 15, reason, message: 'About another person' }];
    expect(segmentNarrative('His wife coughs', [], { unmatched: [], setAside })).toEqual([
      { kind: 'text', text: 'His ', start: 0 },
      { kind: 'set-aside', text: 'wife coughs', start: 4, reason: 'About another person' },
    ]);
  });

  it('counts code points, not UTF-16 units', () => {
    const segments = segmentNarrative('😀𠮷发热', [at('fever', 2, 4)], NOTHING);
    expect(segments).toEqual([
      { kind: 'text', text: '😀𠮷', start: 0 },
      { kind: 'findings', text: '发热', start: 2, findings: [at('fever', 2, 4)] },
    ]);
  });

  it('joins overlapping findings into one span', () => {
    const segments = segmentNarrative(
      'sharp chest pain on breathing',
      [at('chest-pain', 6, 16), at('pleuritic', 0, 29)],
      NOTHING,
    );
    expect(segments).toHaveLength(1);
    expect(segments[0]).toMatchObject({ kind: 'findings', text: 'sharp chest pain on breathing' });
  });

  it('leaves the text alone where an offset is missing, empty or outside', () => {
    const stray = [at('a', 3, 3), at('b', 2, 99), at('c', -1, 2), { findingId: 'd' }];
    expect(segmentNarrative('cough', stray, NOTHING)).toEqual([{ kind: 'text', text: 'cough', start: 0 }]);
  });

  it('lets a finding win over an unmatched phrase', () => {
    const segments = segmentNarrative('dry cough', [at('cough', 4, 9)], {
      unmatched: [{ quote: 'dry cough', start: 0, end: 9 }],
      setAside: [],
    });
    expect(segments.map(({ kind }) => kind)).toEqual(['text', 'findings']);
  });

  it('always gives the narrative back', () => {
    const span = fc.tuple(fc.integer({ min: -2, max: 30 }), fc.integer({ min: -2, max: 30 }));
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 24 }),
        fc.array(span),
        fc.array(span),
        fc.array(span),
        (text, found, missed, aside) => {
          const segments = segmentNarrative(
            text,
            found.map(([start, end], i) => at(String(i), start, end)),
            {
              unmatched: missed.map(([start, end]) => ({ quote: '', start, end })),
              setAside: aside.map(([start, end]) => ({ quote: '', start, end, reason: 'belief' })),
            },
          );
          expect(segments.map((segment) => segment.text).join('')).toBe(text);
        },
      ),
    );
  });
});
