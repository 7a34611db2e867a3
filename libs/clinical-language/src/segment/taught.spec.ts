import { readText } from './read-text';

const toldIn = (text: string): string[] => {
  const { sentences, quote } = readText(text);
  return sentences.map(({ from, to }) => quote(from, to).quote);
};
const lines = (...all: string[]): string => all.join('\n');

describe('what is taught of a case', () => {
  it.each([
    [
      'options in a line',
      'A man has chest pain. Which of these is it? A. Pneumonia B. Heart failure C. Rib fracture',
      ['A man has chest pain'],
    ],
    [
      'options in lines, their answer and what explains it',
      lines(
        '男，45岁，胸痛。最可能的诊断是',
        'A.肺炎',
        'B.心力衰竭',
        'C.哮喘',
        '答案：B',
        '解析：心衰有水肿。',
      ),
      ['男,45岁,胸痛'],
    ],
    ['options without marks', 'What is the next step? A Ultrasound / B Culture / C Sweat test', []],
    ['numbers', '首选检查？ (1)钡灌肠 (2)超声 (3)胃镜', []],
    [
      'circles',
      lines('Rash. Most likely organism?', '○ Norovirus', '● Salmonella', '○ Giardia', 'No fever.'),
      ['Rash', 'No fever'],
    ],
    [
      'points to learn, as far as the next heading',
      lines(
        'Cough.',
        'Take-home messages: croup has a bark.',
        'It may drool.',
        'Past medical history: gout.',
      ),
      ['Cough', 'gout'],
    ],
  ])('is not told: %s', (_, text, expected) => {
    expect(toldIn(text.normalize('NFKC'))).toEqual(expected);
  });

  it.each([
    'A: patent. B: RR 30. C: HR 120, rash on the chest.',
    'Q: What is the matter? 1 cough',
    'Which of these do you have? A. cough B. fever C. rash',
    '您有以下哪些情况？ (1)咳嗽 (2)发热 (3)皮疹',
    'She has three complaints: a) cough, b) fever, c) rash.',
    lines('S: cough.', 'O: wheeze.', 'A: asthma.', 'P: salbutamol.'),
  ])('%s has none', (text) => {
    expect(readText(text).taught).toEqual([]);
  });

  it('is quoted', () => {
    expect(readText('Which is it? A. Gout B. Asthma C. Croup').taught).toEqual([
      { start: 0, end: 39, quote: 'Which is it? A. Gout B. Asthma C. Croup' },
    ]);
  });
});
