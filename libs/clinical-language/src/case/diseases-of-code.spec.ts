import { compiledOnce } from '@openrounds/testing';
import { type VocabularyDisease } from '../model/vocabulary';
import { diseasesOfIcd10 } from './diseases-of-code';

const disease = (id: string, ...icd10: string[]): VocabularyDisease => ({
  id,
  name: { en: id, zh: id },
  codes: { icd10 },
});

const vocabulary = compiledOnce({
  findings: [],
  panels: [],
  diseases: [
    disease('pulmonary-embolism', 'I26'),
    disease('atrial-fibrillation', 'I48'),
    disease('atrial-flutter', 'I48'),
    disease('type-1-diabetes', 'E10'),
    disease('diabetic-ketoacidosis', 'E10.1', 'E11.1'),
  ],
});

describe('diseasesOfIcd10', () => {
  it.each([
    ['I26', ['pulmonary-embolism']],
    ['I26.9', ['pulmonary-embolism']],
    ['I269', ['pulmonary-embolism']],
    ['i26.9', ['pulmonary-embolism']],
    ['I48.1', ['atrial-fibrillation', 'atrial-flutter']],
    ['E10.1', ['diabetic-ketoacidosis']],
    ['E10.9', ['type-1-diabetes']],
    ['I2', []],
    ['Z00', []],
  ])('%s names %j', (code, ids) => {
    expect(diseasesOfIcd10(code, vocabulary).map(({ id }) => id)).toEqual(ids);
  });
});
