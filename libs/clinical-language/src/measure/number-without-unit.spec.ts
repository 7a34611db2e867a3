import { compiledOnce } from '@openrounds/testing';
import { VOCABULARY } from '../../test/vocabulary.fixture';
import { type ReportUnit, type Vocabulary } from '../model/vocabulary';
import { understandText } from '../read-case';

const REPORTED: Readonly<Record<string, readonly ReportUnit[]>> = {
  potassium: [],
  glucose: [{ unit: 'mg/dL' }],
  'neutrophil-count': [{ unit: '/uL', from: 100 }],
};

const vocabularyWithUnits: Vocabulary = {
  ...VOCABULARY,
  findings: VOCABULARY.findings.map((finding) => {
    const reportedIn = REPORTED[finding.id];
    return reportedIn === undefined ? finding : { ...finding, reportedIn };
  }),
};
const vocabulary = compiledOnce(vocabularyWithUnits);
const woman = { age: { value: 40, unit: 'a' }, sex: 'female' } as const;

/** States that are read, then findings whose unit is asked for. */
function understood(text: string): string[] {
  const { labs, warnings } = understandText(text, woman, vocabulary);
  return [
    ...labs.map(({ findingId, state }) => `${findingId ?? ''} ${state ?? ''}`),
    ...warnings.map(({ code, findingId }) => `${code} ${findingId ?? ''}`),
  ];
}

describe('a number without a unit', () => {
  it.each([
    ['is read where laboratories have one unit only', 'K 6.2', ['potassium high']],
    ['is read where every unit gives the same state', 'Neutrophils 0.2', ['neutrophil-count low']],
    [
      'is read where no report prints it so small in the other unit',
      '中性粒细胞14.2',
      ['neutrophil-count high'],
    ],
    [
      'is listed and asked for where it could mean two things',
      'Glucose 7',
      ['glucose ', 'unit-missing glucose'],
    ],
    ['is asked for as a large number, too', '血糖126', ['glucose ', 'unit-missing glucose']],
    ['is read where it can live in one unit only', 'Glucose 400', ['glucose high']],
    [
      'is asked for where a count may be told in either unit',
      'Neutrophils 120',
      ['neutrophil-count ', 'unit-missing neutrophil-count'],
    ],
    ['is listed where no finding stands for the test', 'AST 1840, potassium 6.2', [' ', 'potassium high']],
    ['tells how far a value is raised', 'potassium 2x ULN', ['potassium high']],
  ])('%s: %s', (_why, text, expected) => {
    expect(understood(text)).toEqual(expected);
  });

  it('is never given a unit: the report says what was written', () => {
    const [lab] = understandText('K 6.2', woman, vocabulary).labs;
    expect(lab).toMatchObject({ value: 6.2, state: 'high' });
    expect(lab).not.toHaveProperty('unit');
  });
});
