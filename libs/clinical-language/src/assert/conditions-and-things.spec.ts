import { normalise } from '../normalise/normalise';
import { tokenise } from '../normalise/tokens';
import { isCircumstance, thingAt } from './statements';

const tokensOf = (text: string) => tokenise(normalise(text));

describe('isCircumstance', () => {
  const isTold = (text: string, condition: string): boolean => {
    const tokens = tokensOf(text);
    const from = tokens.findIndex((_, at) =>
      tokens
        .slice(at)
        .map((token) => token.text)
        .join('')
        .startsWith(condition),
    );
    const to = from + (/\p{Script=Han}/u.test(condition) ? condition.length : 1);
    return isCircumstance(tokens, { from: 0, to: tokens.length }, { from, to });
  };

  it.each([
    ['the pain is better if I sit forward', 'if'],
    ['it hurts if she coughs', 'if'],
    ['if I lie flat, it gets worse', 'if'],
    ['the ache eases if he bends his knees', 'if'],
    ['要是身子往前倾就好些', '要是'],
    ['翻身的话就头晕', '的话'],
    ['如果平躺胸痛会加重', '如果'],
  ])('is true of %s', (text, condition) => {
    expect(isTold(text, condition)).toBe(true);
  });

  it.each([
    ['return if the pain gets worse', 'if'],
    ['if the pain comes back, call us', 'if'],
    ['if it gets worse come back', 'if'],
    ['she asked if it could get worse', 'if'],
    ['paracetamol if fever', 'if'],
    ['如果头痛加重请及时就诊', '如果'],
    ['再痛的话就来医院', '的话'],
  ])('is false of %s', (text, condition) => {
    expect(isTold(text, condition)).toBe(false);
  });
});

describe('thingAt', () => {
  const things = (text: string): string[] => {
    const tokens = tokensOf(text);
    return tokens.flatMap((token, at) => (thingAt(tokens, at) === undefined ? [] : [token.text]));
  };

  it.each([
    ['my phone has gone dead', ['phone']],
    ['the car was blown over', ['car']],
    ['the battery died', ['battery']],
    ['手机没电了', ['手']],
    ['车子被风吹翻', ['车']],
  ])('finds the subject of %s', (text, expected) => {
    expect(things(text)).toEqual(expected);
  });

  it.each([
    'dizzy in the car',
    'her hand has gone dead',
    'pain when she lifts the phone',
    '坐车头晕',
    '手麻',
    '拿手机时手抖',
  ])('finds none in %s', (text) => {
    expect(things(text)).toEqual([]);
  });
});
