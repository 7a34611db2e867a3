import { compiledOnce } from '@openrounds/testing';
import { summary } from '../../test/summary';
import { symptom } from '../../test/vocabulary.fixture';
import { understandText } from '../read-case';

const vocabulary = compiledOnce({
  panels: [],
  findings: [
    symptom('cough', 'Cough', '咳嗽'),
    symptom('breathless', 'Short of breath', '气促'),
    symptom('chest-pain', 'Chest pain', '胸口痛'),
    symptom('weight-loss', 'Weight loss', '人瘦了'),
    symptom('dark-stools', 'Dark stools', '大便黑'),
    symptom('swollen-legs', 'Swollen legs', '脚肿'),
  ],
});
const read = (text: string): string[] =>
  summary(understandText(text, undefined, vocabulary)).filter((line) => !line.startsWith('illness-'));

describe('a question that somebody answers', () => {
  it.each([
    ['says yes by telling more', 'Q: Short of breath? A: By the third floor.', 'breathless+'],
    ['says yes by telling more', '问：走路气促吗？答：上到三楼就得歇。', 'breathless+'],
    ['says no in the words of the question', '问：胸口痛不痛？答：不痛。', 'chest-pain-'],
    ['says no in a word and goes on', '问：脚肿？答：没肿，就是麻。', 'swollen-legs-'],
    ['says yes to what was asked with a no at its end', '问：人瘦了没有？答：瘦了五六斤。', 'weight-loss+'],
    ['does not know', '问：大便黑吗？答：记不清了。', 'dark-stools?'],
    ['says no behind a letter', 'Q 脚肿吗？ A 没肿。', 'swollen-legs-'],
    ['says no to what is asked twice', '大便黑有没有？没有。', 'dark-stools-'],
    ['says no in the words of the question, nobody named', '胸口痛吗？不痛。', 'chest-pain-'],
  ])('%s: %s', (_, text, expected) => {
    expect(read(text)).toContain(expected);
  });

  it('is answered alone, not what was asked before it', () => {
    expect(read('Q: Any cough? A: no. Q: Short of breath? A: on the stairs.')).toEqual([
      'breathless+',
      'cough-',
    ]);
  });

  it('is neither denied nor confirmed where it asks for more than yes or no', () => {
    expect(read('问：胸口痛几天了？答：三天。')).not.toContain('chest-pain-');
    expect(read('Q: When did the cough start? A: Not last week.')).not.toContain('cough-');
  });

  it('stays in doubt where nobody is named who answers', () => {
    expect(read('Cough? Since Tuesday.')).toContain('cough?');
  });
});

describe('asking whether', () => {
  it.each([
    ['大便黑不黑她也记不准。', 'dark-stools?'],
    ['胸口痛没痛他拿不准。', 'chest-pain?'],
  ])('says neither yes nor no: %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it('is not asked by what only sounds alike', () => {
    expect(read('动不动咳嗽。')).toEqual(['cough+']);
  });
});

describe('an answer to a list', () => {
  it.each([
    ['Do you have cough, weight loss or chest pain? No.', ['cough-', 'weight-loss-', 'chest-pain-']],
    ['Cough, weight loss, chest pain? None of those.', ['cough-', 'weight-loss-', 'chest-pain-']],
    ['Bot: Cough, weight loss, chest pain?\nUser: No to all', ['cough-', 'weight-loss-', 'chest-pain-']],
    ['He has a cough, any chest pain? No.', ['cough+', 'chest-pain-']],
    ['Negative: cough, weight loss, chest pain', ['cough-', 'weight-loss-', 'chest-pain-']],
  ])('is one to all of it: %s', (text, expected) => {
    expect(read(text)).toEqual(expect.arrayContaining(expected));
  });

  it('gives way to what is told of one thing for sure', () => {
    expect(read('可能有胸口痛。查房：无胸口痛。')).toContain('chest-pain-');
  });
});

it.each(['Cough: resolved. Chest pain: ongoing.', '咳嗽：已好。胸口痛：仍有。'])(
  'says behind a name that it is over: %s',
  (text) => {
    expect(read(text)).toEqual(['chest-pain+']);
  },
);
