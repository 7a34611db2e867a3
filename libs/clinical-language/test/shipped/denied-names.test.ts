import { vocabularyOf } from '@openrounds/knowledge';
import { shippedBundle, shippedVocabulary } from '../../../../test/support/shipped';
import { normalise } from '../../src/normalise/normalise';
import { tokenise } from '../../src/normalise/tokens';
import { understandText } from '../../src/read-case';
import { grammar } from '../../src/recognise/grammar';

const COMPILED = shippedVocabulary();

/** Symptoms and signs by their names. */
const NAMED = vocabularyOf(shippedBundle()).findings.filter(
  ({ kind, domain }) => (kind === 'symptom' || kind === 'sign') && domain === 'binary',
);
const { denying } = grammar();
/** "Cannot walk", 不能平卧: a name that denies something itself is read by that. */
const deniesItself = (name: string): boolean =>
  tokenise(normalise(name)).some(({ text }) => denying.has(text));

/** What is told as present of a text about nothing but something that is not there. */
const toldPresent = (text: string): string[] =>
  understandText(text, undefined, COMPILED)
    .findings.filter(({ presence }) => presence === 'present')
    .map(({ findingId }) => `${text} ${findingId}`);

/** So few may go wrong: names of several things, of which a denial may be of one. */
const FEW = 0.005;

describe.each([
  ['en', (name: string) => `No ${name}.`],
  ['en', (name: string) => `${name}: no`],
  ['zh', (name: string) => `无${name}。`],
  ['zh', (name: string) => `${name}：无`],
] as const)('names of symptoms and signs in %s', (language, denied) => {
  it(`are not there in a text like ${denied('…')}`, () => {
    const names = NAMED.map(({ name }) => name[language]).filter((name) => !deniesItself(name));
    expect(names.length).toBeGreaterThan(500);
    const wrong = names.flatMap((name) => toldPresent(denied(name)).slice(0, 1));
    expect(wrong.slice(Math.floor(names.length * FEW))).toEqual([]);
  });
});
