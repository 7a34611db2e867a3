import type { NamedDisease } from '../room/types';
import { namedExactly, offersFor } from './name-search';

const VOCABULARY: NamedDisease[] = [
  ['asthma', 'Asthma'],
  ['atelectasis', 'Atelectasis', 'collapsed lung'],
  ['crohns-disease', 'Crohn’s disease', 'regional enteritis'],
  ['meniere', 'Ménière’s disease'],
  ['pneumonia', 'Pneumonia', 'lung infection'],
  ['pneumothorax', 'Pneumothorax', 'collapsed lung'],
  ['pe', 'Pulmonary embolism', 'PE', 'lung embolism'],
];

const ids = (text: string, taken?: Set<string>): string[] =>
  offersFor(text, VOCABULARY, taken).map(({ diseaseId }) => diseaseId);

describe('offersFor', () => {
  it('offers names before words within names before synonyms, each A–Z', () => {
    expect(ids('pn')).toEqual(['pneumonia', 'pneumothorax']);
    expect(ids('emb')).toEqual(['pe']);
    expect(ids('lung')).toEqual(['atelectasis', 'pneumonia', 'pneumothorax', 'pe']);
  });

  it('shows the synonym that was typed', () => {
    expect(offersFor('collapsed', VOCABULARY).map(({ synonym }) => synonym)).toEqual([
      'collapsed lung',
      'collapsed lung',
    ]);
  });

  it('minds neither case, accents nor apostrophes', () => {
    expect(ids('MENIERES')).toEqual(['meniere']);
    expect(ids("crohn's")).toEqual(['crohns-disease']);
  });

  it('leaves out what is named already, and offers nothing for nothing', () => {
    expect(ids('pn', new Set(['pneumonia']))).toEqual(['pneumothorax']);
    expect(ids('  ')).toEqual([]);
    expect(ids('zebra')).toEqual([]);
  });

  it('offers a handful', () => {
    const many: NamedDisease[] = Array.from({ length: 40 }, (_, at) => [
      `d${String(at)}`,
      `Disease ${String(at)}`,
    ]);
    expect(offersFor('disease', many)).toHaveLength(6);
  });

  it('finds Chinese names by any of their characters', () => {
    const chinese: NamedDisease[] = [['pe', '肺栓塞', '肺动脉栓塞']];
    expect(offersFor('栓塞', chinese).map(({ name }) => name)).toEqual(['肺栓塞']);
  });
});

describe('namedExactly', () => {
  it('takes a name that was typed out, and leaves other words alone', () => {
    expect(namedExactly(' pulmonary EMBOLISM ', VOCABULARY)?.[0]).toBe('pe');
    expect(namedExactly('lung embolism', VOCABULARY)?.[0]).toBe('pe');
    // Two diseases are called so: nobody guesses which was meant.
    expect(namedExactly('collapsed lung', VOCABULARY)).toBeUndefined();
    expect(namedExactly(' ', VOCABULARY)).toBeUndefined();
  });
});
