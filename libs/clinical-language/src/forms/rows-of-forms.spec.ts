import { normalise } from '../normalise/normalise';
import { writeAnsweredRows } from './answered-rows';
import { writeScoredItems } from './scored-items';
import { tokenise } from '../normalise/tokens';
import { writeUnmarkedRows } from './unmarked-rows';

const written = (text: string, write: typeof writeScoredItems): string =>
  write(tokenise(normalise(text)))
    .map(({ text: token }) => token)
    .join(' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');

describe('scores with a key', () => {
  it.each([
    ['ptosis 0, tremor 1 (0 = absent, 1 = there).', 'ptosis : no , tremor : yes .'],
    ['Pain now (0 none, 3 worst): stairs 2; rest 0.', 'pain now : stairs : yes ; rest : no .'],
    ['评分（0～3）：干咳2 胸闷0', '评分 : 干咳 : 有 , 胸闷 : 无'],
    ['Pain 7/10 | nausea 0/3 | itch 2/3', 'pain : yes | nausea : no | itch : yes'],
    ['overeating = 0; tiredness = 2.', 'overeating : no ; tiredness : yes .'],
    ['鸡蛋过敏 1；抽筋 0（1=有，0=无）', '鸡蛋过敏 : 有 ; 抽筋 : 无'],
  ])('are read as answers: %s', (text, expected) => {
    expect(written(text, writeScoredItems)).toBe(expected);
  });

  it.each([
    'ptosis 0, tremor 1',
    'rash (0 = yes, 1 = no) 0',
    'para 2 (3 living)',
    'day 2 (10 in all)',
    'power 5/5, vision 6/6',
    'urea = 7, potassium = 4',
    'murmur 2/6',
  ])('stay as they stand without one, or where a nought says yes: %s', (text) => {
    const tokens = tokenise(normalise(text));
    expect(writeScoredItems(tokens)).toEqual(tokens);
  });
});

describe('rows of items and answers', () => {
  it.each([
    ['signs behind questions', 'Wheeze? ✗ Stridor? ✓', 'wheeze ? no , stridor ? yes'],
    ['one sign behind a question', 'Ankle swelling: ✓', 'ankle swelling : yes'],
    ['words behind questions', '①怀孕?否 ②吸烟?有', '( 1 ) 怀孕 ? 否 , ( 2 ) 吸烟 ? 有'],
    ['words behind bars', '胸痛｜有　咯血｜无', '胸痛 : 有 , 咯血 | 无'],
  ])('end each item behind its answer: %s', (_, text, expected) => {
    expect(written(text, writeAnsweredRows)).toBe(expected);
  });

  it.each([
    ['a list of boxes has a heading', 'ROS: [x] cough [ ] fever'],
    ['an answer goes on', 'Rash? No rash or itch.'],
    ['cells are parted', 'left | yes | no | yellow'],
  ])('stay as they stand where %s', (_, text) => {
    const tokens = tokenise(normalise(text));
    expect(writeAnsweredRows(tokens)).toEqual(tokens);
  });
});

describe('rows without marks', () => {
  it.each([
    ['words', '胸痛 有 咯血 无', '胸痛 : 有 , 咯血 : 无'],
    ['words in English', 'Seen today: snoring yes naps no', 'seen today : snoring : yes , naps : no'],
    ['signs', 'Protein 2+ ketones -; seen', 'protein 2 + , ketones - ; seen'],
  ])('have their items parted behind their answers: %s', (_, text, expected) => {
    expect(written(text, writeUnmarkedRows)).toBe(expected);
  });

  it.each([
    ['the answers stand before', '有 胸痛 无 咯血'],
    ['all is denied', 'no rash no itch no'],
    ['a plus joins', 'nausea + vomiting + fever'],
    ['a dash parts', 'seen - well - home'],
  ])('stay as they stand where %s', (_, text) => {
    const tokens = tokenise(normalise(text));
    expect(writeUnmarkedRows(tokens)).toEqual(tokens);
  });
});
