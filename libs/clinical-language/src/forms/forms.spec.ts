import { normalise } from '../normalise/normalise';
import { writeSignedLists } from './signed-lists';
import { writeTickedOptions } from './ticked-options';
import { tokenise } from '../normalise/tokens';

const written = (text: string, write: typeof writeSignedLists): string =>
  write(tokenise(normalise(text)))
    .map(({ text: token }) => token)
    .join(' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');

describe('the answers of a form that gives them beforehand', () => {
  it.each([
    ['a box before each', '发热 □是 ☑否', '发热 : 否'],
    ['a box behind each', 'Fever: Yes ☐ No ☒', 'fever : no'],
    ['items side by side', 'Fever Y ☐ N ☑ Cough Y ☑ N ☐', 'fever : n , cough : y'],
    ['one of three', '腹水：是□ 否□ 不确定■；瘀斑：是■ 否□', '腹水 : 不确定 ; 瘀斑 : 是'],
    ['the sex', 'Sex: [ ] M [x] F.', 'sex : f .'],
    ['a degree', '痛经：轻○ 中○ 重●', '痛经 : 重'],
    [
      'one of two that is circled',
      'Loose teeth (YES) / no. Crowns Y (N), bridge Y/(N)',
      'loose teeth : yes . crowns : n , bridge : n',
    ],
    ['a degree that is circled', 'pain mild / (moderate) / severe', 'pain : moderate'],
    ['an answer in brackets', '肝大[否] 瘀点【是】', '肝大 : 否 , 瘀点 : 是'],
    ['nothing is ticked', '发热 □是 □否', '发热 : 此题空缺'],
    ['nothing is circled', 'Loose teeth Y / N', 'loose teeth : question left open'],
  ])('are read as written down: %s', (_, text, expected) => {
    expect(written(text, writeTickedOptions)).toBe(expected);
  });

  it.each([
    ['more than one is', '发热 ☑是 ☑否'],
    ['boxes stand before complaints', '□发热 ☑咳嗽'],
    ['nothing of several is circled', 'Loose teeth/gums Y / N'],
    ['a remark stands in brackets', 'pain none (mild)'],
    ['brackets hold something else', '肝大[右叶]'],
  ])('stay as they stand where %s', (_, text) => {
    const tokens = tokenise(normalise(text));
    expect(writeTickedOptions(tokens)).toEqual(tokens);
  });
});

describe('a list of signs', () => {
  it.each([
    ['before its items', '(-) fever (+) weight loss', 'fever : no , weight loss : yes'],
    ['before items that marks part', '☑ cough, ☐ fever', 'cough : yes , fever : no'],
    ['behind its items', 'mottled [ ] drowsy [x]', 'mottled : no , drowsy : yes'],
    ['in Chinese', '糖尿病☐ 痛风☑', '糖尿病 : 无 , 痛风 : 有'],
    ['with one in doubt', 'warmth (-) locking (?)', 'warmth : no , locking : unsure'],
    ['of results, which stay as they are', 'Kernig (-), ANA (+)', 'kernig ( - ) , ana ( + ) ,'],
    ['of Chinese brackets', '【 】肩 【√】腰', '肩 : 无 , 腰 : 有'],
    ['under a heading', 'ROS: [x] cough [ ] fever', 'ros : cough : yes , fever : no'],
    [
      'as in another of the text',
      '(-) fever (+) chills; GI (-) nausea (+) colic',
      'fever : no , chills : yes ; gi , nausea : no , colic : yes',
    ],
    ['with a remark in Chinese', '□痛风 ☑肾结石(打勾者为有)', '痛风 : 无 , 肾结石 : 有 , ( 打勾者为有 )'],
    ['with a remark', '[ ] cough [x] fever - seen by me', 'cough : no , fever : yes , - seen by me'],
  ])('is read as answers: %s', (_, text, expected) => {
    expect(written(text, writeSignedLists)).toBe(expected);
  });

  it.each([
    ['one sign is all there is', 'Rebound (+)'],
    ['it neither begins nor ends with one', 'pallor (+), icterus (-) up to the shin'],
    ['an item has something else in brackets', 'cough (+) wheeze (slight) fever (-)'],
    ['an item is a story', '☑ he came last week with his son and his dog by train ☐ fever'],
  ])('is none where %s', (_, text) => {
    const tokens = tokenise(normalise(text));
    expect(writeSignedLists(tokens)).toEqual(tokens);
  });

  it('keeps its words where they are written', () => {
    const text = 'mottled [ ] drowsy [x]';
    for (const { kind, text: word, start, end } of writeSignedLists(tokenise(normalise(text))))
      if (kind === 'word' && end > start) expect(text.slice(start, end)).toBe(word);
  });
});
