import { type DifferentialAnswer } from '../answers/answer';
import { foldSpelling } from './fold-spelling';
import { statedList } from './match-words';
import { type NamedDisease, nameIndex } from './name-index';
import { unmatchedWords } from './unmatched-words';

const VOCABULARY: NamedDisease[] = [
  ['pulmonary-embolism', 'Pulmonary embolism', 'PE', 'lung clot'],
  ['pulmonary-embolism', '肺栓塞', '肺动脉栓塞'],
  ['pleural-effusion', 'Pleural effusion', 'PE'],
  ['crohn-disease', 'Crohn disease'],
  ['oesophageal-cancer', 'Oesophageal cancer', 'tumour of the oesophagus'],
  ['shock', 'Shock'],
  ['septic-shock', 'Septic shock', 'shock'],
];
const index = nameIndex(VOCABULARY);
const NO_WORDS = new Map<string, string>();

function answer(...entries: [string, number][]): DifferentialAnswer {
  const stated = entries.reduce((sum, [, points]) => sum + points, 0);
  return {
    kind: 'differential',
    entries: entries.map(([text, points]) => ({ text, points })),
    other: 100 - stated,
  };
}

describe('foldSpelling', () => {
  it.each([
    ['Oesophageal tumours', 'esophageal tumor'],
    ['Crohn’s disease', 'CROHNS DISEASE'],
    ['Ménière disease', 'Meniere disease'],
    ['Guillain–Barré', 'guillain barre'],
    ['goitre', 'Goiter'],
    ['ＣＯＰＤ', 'copd'],
    ['急性 心肌梗死', '急性心肌梗死'],
  ])('makes %s and %s equal', (one, two) => {
    expect(foldSpelling(one)).toBe(foldSpelling(two));
  });

  it.each([
    ['hypothyroidism', 'hyperthyroidism'],
    ['type 1 diabetes', 'type 2 diabetes'],
    ['abscess', 'abses'],
  ])('keeps %s and %s apart', (one, two) => {
    expect(foldSpelling(one)).not.toBe(foldSpelling(two));
  });

  it('is empty for a text without letters', () => {
    expect(foldSpelling(' …?! ')).toBe('');
  });
});

describe('nameIndex', () => {
  it.each([
    ['Pulmonary embolism', 'pulmonary-embolism'],
    ['pulmonary  EMBOLISMS', 'pulmonary-embolism'],
    ['肺动脉栓塞', 'pulmonary-embolism'],
    ["Crohn's Disease", 'crohn-disease'],
    ['tumor of the esophagus', 'oesophageal-cancer'],
    ['clot', null],
    ['', null],
  ])('finds %p', (text, diseaseId) => {
    expect(index.find(text)).toBe(diseaseId);
  });

  it('guesses nothing where two diseases are named so', () => {
    expect(index.find('PE')).toBeNull();
  });

  it('prefers the name of one disease to the synonym of another', () => {
    expect(index.find('shock')).toBe('shock');
  });
});

describe('statedList', () => {
  it('gives points of unknown words to Other until the teacher maps them', () => {
    const written = answer(['Lung clot', 50], ['PE', 20], ['pnemonia', 10]);
    expect(statedList(written, { index, words: NO_WORDS })).toEqual({
      points: new Map([['pulmonary-embolism', 50]]),
      other: 50,
    });
    const words = new Map([[foldSpelling('pnemonia'), 'pneumonia']]);
    expect(statedList(written, { index, words })).toEqual({
      points: new Map([
        ['pulmonary-embolism', 50],
        ['pneumonia', 10],
      ]),
      other: 40,
    });
  });

  it('adds the points of two spellings of one disease', () => {
    const { points } = statedList(answer(['lung clot', 30], ['肺栓塞', 20], ['Shock', 10]), {
      index,
      words: NO_WORDS,
    });
    expect(points.get('pulmonary-embolism')).toBe(50);
  });

  it('takes the teacher at her word', () => {
    const words = new Map([[foldSpelling('PE'), 'pleural-effusion']]);
    expect(statedList(answer(['PE', 60]), { index, words }).points.get('pleural-effusion')).toBe(60);
  });
});

describe('unmatchedWords', () => {
  it('counts words by folded spelling, the most frequent first, whatever the order of the answers', () => {
    const answers = [
      answer(['Pnemonia', 50], ['Shock', 20], ['heart thing', 10]),
      answer(['pnemonia', 50], ['PE', 20], ['Shock', 10]),
      answer(['pnemonia ', 50], ['lung clot', 20], ['PE', 10]),
    ];
    const expected = [
      { folded: 'pnemonia', text: 'pnemonia', count: 3 },
      { folded: 'pe', text: 'PE', count: 2 },
      { folded: 'heartthing', text: 'heart thing', count: 1 },
    ];
    expect(unmatchedWords(answers, { index, words: NO_WORDS })).toEqual(expected);
    expect(unmatchedWords(answers.reverse(), { index, words: NO_WORDS })).toEqual(expected);
  });

  it('leaves out what the teacher has mapped', () => {
    const words = new Map([['pe', 'pleural-effusion']]);
    expect(unmatchedWords([answer(['PE', 50])], { index, words })).toEqual([]);
  });
});
