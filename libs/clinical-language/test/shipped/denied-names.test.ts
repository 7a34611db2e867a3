import { vocabularyOf } from '@openrounds/knowledge';
import { shippedBundle, shippedVocabulary } from '../../../../test/support/shipped';
import { understandText } from '../../src/read-case';

const COMPILED = shippedVocabulary();

/** Symptoms and signs by their names; a name that denies something itself ("cannot walk") is read by that. */
const NAMED = vocabularyOf(shippedBundle()).findings.filter(
  ({ kind, domain }) => (kind === 'symptom' || kind === 'sign') && domain === 'binary',
);
const DENIES_ITSELF = /\b(?:no|not|without|absent|cannot|loss|lack|stopped)\b|[无不未没非缺失停]/iu;

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
    const names = NAMED.map(({ name }) => name[language]).filter((name) => !DENIES_ITSELF.test(name));
    expect(names.length).toBeGreaterThan(500);
    const wrong = names.flatMap((name) => toldPresent(denied(name)).slice(0, 1));
    expect(wrong.slice(Math.floor(names.length * FEW))).toEqual([]);
  });
});
