import { normalise } from './normalise';
import { unifyEnglishWords } from './same-words';
import { tokenise } from './tokens';

const keys = (text: string): string[] =>
  unifyEnglishWords(tokenise(normalise(text))).flatMap(({ key, silent }) =>
    silent === true || key === '-' ? [] : [key],
  );

describe('English words of one class', () => {
  it.each([
    ['sore tummy', 'aching belly'],
    ['her belly hurts', 'her abdomen aches'],
    ['throwing up', 'vomited'],
    ['threw up blood', 'vomiting blood'],
    ['short of breath', 'dyspnoea'],
    ['light-headed', 'dizziness'],
    ['puffy ankles', 'swollen ankles'],
    ['wee', 'urine'],
    ['passing water', 'urinating'],
    ['poo', 'faeces'],
    ['hard to swallow', 'trouble swallowing'],
    ['gravelly voice', 'hoarse voice'],
    ['lower limbs', 'legs'],
    ['pain under the shoulder blade', 'ache under the scapula'],
    ['sudden severe pain', 'abrupt excruciating ache'],
  ])('%s is %s', (one, other) => {
    expect(keys(one)).toEqual(keys(other));
  });

  it.each([
    ['hard lump', 'difficult lump'],
    ['low back pain', 'reduced back pain'],
    ['stomach ulcer', 'abdominal ulcer'],
    ['red blood', 'bloody erythema'],
    ['erythema nodosum', 'red nodosum'],
    ['hot flush', 'warm flush'],
    ['mouth sores', 'mouth pain'],
    ['body mass', 'body lump'],
    ['oral contraceptive', 'mouth contraceptive'],
    ['a long period', 'a long menstruation'],
    ['upper and lower limbs', 'upper and legs'],
  ])('%s is no %s', (one, other) => {
    expect(keys(one)).not.toEqual(keys(other));
  });

  it('keeps text, place and its own stem', () => {
    const [throwing, up] = unifyEnglishWords(tokenise(normalise('throwing up')));
    expect(throwing).toMatchObject({ text: 'throwing', key: 'vomit', stem: 'throw', start: 0, end: 8 });
    expect(up).toMatchObject({ text: 'up', key: '', silent: true });
  });
});
