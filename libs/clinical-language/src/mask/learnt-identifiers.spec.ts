import { KeptSoftmax } from '@openrounds/classifier';
import { normalise } from '../normalise/normalise';
import { type Candidate, ENOUGH } from './candidate';
import { identifiersIn } from './identifiers';
import { learnIdentifiers, type MarkedText } from './learn-identifiers';
import { withLearnt } from './learnt-identifiers';
import { Passage } from './passage';

const NAMES = [
  'ferdie',
  'oona',
  'bram',
  'tilda',
  'corin',
  'jory',
  'wenna',
  'elowen',
  'kerra',
  'pasco',
  'tamsin',
  'denzel',
];
const before = 'the tablets for the ward were collected by ';
const behind = ' from the desk this morning after the round';

/** What people marked: whoever collects tablets, and texts in which nobody does. */
const TEXTS: MarkedText[] = [
  ...NAMES.map((name) => ({
    text: `${before}${name}${behind}`,
    identifiers: [{ kind: 'name', start: before.length, end: before.length + name.length }],
  })),
  ...NAMES.map((_, at) => ({
    text: `the ward was quiet this morning and ${at} tablets for the round were on the desk`,
    identifiers: [],
  })),
];
const LEARNT = new KeptSoftmax(learnIdentifiers(TEXTS));

/** What of a text is said to be somebody's beside what was found. */
function foundIn(text: string, found: readonly Candidate[] = []): string[] {
  const passage = new Passage(normalise(text));
  return withLearnt(passage, found, LEARNT).map(
    ({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`,
  );
}

describe('identifiers that are learnt', () => {
  it('finds by the words around it a name that nobody marked', () => {
    expect(foundIn(`${before}lowenna${behind}`)).toEqual(['name: lowenna']);
  });

  it('finds nobody where the words tell of nobody', () => {
    expect(foundIn('the round was quiet this morning and the ward tablets were on the desk')).toEqual([]);
  });

  it('lets stand what rules found, and goes on beside it', () => {
    const text = `${before}lowenna${behind}`;
    const ward: Candidate = { start: 16, end: 24, kind: 'phone', score: ENOUGH };
    expect(foundIn(text, [ward])).toEqual([`phone: ${text.slice(16, 24)}`, 'name: lowenna']);
  });

  it('lets a name go that the words tell to be nobody, where little more than enough speaks for it', () => {
    const text = 'the ward was quiet this morning and 3 tablets for the round were on the desk';
    const quiet = (score: number): Candidate => ({ start: 13, end: 18, kind: 'name', score });
    expect(foundIn(text, [quiet(ENOUGH)])).toEqual([]);
    expect(foundIn(text, [quiet(ENOUGH + 2)])).toEqual(['name: quiet']);
  });

  it('says nothing of a question or a term, which have no words around them', () => {
    expect(foundIn('collected by lowenna')).toEqual([]);
  });

  it.each([
    'Wilson disease',
    '威尔逊病',
    'Fever 38.9 for three days, pulse 112, sats 94 on air, CRP 186, potassium 3.1, no rash.',
    '发热三天，体温38.9度，脉搏112次，血钾3.1，白细胞18.2，双肺可闻及湿啰音，无皮疹。',
  ])('lets clinical words and values stand, as it ships: %s', (text) => {
    expect(identifiersIn(text)).toEqual([]);
  });
});
