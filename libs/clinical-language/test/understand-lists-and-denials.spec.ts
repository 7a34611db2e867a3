import { compiledOnce } from '@openrounds/testing';
import { summary } from './summary';
import { VOCABULARY } from './vocabulary.fixture';
import { understandText } from '../src/read-case';

const vocabulary = compiledOnce(VOCABULARY);
const read = (text: string): string[] =>
  summary(understandText(text, undefined, vocabulary)).filter(
    (line) => !line.startsWith('illness-') && line !== 'pain+',
  );

describe('how far a denial reaches', () => {
  it.each([
    ["Can't lie down, cough, vomiting.", ['cough+', 'vomiting+']],
    ["Doesn't have a cough, headache, vomiting.", ['cough-', 'headache-', 'vomiting-']],
    ['No cough, leg swollen.', ['cough-', 'unilateral-leg-swelling+']],
    ['Not pale, jaundiced, feverish.', ['body-temperature=normal', 'pallor-']],
    ['Not pale, coughing, headache.', ['cough+', 'headache+', 'pallor-']],
    ['Any cough? Pt: no. Any headache? Me: yes.', ['cough-', 'headache+']],
    ['Cough? Not so far.', ['cough-']],
    ['Return at once for vomiting or a headache. She coughs.', ['cough+']],
    ['Never vomiting/coughing.', ['cough-', 'vomiting-']],
    ['Not vomiting / coughing now.', ['cough+', 'vomiting-']],
    ['Vomiting/cough nil.', ['cough-', 'vomiting-']],
    ['Vomiting / cough nil.', ['cough-', 'vomiting-']],
    ['Vomiting / cough nil / headache +', ['cough-', 'headache+', 'vomiting+']],
    ['Vomiting yes / cough nil.', ['cough-', 'vomiting+']],
    ['Vomiting / odd turns / cough: no', ['cough-', 'vomiting-']],
    ['Vomiting and cough: no', ['cough-', 'vomiting-']],
    ['He is vomiting / cough nil.', ['cough-', 'vomiting+']],
    ['She has no headache, even when she coughs.', ['headache-']],
    ['No cough, headache or vomiting.', ['cough-', 'headache-', 'vomiting-']],
    ['Denies cough, headache, vomiting.', ['cough-', 'headache-', 'vomiting-']],
    ['Denies any of the following: cough, headache, vomiting.', ['cough-', 'headache-', 'vomiting-']],
    ['No red flags: cough, headache, vomiting.', ['cough-', 'headache-', 'vomiting-']],
    ['No cough: headache, vomiting.', ['cough-', 'headache+', 'vomiting+']],
    ['No problems: she has a cough, headache.', ['cough+', 'headache+']],
    ['无以下症状：咳嗽、头痛、呕吐。', ['cough-', 'headache-', 'vomiting-']],
    ['无痛性下肢肿胀，咳嗽。', ['cough+', 'unilateral-leg-swelling+']],
    ['无下肢肿胀，咳嗽。', ['cough+', 'unilateral-leg-swelling-']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('what a form asks and what stands behind it', () => {
  it.each([
    ['Fever (+), cough (-), headache (+)', ['body-temperature=fever', 'cough-', 'headache+']],
    ['发热（+），咳嗽（-），头痛（+）', ['body-temperature=fever', 'cough-', 'headache+']],
    ['Cough ..... no\nHeadache ... yes', ['cough-', 'headache+']],
    ['Cough? (no) Headache? (yes) Vomiting? (no)', ['cough-', 'headache+', 'vomiting-']],
    ['| cough | no | | headache | yes | | vomiting | no |', ['cough-', 'headache+', 'vomiting-']],
    [
      'Systems >> cough: absent >> headache: present >> vomiting: absent',
      ['cough-', 'headache+', 'vomiting-'],
    ],
    ['I had a cough... then a headache...', ['cough+', 'headache+']],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('marks of a dictation', () => {
  it.each([
    [
      'no cough comma headache full stop vomiting since monday full stop',
      ['cough-', 'headache-', 'vomiting+'],
    ],
    ['no cough full stop he has a headache new paragraph vomiting', ['cough-', 'headache+', 'vomiting+']],
    ['无咳嗽逗号头痛句号呕吐两次换行', ['cough-', 'headache+', 'vomiting+']],
    ['没有咳嗽 没有头痛 昨天开始呕吐三次', ['cough-', 'headache-', 'vomiting+']],
    ['没有咳嗽 双侧颞部头痛比较厉害 呕吐三次', ['cough-', 'headache+', 'vomiting+']],
    ['family history new line mother cough full stop new paragraph on examination headache', ['headache+']],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('adjectives and their own nouns', () => {
  it.each([
    ['Swollen lips, leg normal.', []],
    ['Swollen, tender leg.', ['unilateral-leg-swelling+']],
    ['Leg swollen and tender.', ['unilateral-leg-swelling+']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
