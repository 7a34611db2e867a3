import { CaseInput } from '@openrounds/contracts';
import { TODAY, vocabulary } from '../../test/vocabulary.fixture';
import { NotImportable } from '../model/imported';
import { fromPhenopacket } from './from-phenopacket';

const term = (id: string) => ({ id, label: 'as the sender names it' });
const read = (document: unknown) => fromPhenopacket(document, vocabulary, { today: TODAY });
const outcome = (document: unknown) => {
  const { case: made, rejected } = read(document);
  return {
    taken: [...(made.findings ?? []), ...(made.labs ?? [])],
    rejected: rejected.map(({ pointer, code }) => `${pointer} ${code}`),
  };
};

describe('fromPhenopacket', () => {
  it('makes a sound case of a packet', () => {
    const {
      case: made,
      rejected,
      withheld,
    } = read({
      id: 'packet-1',
      subject: {
        id: 'proband',
        alternateIds: ['MRN-778812'],
        sex: 'FEMALE',
        dateOfBirth: '1990-05-04T00:00:00Z',
        timeAtLastEncounter: { age: { iso8601duration: 'P33Y2M' } },
        taxonomy: term('NCBITaxon:9606'),
      },
      phenotypicFeatures: [{ type: term('HP:0002094') }, { type: term('HP:0012735'), excluded: true }],
      measurements: [
        {
          assay: term('LOINC:2345-7'),
          value: {
            quantity: {
              unit: term('UCUM:mg/dL'),
              value: 200,
              referenceRange: { unit: term('UCUM:mg/dL'), low: 70, high: 140 },
            },
          },
          timeObserved: { timestamp: '2021-01-01T10:54:20Z' },
        },
        { assay: term('LOINC:5196-1'), value: { ontologyClass: term('NCIT:C25626') } },
        { assay: term('LOINC:8867-4'), value: { quantity: { unit: term('UCUM:/min'), value: 120 } } },
      ],
      metaData: { createdBy: 'Ada Quill', phenopacketSchemaVersion: '2.0.0' },
      interpretations: [],
    });
    expect(CaseInput.parse(made)).toEqual({
      patient: { age: { value: 33, unit: 'a' }, sex: 'female' },
      findings: [
        { findingId: 'dyspnoea', presence: 'present' },
        { findingId: 'cough', presence: 'absent' },
        { findingId: 'heart-rate', value: { number: 120, unit: '/min' } },
      ],
      labs: [
        { code: '5196-1', value: { code: 'positive' } },
        {
          code: '2345-7',
          value: 200,
          unit: 'mg/dL',
          referenceRange: { low: 70, high: 140, unit: 'mg/dL' },
          collectedAt: '2026-11-20T10:54:20.000Z',
        },
      ],
    });
    expect(rejected).toEqual([]);
    expect(withheld).toEqual([
      { kind: 'mrn', count: 1 },
      { kind: 'date', count: 2 },
    ]);
  });

  it.each([
    [{ age: { iso8601duration: 'P5M' } }, { value: 5, unit: 'mo' }],
    [{ age: { iso8601duration: 'P1Y8M' } }, { value: 20, unit: 'mo' }],
    [{ age: { iso8601duration: 'P3W' } }, { value: 3, unit: 'wk' }],
    [{ age: { iso8601duration: 'P12D' } }, { value: 12, unit: 'd' }],
    [{ age: { iso8601duration: 'P33Y2M1DT4H' } }, { value: 33, unit: 'a' }],
    [
      { ageRange: { start: { iso8601duration: 'P30Y' }, end: { iso8601duration: 'P41Y' } } },
      { value: 35, unit: 'a' },
    ],
    [{ timestamp: '2000-01-02T00:00:00Z' }, { value: 9, unit: 'a' }],
  ])('reads the age %j', (timeAtLastEncounter, age) => {
    const subject = { dateOfBirth: '1990-05-04T00:00:00Z', timeAtLastEncounter };
    expect(read({ subject }).case.patient.age).toEqual(age);
  });

  it('takes the age on the day of the newest measurement where nothing else tells it', () => {
    const measurements = [
      {
        assay: term('LOINC:8867-4'),
        value: { quantity: { unit: term('UCUM:/min'), value: 120 } },
        timeObserved: { interval: { start: '2020-05-03T00:00:00Z', end: '2020-05-05T00:00:00Z' } },
      },
    ];
    const subject = { dateOfBirth: '1990-05-04T00:00:00Z' };
    expect(read({ subject, measurements }).case.patient.age).toEqual({ value: 30, unit: 'a' });
  });

  it.each([
    [
      { timeAtLastEncounter: { age: { iso8601duration: '33 years' } } },
      '/subject/timeAtLastEncounter age-not-read',
    ],
    [
      { timeAtLastEncounter: { ontologyClass: term('HP:0003581') } },
      '/subject/timeAtLastEncounter age-not-read',
    ],
    [
      { timeAtLastEncounter: { age: { iso8601duration: 'P150Y' } } },
      '/subject/timeAtLastEncounter age-impossible',
    ],
    [{ sex: 'OTHER_SEX' }, '/subject/sex sex-not-read'],
    [{ sex: 3 }, '/subject malformed'],
  ])('names what it cannot read of the subject: %j', (subject, expected) => {
    expect(outcome({ subject }).rejected).toEqual([expected]);
  });

  it.each<[string, object, unknown[], string[]]>([
    [
      'the onset and severity of a feature',
      {
        type: term('HP:0002094'),
        onset: { ontologyClass: term('HP:0011462') },
        severity: term('HP:0012828'),
        modifiers: [],
        description: 'since the train',
      },
      [{ findingId: 'dyspnoea', presence: 'present' }],
      [
        '/phenotypicFeatures/0/description free-text',
        '/phenotypicFeatures/0/onset not-used',
        '/phenotypicFeatures/0/severity not-used',
      ],
    ],
    [
      'a feature that names a state, which is read',
      { type: term('HP:0001945'), excluded: true },
      [{ findingId: 'body-temperature', value: { code: 'normal' } }],
      [],
    ],
    [
      'a feature without a finding',
      { type: term('HP:9999999') },
      [],
      ['/phenotypicFeatures/0/type unknown-code'],
    ],
    [
      'a feature of another ontology',
      { type: term('MP:0001262') },
      [],
      ['/phenotypicFeatures/0/type unread-system'],
    ],
    [
      'a feature that has gone',
      { type: term('HP:0012735'), resolution: { age: { iso8601duration: 'P3Y' } } },
      [],
      ['/phenotypicFeatures/0/resolution past-not-used'],
    ],
    [
      'a feature of the past that stands for something',
      { type: term('HP:0001250'), resolution: { age: { iso8601duration: 'P3Y' } } },
      [{ findingId: 'seizure', presence: 'present', assertion: 'historical' }],
      [],
    ],
    [
      'what version 1 called negated',
      { type: term('HP:0012735'), negated: true },
      [],
      ['/phenotypicFeatures/0 malformed'],
    ],
    ['no feature', { label: 'cough' }, [], ['/phenotypicFeatures/0 malformed']],
  ])('names %s', (_, feature, taken, rejected) => {
    expect(outcome({ phenotypicFeatures: [feature] })).toEqual({ taken, rejected });
  });

  it.each<[string, object, string]>([
    [
      'an assay without a finding',
      { assay: term('LOINC:1-8'), value: { quantity: { value: 1 } } },
      '/assay unknown-code',
    ],
    ['no value', { assay: term('LOINC:2345-7') }, ' no-value'],
    [
      'a unit of another ontology',
      { assay: term('LOINC:2345-7'), value: { quantity: { unit: term('NCIT:C67015'), value: 5 } } },
      '/value/quantity unit-not-ucum',
    ],
    [
      'no unit',
      { assay: term('LOINC:2345-7'), value: { quantity: { value: 5 } } },
      '/value/quantity unit-missing',
    ],
    [
      'an answer that says nothing',
      { assay: term('LOINC:5196-1'), value: { ontologyClass: term('NCIT:C47944') } },
      '/value/ontologyClass unknown-answer',
    ],
    ['a shape that is none', { assay: 'LOINC:2345-7' }, ' malformed'],
  ])('names %s', (_, measurement, expected) => {
    expect(outcome({ measurements: [measurement] })).toEqual({
      taken: [],
      rejected: [`/measurements/0${expected}`],
    });
  });

  it('takes the parts of a complex value', () => {
    const part = (loinc: string, value: number) => ({
      type: term(loinc),
      quantity: { unit: term('UCUM:mm[Hg]'), value },
    });
    const complexValue = { typedQuantities: [part('LOINC:8480-6', 88), part('LOINC:9-9', 50)] };
    expect(outcome({ measurements: [{ assay: term('LOINC:85354-9'), complexValue }] })).toEqual({
      taken: [{ findingId: 'systolic-blood-pressure', value: { number: 88, unit: 'mm[Hg]' } }],
      rejected: ['/measurements/0/complexValue/typedQuantities/1/type unknown-code'],
    });
  });

  it('never makes the diagnosis a finding, but takes a known comorbidity', () => {
    const diseases = [
      { term: term('OMIM:164400') },
      { term: term('ICD10:J18.9') },
      { term: term('ICD10CM:J45.901') },
      { term: term('ICD10:J45'), excluded: true },
      { term: term('ICD10:I26'), resolution: { timestamp: '2019-01-01T00:00:00Z' } },
    ];
    expect(outcome({ diseases })).toEqual({
      taken: [
        { findingId: 'known-asthma', presence: 'present' },
        { findingId: 'previous-venous-thromboembolism', presence: 'present' },
      ],
      rejected: ['/diseases/0 diagnosis', '/diseases/1 diagnosis', '/diseases/3 diagnosis'],
    });
  });

  it('names the sections that it does not use', () => {
    const document = {
      subject: {},
      biosamples: [{ id: 'x' }],
      interpretations: [{}],
      files: [],
      extra: true,
    };
    expect(read(document).rejected).toEqual([
      { pointer: '/biosamples', code: 'not-used', detail: { kind: 'biosamples' } },
      { pointer: '/extra', code: 'not-used', detail: {} },
      { pointer: '/interpretations', code: 'not-used', detail: { kind: 'interpretations' } },
    ]);
  });

  it.each([
    ['a text', 'x', ''],
    ['another document', { resourceType: 'Patient' }, ''],
    ['a family', { proband: { subject: {} } }, ''],
    [
      'version 1',
      { subject: {}, metaData: { phenopacketSchemaVersion: '1.0.0' } },
      '/metaData/phenopacketSchemaVersion',
    ],
    ['a mouse', { subject: { taxonomy: term('NCBITaxon:10090') } }, '/subject/taxonomy'],
    ['too much', { measurements: Array.from({ length: 2_001 }, () => ({})) }, '/measurements'],
  ])('does not read %s', (_, document, pointer) => {
    expect(() => read(document)).toThrow(expect.objectContaining({ name: NotImportable.name, pointer }));
  });
});
