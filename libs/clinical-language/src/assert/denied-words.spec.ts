import { compiledOnce } from '@openrounds/testing';
import { summary } from '../../test/summary';
import { symptom } from '../../test/vocabulary.fixture';
import { understandText } from '../read-case';

const vocabulary = compiledOnce({
  findings: [
    {
      ...symptom('body-temperature', 'Body temperature', '体温'),
      domain: 'categorical',
      states: ['normal', 'fever'],
      stateSynonyms: {
        normal: { en: ['no fever'], zh: ['无发热'] },
        fever: { en: ['fever'], zh: ['发热'] },
      },
    },
    symptom('cough', 'Cough', '咳嗽'),
    symptom('trauma', 'Trauma', '外伤', { kind: 'history' }),
    symptom('asthma', 'Asthma', '哮喘', { kind: 'history' }),
    symptom('nsaid-use', 'Takes an anti-inflammatory', '服用消炎药', {
      synonyms: { en: ['over-the-counter ibuprofen'], zh: [] },
    }),
    symptom('anosmia', 'Change in the sense of smell', '嗅觉改变'),
    symptom('relieved-by-defaecation', 'Relieved by bowel movement', '排便后缓解'),
    symptom('abdominal-pain', 'Abdominal pain', '腹痛', { synonyms: { zh: ['肚子疼'] } }),
    symptom('melaena', 'Melaena', '黑便', { synonyms: { en: ['black stools'], zh: [] } }),
    symptom('painless-bleeding', 'Painless rectal bleeding', '无痛性便血', {
      synonyms: { en: [], zh: ['没肚子疼拉血'] },
    }),
  ],
  panels: [],
});
const read = (text: string): string[] => summary(understandText(text, undefined, vocabulary));

describe('words that deny', () => {
  it.each([
    ['Pertinent negatives: no fever, no cough.', ['body-temperature=normal', 'cough-']],
    ['Denies no fever.', ['body-temperature=normal']],
    ['阴性症状：无发热，无咳嗽。', ['body-temperature=normal', 'cough-']],
  ])('are not denied once more by what stands before them: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['She denies any history of trauma or asthma.', ['asthma-', 'trauma-']],
    ['Denies a past history of asthma.', ['asthma-']],
    ['Without any known history of asthma.', ['asthma-']],
    ['Denies h/o asthma.', ['asthma-']],
  ])('deny a history too, however it is called: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['The pain is not relieved by bowel movement.', ['relieved-by-defaecation-']],
    ['No change in the sense of smell.', ['anosmia-']],
  ])('deny what begins among them: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('are no part of a word with hyphens', () => {
    expect(read('Over-the-counter ibuprofen has helped.')).toEqual(['nsaid-use+']);
  });

  it('make no finding of two things that are both denied', () => {
    expect(read('No abdominal pain, no black stools.')).toEqual(['abdominal-pain-', 'melaena-']);
  });
});

it('what has not changed is no course of the illness', () => {
  expect(understandText('Cough. No change in appetite.', undefined, vocabulary).findings).toHaveLength(1);
});
