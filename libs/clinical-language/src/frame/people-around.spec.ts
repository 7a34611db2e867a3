import { peopleOf } from '../recognise/people';
import { readText } from '../segment/read-text';
import { namedPeople, peopleAround } from './people-around';

/** The clues of a word: of its sentence, and of the text around that. */
function cluesOf(text: string, word: string): { inSentence: readonly number[]; around: readonly number[] } {
  const reading = readText(text);
  const from = reading.tokens.findIndex((token) => token.text === word);
  const sentence = reading.sentences.find((each) => each.from <= from && from < each.to);
  if (sentence === undefined) throw new Error('no such word');
  const people = namedPeople(peopleOf(reading));
  const { inSentence, inText } = peopleAround(people, sentence, { from, to: from + 1 });
  return { inSentence, around: inText };
}
const shared = (one: readonly number[], other: readonly number[]): number =>
  one.filter((clue) => other.includes(clue)).length;

describe('people around a finding', () => {
  it('are the same at any distance, and whatever relative it is', () => {
    const near = cluesOf('My mother coughs.', 'coughs');
    expect(cluesOf('My sister, as far as anybody knows, coughs.', 'coughs')).toEqual(near);
  });

  it('are others by whose they are, and behind it', () => {
    const mine = cluesOf('My mother coughs.', 'coughs').inSentence;
    const theirs = cluesOf('The neighbour coughs.', 'coughs').inSentence;
    const behind = cluesOf('Coughs, my mother.', 'coughs').inSentence;
    expect(shared(mine, theirs)).toBeLessThan(mine.length / 2);
    expect(shared(mine, behind)).toBeLessThan(mine.length / 2);
  });

  it('tell the patient who is called by a word of kinship from a relative', () => {
    const patient = cluesOf('A 30-year-old mother of two fainted.', 'fainted').inSentence;
    const relative = cluesOf('Her mother fainted.', 'fainted').inSentence;
    expect(shared(patient, relative)).toBeLessThan(patient.length / 2);
  });

  it('tell a relative who heads what is told, as in a talk or a list of a family', () => {
    const heading = cluesOf('Mum: coughs.', 'coughs').inSentence;
    const named = cluesOf('Mum coughs.', 'coughs').inSentence;
    expect(shared(heading, named)).toBeLessThan(named.length / 2);
  });

  it('of other sentences are clues of the text alone', () => {
    const alone = cluesOf('She coughs.', 'coughs');
    const after = cluesOf('The neighbour has asthma. She coughs.', 'coughs');
    expect(after.inSentence).toEqual(alone.inSentence);
    expect(after.around).not.toEqual(alone.around);
  });

  it('are nobody where nobody is named', () => {
    expect(cluesOf('Cough for weeks.', 'cough')).toEqual(cluesOf('Some cough.', 'cough'));
  });
});
