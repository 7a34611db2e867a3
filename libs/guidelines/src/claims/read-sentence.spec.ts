import { type PassageLanguage } from '../passage';
import { NameDictionary } from '../vocabulary/name-dictionary';
import { readSentence } from './read-sentence';

const names = new NameDictionary([
  { id: 'infertility', kind: 'disease', name: { en: 'Infertility', zh: '不孕症' } },
  { id: 'restless-legs', kind: 'disease', name: { en: 'Restless legs', zh: '不安腿综合征' } },
  { id: 'anuria', kind: 'finding', name: { en: 'No urine', zh: '无尿' } },
  { id: 'migraine', kind: 'disease', name: { en: 'Migraine without aura', zh: '无先兆偏头痛' } },
]);
const deniedIn = (sentence: string, language: PassageLanguage): string[] =>
  readSentence(sentence, language, names)
    .elements.filter(({ denied }) => denied)
    .flatMap(({ concepts, terms }) => (concepts.length > 0 ? concepts : terms));
const namedIn = (sentence: string, language: PassageLanguage): string[] =>
  readSentence(sentence, language, names).elements.flatMap(({ concepts }) => concepts);

describe('readSentence', () => {
  it.each<[string, PassageLanguage, string]>([
    ['不孕症者查激素', 'zh', 'infertility'],
    ['不安腿综合征补铁', 'zh', 'restless-legs'],
    ['无尿者超声检查', 'zh', 'anuria'],
    ['Ultrasound where no urine comes', 'en', 'anuria'],
    ['Migraine without aura: a triptan', 'en', 'migraine'],
  ])('takes the name in "%s" for no denial', (sentence, language, name) => {
    expect(namedIn(sentence, language)).toEqual([name]);
    expect(deniedIn(sentence, language)).toEqual([]);
  });

  it.each<[string, PassageLanguage]>([
    ['Oral fluids for a child without shock', 'en'],
    ['Radioiodine unless drugs are likely to help', 'en'],
    ['无休克的患儿口服补液', 'zh'],
  ])('takes the condition in "%s" for no denial', (sentence, language) => {
    expect(deniedIn(sentence, language)).toEqual([]);
  });

  it.each<[string, PassageLanguage, string]>([
    ['Oxygen is given without delay', 'en', 'delay'],
    ['不是不孕症', 'zh', 'infertility'],
    ['并非无尿', 'zh', 'anuria'],
    ['There is not restless legs', 'en', 'restless-legs'],
  ])('still sees what denies the name in "%s"', (sentence, language, name) => {
    expect(deniedIn(sentence, language)).toContain(name);
  });
});
