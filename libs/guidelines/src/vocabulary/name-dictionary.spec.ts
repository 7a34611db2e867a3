import { type NamedConcept, NameDictionary } from './name-dictionary';

const embolism: NamedConcept = {
  id: 'pulmonary-embolism',
  kind: 'disease',
  name: { en: 'Pulmonary embolism', zh: '肺栓塞' },
  synonyms: { en: ['PE'], zh: ['急性肺栓塞'] },
};
const nulliparity: NamedConcept = {
  id: 'nulliparity',
  kind: 'finding',
  name: { en: 'No children', zh: '未产' },
};
const pain: NamedConcept = { id: 'pain', kind: 'finding', name: { zh: '痛' } };
const poisoning: NamedConcept = {
  id: 'paracetamol-poisoning',
  kind: 'disease',
  name: { en: 'Paracetamol poisoning', zh: '对乙酰氨基酚中毒' },
};
const physical: NamedConcept = { id: 'physical-education', kind: 'finding', name: { en: 'PE' } };
const names = new NameDictionary([embolism, nulliparity, pain, poisoning, physical]);
const cut = (text: string) =>
  names.cut(text).map(({ text: words, concepts }) => [words, concepts.map(({ id }) => id)]);

describe('NameDictionary', () => {
  it('takes the longest name and keeps what stands between', () => {
    expect(cut('急性肺栓塞与肺栓塞。')).toEqual([
      ['急性肺栓塞', ['pulmonary-embolism']],
      ['与', []],
      ['肺栓塞', ['pulmonary-embolism']],
      ['。', []],
    ]);
  });

  it('knows a name in any spelling, number, width and case', () => {
    expect(cut('Pulmonary Embolisms?')[0]).toEqual(['Pulmonary Embolisms', ['pulmonary-embolism']]);
    expect(cut('ＰＥ')).toEqual([['PE', ['pulmonary-embolism', 'physical-education']]]);
  });

  it('cuts no name at a function word, nor finds one within a word', () => {
    expect(cut('对乙酰氨基酚中毒怎么办')).toEqual([
      ['对乙酰氨基酚中毒', ['paracetamol-poisoning']],
      ['怎么办', []],
    ]);
    expect(cut('peptide')).toEqual([['peptide', []]]);
  });

  it('does not take part of a name for the name', () => {
    expect(cut('fever in children')).toEqual([['fever in children', []]]);
    expect(cut('头痛')).toEqual([['头痛', []]]);
    expect(cut('')).toEqual([]);
  });
});
