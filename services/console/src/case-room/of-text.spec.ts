import type { Understood } from '../api/types';
import type { ListedFinding } from './draft';
import { ofText } from './of-text';

const UNDERSTOOD = {
  unmatched: [
    { quote: 'odd', start: 0, end: 3 },
    { quote: 'new', start: 0, end: 3 },
  ],
  setAside: [],
} as unknown as Understood;
const finding = (quote: string, start: number): ListedFinding => ({
  findingId: quote,
  pending: false,
  source: { kind: 'text', quote, start, end: start + quote.length },
});

describe('what was understood of one text', () => {
  it('has no marks of another text, and keeps its findings', () => {
    const { understood, listed } = ofText('odd cough', UNDERSTOOD, [finding('cough', 4), finding('rash', 4)]);
    expect(understood.unmatched.map(({ quote }) => quote)).toEqual(['odd']);
    expect(listed.map(({ findingId, source }) => [findingId, source?.start])).toEqual([
      ['cough', 4],
      ['rash', undefined],
    ]);
  });

  it('counts in characters, not in code units', () => {
    const { listed } = ofText('𠮷咳嗽', UNDERSTOOD, [
      { ...finding('咳嗽', 1), source: { kind: 'text', quote: '咳嗽', start: 1, end: 3 } },
    ]);
    expect(listed[0]?.source?.start).toBe(1);
  });
});
