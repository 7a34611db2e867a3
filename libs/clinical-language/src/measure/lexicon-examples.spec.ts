import { compiledOnce } from '@openrounds/testing';
import { symptom, VOCABULARY } from '../../test/vocabulary.fixture';
import { type VocabularyFinding } from '../model/vocabulary';
import { understandText } from '../read-case';
import { LEVEL_ROWS } from './levels';
import { OTHER_TEST_ROWS, SHORT_NAME_ROWS } from './names';

const known = new Set(VOCABULARY.findings.map(({ id }) => id));

/** A quantity that the fixture lacks: every number that the example has is one that a patient can have. */
const quantity = (id: string, names: readonly string[], states: readonly string[]): VocabularyFinding =>
  symptom(id, names[0] ?? id, `所测${id}`, {
    kind: 'sign',
    stage: 'examination',
    domain: 'categorical',
    states,
    unit: '1',
    reportedIn: [],
    plausible: { low: 0, high: 1000 },
    intervals: [{ state: states[0] ?? '', from: 0 }],
    synonyms: { en: names },
  });

const NAMES: Readonly<Record<string, readonly string[]>> = {
  sodium: ['sodium', '钠'],
  'parathyroid-hormone': ['PTH'],
  'c-reactive-protein': ['CRP', 'C反应蛋白'],
  'thyroid-stimulating-hormone': ['TSH'],
  ammonia: ['血氨'],
};
const TESTS: Readonly<Record<string, readonly string[]>> = {
  'urine-dipstick-leucocytes-or-nitrite': ['nitrites', '尿亚硝酸盐'],
  'urine-dipstick-protein': ['尿蛋白'],
};
const vocabulary = compiledOnce({
  ...VOCABULARY,
  findings: [
    ...VOCABULARY.findings
      .filter(({ id }) => !(id in NAMES))
      .map((finding) => (finding.unit === undefined ? finding : { ...finding, reportedIn: [] })),
    ...Object.entries(NAMES).map(([id, names]) => quantity(id, names, ['low', 'normal', 'raised'])),
    ...Object.entries(TESTS).map(([id, names]) =>
      symptom(id, `finding ${id}`, `所见${id}`, { kind: 'lab', decidedBy: [{ names: { en: names } }] }),
    ),
    ...[...new Set(SHORT_NAME_ROWS.map(({ finding }) => finding))]
      .filter((id) => !known.has(id) && !(id in NAMES))
      .map((id) => quantity(id, [`name of ${id}`], ['normal'])),
  ],
});
const read = (text: string) =>
  understandText(text, { age: { value: 40, unit: 'a' }, sex: 'female' }, vocabulary);

describe('the words of the lexicon', () => {
  it.each(LEVEL_ROWS.map(({ example }) => [example.text, example] as const))(
    'a level: %s',
    (text, { finding, state }) => {
      const found = read(text).findings.find(({ findingId }) => findingId === finding);
      const value = found?.value;
      expect(found?.presence ?? (value !== undefined && 'code' in value ? value.code : undefined)).toBe(
        state,
      );
    },
  );

  it.each(SHORT_NAME_ROWS.map(({ finding, example }) => [example.text, finding, example.value] as const))(
    'a name in short: %s',
    (text, finding, number) => {
      const { findings, labs } = read(text);
      const numbers = findings.map(({ findingId, value }) => [
        findingId,
        value && 'number' in value && value.number,
      ]);
      const told = [...numbers, ...labs.map(({ findingId, value }) => [findingId, value])];
      expect(told).toContainEqual([finding, number]);
    },
  );

  it.each(OTHER_TEST_ROWS.map(({ example }) => [example.text, example.value] as const))(
    'a test that no finding stands for: %s',
    (text, number) => {
      const { findings, labs } = read(text);
      expect([findings, labs.map(({ findingId, value }) => [findingId, value])]).toEqual([
        [],
        [[undefined, number]],
      ]);
    },
  );
});
