import { compiledOnce } from '@openrounds/testing';
import { VOCABULARY } from '../test/vocabulary.fixture';
import { readQuestion } from './read-question';

const vocabulary = compiledOnce(VOCABULARY);
const read = (question: string) => readQuestion(question, vocabulary);
const findingIds = (question: string) => read(question).facts.map(({ findingId }) => findingId);

describe('reading a question', () => {
  it('tells the diseases that it names', () => {
    expect(read('How is a DVT ruled out?').diseaseIds).toEqual(['deep-vein-thrombosis']);
    expect(read('怎样排除深静脉血栓？').diseaseIds).toEqual(['deep-vein-thrombosis']);
    expect(read('Where is the library?')).toEqual({ diseaseIds: [], facts: [], ageYears: null });
  });

  it('tells what is present, with states, and the age', () => {
    const { facts, ageYears } = read('72-year-old man with chest pain and a temperature of 39 °C: what now?');
    expect(facts).toContainEqual({ findingId: 'chest-pain' });
    expect(facts).toContainEqual({ findingId: 'body-temperature', state: expect.any(String) });
    expect(ageYears).toBe(72);
  });

  it('counts what is asked about, not what is denied', () => {
    expect(findingIds('What do I do if there is chest pain?')).toContain('chest-pain');
    expect(findingIds('Breathless, no chest pain: what now?')).not.toContain('chest-pain');
  });
});
