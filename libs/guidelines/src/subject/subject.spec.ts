import { type Passage } from '../passage';
import { type ExampleQuestions, NO_QUESTIONS, shippedQuestions } from '../question/questions';
import { buildPassageIndex } from '../search/passage-index';
import { searchPassages } from '../search/search-passages';
import { type Described, type ReadFacts } from './described';
import { type DescribedConcept } from './subject-index';

const passage = (id: string, disease: string, en: string): Passage => ({
  id,
  document: `document-of-${id}`,
  year: 2020,
  language: 'en',
  title: { en: 'A document' },
  section: { en: 'Section' },
  text: { en },
  forDiseases: [disease],
  forFindings: [],
  region: 'international',
});
const described = (prior: number, clues: Described['clues'], told = ''): Described => ({
  prior,
  modifiers: [{ if: { ageYears: [60, 120] }, times: 1 }],
  clues,
  told: { en: told },
});
const disease = (id: string, en: string, about?: Described): DescribedConcept => ({
  id,
  kind: 'disease',
  name: { en },
  described: about,
});
const built = (questions: ExampleQuestions, passages: readonly Passage[] = PASSAGES) =>
  buildPassageIndex(passages, DISEASES, {}, () => questions);
const PASSAGES = [
  passage('glaucoma', 'angle-closure', 'Lower the pressure at once.'),
  passage('uveitis', 'uveitis', 'Refer within a day.'),
];
const DISEASES = [
  disease(
    'angle-closure',
    'Angle closure',
    described(0.0001, { 'red-eye': 3, haloes: 5, 'pressure=high': 5, 'mid-dilated-pupil': 5 }),
  ),
  disease('uveitis', 'Uveitis', described(0.0002, { 'red-eye': 3.5, haloes: -3 })),
  disease('keratoconus', 'Keratoconus'),
];
const index = built(NO_QUESTIONS);
const ids = (query: string, read: Partial<ReadFacts> = {}, within = index) =>
  searchPassages(within, {
    query,
    read: { diseaseIds: [], facts: [], ageYears: null, ...read },
    language: 'en',
    limit: 5,
  }).map((hit) => hit.passage.id);
const facts = (...findingIds: string[]) => findingIds.map((findingId) => ({ findingId }));

describe('what a question is about', () => {
  it('is the disease that its findings speak for, though it is not named', () => {
    const picture = facts('red-eye', 'haloes');
    expect(ids('rings round lamps', { facts: [...picture, ...facts('mid-dilated-pupil')] })).toEqual([
      'glaucoma',
    ]);
    const hard = { findingId: 'pressure', state: 'high' };
    expect(ids('eye like a stone', { facts: [...picture, hard] })).toEqual(['glaucoma']);
  });

  it('is the disease that the reading found named, in whatever words', () => {
    expect(ids('iritis', { diseaseIds: ['uveitis'] })).toEqual(['uveitis']);
  });

  it('stays open where findings are unlinked or few', () => {
    expect(ids('sore toe', { facts: facts('toe-pain') })).toEqual([]);
    expect(ids('pink eye', { facts: facts('red-eye') })).toEqual([]);
    expect(ids('rings round lamps', { facts: facts('red-eye', 'haloes') })).toEqual([]);
  });

  it('is a named disease that nothing is on, not what resembles it', () => {
    const picture = facts('red-eye', 'haloes');
    expect(ids('keratoconus with haloes', { facts: picture })).toEqual([]);
    expect(ids('conical cornea', { diseaseIds: ['keratoconus'], facts: picture })).toEqual([]);
  });

  it('is a whole picture, though something else is named that nothing is on', () => {
    const clues = ['haloes', 'mid-dilated-pupil', 'red-eye', 'vomiting', 'headache', 'cloudy-cornea'];
    const whole = described(0.0001, Object.fromEntries(clues.map((clue) => [clue, 5])));
    const within = buildPassageIndex(PASSAGES, [
      disease('angle-closure', 'Angle closure', whole),
      ...DISEASES.slice(1),
    ]);
    expect(ids('keratoconus, now this', { facts: facts(...clues) }, within)).toEqual(['glaucoma']);
  });

  it('is what others asked in such words', () => {
    const text =
      'floaters, dull deep ache, misty sight, small odd pupil, dazzled by lamps, worse reading, sore since Monday';
    const asked = [{ language: 'en', diseaseId: 'uveitis', aspect: 'first-action', text } as const];
    const told = { facts: facts('red-eye') };
    expect(ids(text, told)).toEqual([]);
    expect(ids(text, told, built({ asked, outside: [] }))).toEqual(['uveitis']);
  });

  it('is nothing that no guidance says, though it is named', () => {
    const learnt = built(shippedQuestions());
    const named = { diseaseIds: ['angle-closure'] };
    expect(ids('How is angle closure treated?', named, learnt)).toEqual(['glaucoma']);
    expect(ids('Who first described angle closure, and in which year?', named, learnt)).toEqual([]);
  });

  it('is what no guidance says where a passage has all words of the question', () => {
    const own = passage(
      'own',
      'angle-closure',
      'Who first described angle closure, and the year, is told here.',
    );
    const learnt = built(shippedQuestions(), [...PASSAGES, own]);
    const named = { diseaseIds: ['angle-closure'] };
    expect(ids('Who first described angle closure, and in which year?', named, learnt)).toEqual(['own']);
  });
});
