import {
  type Bundle,
  type Condition,
  type Encounter,
  type FamilyMemberHistory,
  type FhirResource,
  type Observation,
  type Patient,
} from 'fhir/r4';
import { CaseInput } from '@openrounds/contracts';
import { TODAY, vocabulary } from '../../test/vocabulary.fixture';
import { NotImportable } from '../model/imported';
import { fromFhir } from './from-fhir';

const read = (document: unknown) => fromFhir(document, vocabulary, { today: TODAY });
const bundle = (...resources: FhirResource[]): Bundle<FhirResource> => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
});
const rejections = (document: unknown): string[] =>
  read(document).rejected.map(({ pointer, code }) => `${pointer} ${code}`);

const HPO = 'http://human-phenotype-ontology.org';
const ICD10 = 'http://hl7.org/fhir/sid/icd-10';
const LOINC = 'http://loinc.org';
const UCUM = 'http://unitsofmeasure.org';
const SNOMED = 'http://snomed.info/sct';
const STATUS = 'http://terminology.hl7.org/CodeSystem/condition-ver-status';
const CLINICAL = 'http://terminology.hl7.org/CodeSystem/condition-clinical';
const FLAG = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';

const concept = (system: string, code: string) => ({ coding: [{ system, code }] });
const ada: Patient = { resourceType: 'Patient', id: 'ada', gender: 'female', birthDate: '1990-05-04' };
const condition = (system: string, code: string, more: Partial<Condition> = {}): Condition => ({
  resourceType: 'Condition',
  subject: { reference: 'Patient/ada' },
  code: concept(system, code),
  ...more,
});
const observation = (loinc: string, more: Partial<Observation> = {}): Observation => ({
  resourceType: 'Observation',
  status: 'final',
  code: concept(LOINC, loinc),
  ...more,
});
const quantity = (value: number, code: string) => ({ value, system: UCUM, code });

describe('fromFhir', () => {
  it('makes a sound case of a bundle', () => {
    const { case: made, rejected } = read(
      bundle(
        ada,
        condition(HPO, 'HP:0002094'),
        observation('48065-7', {
          valueQuantity: quantity(2.4, 'mg/L{FEU}'),
          referenceRange: [{ high: quantity(0.5, 'mg/L{FEU}') }],
          effectiveDateTime: '2020-03-01T08:30:00Z',
        }),
        observation('8310-5', { valueQuantity: quantity(101.3, '[degF]') }),
        {
          resourceType: 'Encounter',
          status: 'finished',
          class: { code: 'EMER' },
          period: { start: '2020-02-28T22:00:00Z' },
        },
      ),
    );
    expect(CaseInput.parse(made)).toEqual({
      patient: { age: { value: 29, unit: 'a' }, sex: 'female' },
      setting: 'emergency',
      findings: [
        { findingId: 'dyspnoea', presence: 'present' },
        { findingId: 'body-temperature', value: { number: 101.3, unit: '[degF]' } },
      ],
      labs: [
        {
          code: '48065-7',
          value: 2.4,
          unit: 'mg/L{FEU}',
          referenceRange: { high: 0.5, unit: 'mg/L{FEU}' },
          collectedAt: '2026-11-20T08:30:00.000Z',
        },
      ],
    });
    expect(rejected).toEqual([]);
  });

  it.each([
    ['a searchset', { ...bundle(condition(HPO, 'HP:0002094')), type: 'searchset' }],
    ['a document', { ...bundle(condition(HPO, 'HP:0002094')), type: 'document' }],
    ['a single resource', condition(HPO, 'HP:0002094')],
  ])('reads %s', (_, document) => {
    expect(read(document).case.findings).toEqual([{ findingId: 'dyspnoea', presence: 'present' }]);
  });

  it.each([
    ['a text', 'Bundle', ''],
    ['no resource', { type: 'collection' }, '/resourceType'],
    ['a history', { resourceType: 'Bundle', type: 'history' }, '/type'],
    ['a type that is none', { resourceType: 'Bundle', type: ['collection'], entry: [] }, '/type'],
    ['a list that is none', { resourceType: 'Bundle', entry: 'x' }, '/entry'],
    ['2,001 entries', { resourceType: 'Bundle', entry: Array.from({ length: 2_001 }, () => ({})) }, '/entry'],
  ])('does not read %s', (_, document, pointer) => {
    expect(() => read(document)).toThrow(NotImportable);
    try {
      read(document);
    } catch (error) {
      expect(error).toMatchObject({ pointer: pointer || '/resourceType' });
    }
  });

  describe('Patient', () => {
    const patientOf = (more: Partial<Patient>, ...others: FhirResource[]) =>
      read(bundle({ ...ada, ...more, resourceType: 'Patient' }, ...others));

    it('takes no identity, and counts what it left', () => {
      const imported = patientOf({
        name: [{ family: 'Quill', given: ['Ada'] }],
        identifier: [{ value: 'MRN-778812' }],
        telecom: [
          { system: 'phone', value: '0151 496 0000' },
          { system: 'email', value: 'ada@quill.example' },
        ],
        address: [{ line: ['1 Inkwell Lane'] }],
        managingOrganization: { display: 'St Elsewhere' },
      });
      expect(JSON.stringify(imported)).not.toMatch(/Quill|Ada|778812|0151|ada@|Inkwell|Elsewhere|1990/);
      expect(imported.withheld).toEqual([
        { kind: 'name', count: 1 },
        { kind: 'mrn', count: 1 },
        { kind: 'address', count: 1 },
        { kind: 'phone', count: 1 },
        { kind: 'email', count: 1 },
        { kind: 'date', count: 1 },
        { kind: 'org', count: 1 },
      ]);
    });

    it.each([
      ['1990-05-04', { value: 36, unit: 'a' }],
      ['1990-12-04', { value: 35, unit: 'a' }],
      ['1990', { value: 36, unit: 'a' }],
      ['2025-08-21', { value: 14, unit: 'mo' }],
      ['2026-11-06', { value: 14, unit: 'd' }],
    ])('born %s is %j old on the day of the import', (birthDate, age) => {
      expect(patientOf({ birthDate }).case.patient.age).toEqual(age);
    });

    it.each([
      ['2026', 'age-coarse'],
      ['2026-11', 'age-coarse'],
      ['2030-01-01', 'age-impossible'],
      ['1850-01-01', 'age-impossible'],
      ['4 May 1990', 'malformed'],
      ['1990-02-30', 'malformed'],
    ])('does not guess the age of one born %s', (birthDate, code) => {
      const { case: made, rejected } = patientOf({ birthDate });
      expect(made.patient.age).toBeNull();
      expect(rejected).toMatchObject([{ pointer: '/entry/0/resource/birthDate', code }]);
    });

    it('takes the age at the newest observation', () => {
      const old = observation('8310-5', {
        valueQuantity: quantity(37, 'Cel'),
        effectiveDateTime: '2001-05-05',
      });
      expect(patientOf({}, old).case.patient.age).toEqual({ value: 11, unit: 'a' });
    });

    it('takes another gender as an unknown sex, and says so', () => {
      const { case: made, rejected } = patientOf({ gender: 'other' });
      expect(made.patient.sex).toBe('unknown');
      expect(rejected).toMatchObject([{ pointer: '/entry/0/resource/gender', code: 'sex-not-read' }]);
    });

    it('is one: what belongs to another is left out', () => {
      const document = bundle(
        ada,
        { ...ada, id: 'bob' },
        condition(HPO, 'HP:0002094', { subject: { reference: 'Patient/bob' } }),
        condition(HPO, 'HP:0012735', {
          subject: { reference: 'https://fhir.example/Patient/ada/_history/2' },
        }),
        observation('8310-5', {
          focus: [{ reference: 'Patient/child' }],
          valueQuantity: quantity(39, 'Cel'),
        }),
      );
      expect(rejections(document)).toEqual([
        '/entry/1/resource another-person',
        '/entry/2/resource another-person',
        '/entry/4/resource another-person',
      ]);
      expect(read(document).case.findings).toEqual([{ findingId: 'cough', presence: 'present' }]);
    });

    it('is known by its full URL too', () => {
      const document: Bundle<FhirResource> = {
        resourceType: 'Bundle',
        type: 'transaction',
        entry: [
          { fullUrl: 'urn:uuid:1', resource: { resourceType: 'Patient', gender: 'male' } },
          { resource: condition(HPO, 'HP:0002094', { subject: { reference: 'urn:uuid:1' } }) },
          { resource: condition(HPO, 'HP:0012735', { subject: { reference: 'urn:uuid:2' } }) },
        ],
      };
      expect(rejections(document)).toEqual(['/entry/2/resource another-person']);
    });

    it('is told whether she is pregnant', () => {
      const pregnant = (code: string) =>
        read(bundle(ada, observation('82810-3', { valueCodeableConcept: concept(LOINC, code) })));
      expect(pregnant('LA15173-0').case.patient.pregnant).toBe(true);
      expect(pregnant('LA26683-5').case.patient.pregnant).toBe(false);
      expect(pregnant('LA4489-6').rejected).toMatchObject([{ code: 'unknown-answer' }]);
    });

    it('cannot be pregnant as a man', () => {
      const { case: made, rejected } = patientOf(
        { gender: 'male' },
        observation('82810-3', { valueCodeableConcept: concept(SNOMED, '77386006') }),
      );
      expect(made.patient.pregnant).toBeNull();
      expect(rejected).toMatchObject([{ pointer: '/entry/1/resource', code: 'pregnancy-impossible' }]);
    });
  });

  describe('Condition', () => {
    it.each<[string, Condition, object]>([
      ['a symptom by ICD-10', condition(ICD10, 'R06.0'), { findingId: 'dyspnoea', presence: 'present' }],
      ['ICD-10 without its dot', condition(ICD10, 'R060'), { findingId: 'dyspnoea', presence: 'present' }],
      [
        'a refuted symptom',
        condition(HPO, 'HP:0012735', { verificationStatus: concept(STATUS, 'refuted') }),
        { findingId: 'cough', presence: 'absent' },
      ],
      ['a state', condition(HPO, 'HP:0001945'), { findingId: 'body-temperature', value: { code: 'high' } }],
      [
        'a denied state',
        condition(ICD10, 'R50.9', { verificationStatus: concept(STATUS, 'refuted') }),
        { findingId: 'body-temperature', value: { code: 'normal' } },
      ],
      [
        'a symptom that is not sure',
        condition(HPO, 'HP:0012735', { verificationStatus: concept(STATUS, 'provisional') }),
        { findingId: 'cough', presence: 'present', certainty: 0.7 },
      ],
      [
        'a symptom of the past that stands for something',
        condition(HPO, 'HP:0001250', { clinicalStatus: concept(CLINICAL, 'resolved') }),
        { findingId: 'seizure', presence: 'present', assertion: 'historical' },
      ],
      ['a known disease', condition(ICD10, 'J45.9'), { findingId: 'known-asthma', presence: 'present' }],
      [
        'a disease of the past',
        condition(ICD10, 'I26.9', { clinicalStatus: concept(CLINICAL, 'inactive') }),
        { findingId: 'previous-venous-thromboembolism', presence: 'present' },
      ],
      [
        'the code that is read among others',
        {
          ...condition(SNOMED, '267036007'),
          code: {
            coding: [
              { system: SNOMED, code: '267036007' },
              { system: HPO, code: 'HP:0002094' },
            ],
          },
        },
        { findingId: 'dyspnoea', presence: 'present' },
      ],
    ])('takes %s', (_, resource, finding) => {
      const { case: made, rejected } = read(resource);
      expect(made.findings).toEqual([finding]);
      expect(rejected).toEqual([]);
    });

    it.each<[string, Condition, string, object]>([
      [
        'a code without a finding',
        condition(HPO, 'HP:9999999'),
        '/code unknown-code',
        { coding: 'HP:9999999' },
      ],
      ['a code that is none', condition(HPO, 'Ada Quill'), '/code unread-system', {}],
      ['SNOMED CT', condition(SNOMED, '267036007'), '/code unread-system', {}],
      ['words', condition(HPO, 'x', { code: { text: 'short of breath' } }), '/code no-code', {}],
      ['a diagnosis', condition(ICD10, 'J18.9'), ' diagnosis', { coding: 'ICD-10 J18.9' }],
      [
        'the diagnosis of the visit',
        condition(ICD10, 'J45.9', {
          category: [
            concept('http://terminology.hl7.org/CodeSystem/condition-category', 'encounter-diagnosis'),
          ],
        }),
        ' diagnosis',
        { coding: 'ICD-10 J45.9' },
      ],
      [
        'a suspicion',
        condition(ICD10, 'J45.9', { verificationStatus: concept(STATUS, 'differential') }),
        ' diagnosis',
        { coding: 'ICD-10 J45.9' },
      ],
      [
        'a code that two diseases share, of which one is a finding',
        condition(ICD10, 'I48.0'),
        ' ambiguous-code',
        { coding: 'ICD-10 I48.0' },
      ],
      [
        'a symptom of the past that stands for nothing',
        condition(HPO, 'HP:0012735', { clinicalStatus: concept(CLINICAL, 'resolved') }),
        ' past-not-used',
        { findingId: 'cough' },
      ],
      [
        'an error',
        condition(HPO, 'HP:0012735', { verificationStatus: concept(STATUS, 'entered-in-error') }),
        ' withdrawn',
        {},
      ],
      [
        'what an extension modifies',
        condition(HPO, 'HP:0012735', { modifierExtension: [{ url: 'urn:not' }] }),
        ' modified',
        {},
      ],
    ])('names %s', (_, resource, place, detail) => {
      const { case: made, rejected } = read(resource);
      expect(made.findings).toBeUndefined();
      expect(rejected.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([place]);
      expect(rejected[0]?.detail).toEqual(detail);
    });

    it('lets what is stand against what is not', () => {
      const { case: made, rejected } = read(
        bundle(
          condition(HPO, 'HP:0002045', {
            recordedDate: '2026-01-02',
            verificationStatus: concept(STATUS, 'refuted'),
          }),
          condition(HPO, 'HP:0001945', { recordedDate: '2026-01-01' }),
        ),
      );
      expect(made.findings).toEqual([{ findingId: 'body-temperature', value: { code: 'high' } }]);
      expect(rejected).toMatchObject([{ pointer: '/entry/0/resource', code: 'older-value' }]);
    });

    it('names what it says besides', () => {
      const resource = condition(HPO, 'HP:0002094', {
        bodySite: [{ text: 'left' }],
        severity: { text: 'bad' },
      });
      expect(rejections(resource)).toEqual(['/bodySite not-used', '/severity not-used']);
    });

    it('says that notes are not read', () => {
      const note = [{ text: 'Ada says that it began on the train' }];
      expect(rejections(bundle(ada, condition(HPO, 'HP:0002094', { note })))).toEqual([
        '/entry/1/resource/note free-text',
      ]);
    });

    it('keeps the more recent of two that contradict, also along an is-a line', () => {
      const refuted = concept(STATUS, 'refuted');
      const { case: made, rejected } = read(
        bundle(
          condition(HPO, 'HP:0012735', { recordedDate: '2026-01-02' }),
          condition(HPO, 'HP:0012735', { recordedDate: '2026-01-03', verificationStatus: refuted }),
          condition(HPO, 'HP:0100749', { recordedDate: '2026-01-01', verificationStatus: refuted }),
          condition(HPO, 'HP:0033771', { recordedDate: '2026-01-02' }),
        ),
      );
      expect(made.findings).toEqual([
        { findingId: 'cough', presence: 'absent' },
        { findingId: 'pleuritic-chest-pain', presence: 'present' },
      ]);
      expect(rejected).toEqual([
        {
          pointer: '/entry/0/resource',
          code: 'contradiction',
          detail: { findingId: 'cough', kept: '/entry/1/resource' },
        },
        {
          pointer: '/entry/2/resource',
          code: 'contradiction',
          detail: { findingId: 'chest-pain', kept: '/entry/3/resource' },
        },
      ]);
    });
  });

  describe('Observation', () => {
    const one = (resource: Observation) => {
      const { case: made, rejected } = read(resource);
      return {
        taken: [...(made.findings ?? []), ...(made.labs ?? [])],
        rejected: rejected.map(({ pointer, code }) => `${pointer} ${code}`),
      };
    };

    it.each<[string, Observation, object]>([
      [
        'a quantity with a comparator',
        observation('48065-7', { valueQuantity: { ...quantity(0.3, 'mg/L{FEU}'), comparator: '<' } }),
        { code: '48065-7', value: { comparator: '<', number: 0.3 }, unit: 'mg/L{FEU}' },
      ],
      [
        'the code of another unit',
        observation('2345-7', { valueQuantity: quantity(200, 'mg/dL') }),
        { code: '2345-7', value: 200, unit: 'mg/dL' },
      ],
      [
        'a coded answer',
        observation('5196-1', { valueCodeableConcept: concept(SNOMED, '10828004') }),
        { code: '5196-1', value: { code: 'positive' } },
      ],
      [
        'a boolean',
        observation('5196-1', { valueBoolean: false }),
        { code: '5196-1', value: { code: 'negative' } },
      ],
      [
        'a flag without a value',
        observation('2345-7', { interpretation: [concept(FLAG, 'H')] }),
        { code: '2345-7', value: { code: 'high' } },
      ],
      [
        'a flag beside words',
        observation('5196-1', { valueString: 'POSITIV', interpretation: [concept(FLAG, 'POS')] }),
        { code: '5196-1', value: { code: 'positive' } },
      ],
      [
        'a titre',
        observation('5048-4', { valueRatio: { numerator: { value: 1 }, denominator: { value: 160 } } }),
        { code: '5048-4', value: { titre: '1:160' }, unit: '{titer}' },
      ],
      [
        'a score without a unit',
        observation('9269-2', { valueInteger: 15 }),
        { findingId: 'glasgow-coma-scale', value: { number: 15, unit: '{score}' } },
      ],
      [
        'a finding as the answer',
        observation('75325-1', { valueCodeableConcept: concept(HPO, 'HP:0002094') }),
        { findingId: 'dyspnoea', presence: 'present' },
      ],
      [
        'a smoking status',
        observation('72166-2', { valueCodeableConcept: concept(SNOMED, '266919005') }),
        { findingId: 'smoking', presence: 'absent' },
      ],
      [
        'a number that decides',
        observation('39156-5', { valueQuantity: quantity(31, 'kg/m2') }),
        { code: '39156-5', value: 31, unit: 'kg/m2' },
      ],
      [
        'a state as the question',
        observation('', {
          code: concept(HPO, 'HP:0001945'),
          valueCodeableConcept: concept(SNOMED, '52101004'),
        }),
        { findingId: 'body-temperature', value: { code: 'high' } },
      ],
      [
        'a finding as the question',
        observation('', {
          code: concept(HPO, 'HP:0012735'),
          valueCodeableConcept: concept(LOINC, 'LA9634-2'),
        }),
        { findingId: 'cough', presence: 'absent' },
      ],
    ])('takes %s', (_, resource, expected) => {
      const { taken, rejected } = one(resource);
      expect(rejected).toEqual([]);
      expect(taken).toEqual([expected]);
    });

    it('takes each component for itself', () => {
      const pressure = observation('85354-9', {
        component: [
          { code: concept(LOINC, '8480-6'), valueQuantity: quantity(88, 'mm[Hg]') },
          { code: concept(LOINC, '8462-4'), dataAbsentReason: concept('x', 'unknown') },
        ],
      });
      expect(one(pressure)).toEqual({
        taken: [{ findingId: 'systolic-blood-pressure', value: { number: 88, unit: 'mm[Hg]' } }],
        rejected: ['/component/1/dataAbsentReason no-value'],
      });
    });

    it('asks no value of a panel whose members stand elsewhere', () => {
      expect(one(observation('24323-8', { hasMember: [{ reference: 'Observation/1' }] }))).toEqual({
        taken: [],
        rejected: [],
      });
    });

    it.each<[string, Observation, string]>([
      ['an error', observation('48065-7', { status: 'entered-in-error' }), '/status withdrawn'],
      ['no value', observation('48065-7'), ' no-value'],
      [
        'no value, with its reason',
        observation('48065-7', { dataAbsentReason: concept('x', 'not-performed') }),
        '/dataAbsentReason no-value',
      ],
      ['a code without a finding', observation('99999-9', { valueInteger: 3 }), '/code unknown-code'],
      ['words', observation('48065-7', { valueString: 'raised' }), '/valueString free-text'],
      [
        'a unit that is not UCUM',
        observation('48065-7', { valueQuantity: { value: 2.4, unit: 'mg/L' } }),
        '/valueQuantity unit-not-ucum',
      ],
      [
        'a unit that UCUM does not know',
        observation('8480-6', { valueQuantity: quantity(120, 'mmHg') }),
        '/valueQuantity unit-not-ucum',
      ],
      [
        'a unit of something else',
        observation('8310-5', { valueQuantity: quantity(37, 'kg') }),
        '/valueQuantity unit-not-convertible',
      ],
      ['no unit', observation('8310-5', { valueQuantity: { value: 37 } }), '/valueQuantity unit-missing'],
      [
        'no unit of a laboratory value',
        observation('2345-7', { valueInteger: 5 }),
        '/valueInteger unit-missing',
      ],
      [
        'what cannot be',
        observation('8310-5', { valueQuantity: quantity(4_000, 'Cel') }),
        '/valueQuantity value-impossible',
      ],
      [
        'an answer of its own',
        observation('5196-1', { valueCodeableConcept: concept('urn:local', 'y') }),
        '/valueCodeableConcept unknown-answer',
      ],
      ['a range', observation('2345-7', { valueRange: { low: { value: 1 } } }), '/valueRange not-used'],
      [
        'a shape that is none',
        observation('2345-7', { valueQuantity: { value: 'five' as unknown as number } }),
        '/valueQuantity/value malformed',
      ],
    ])('names %s', (_, resource, expected) => {
      expect(one(resource)).toEqual({ taken: [], rejected: [expected] });
    });

    it('keeps a value whose range is of another unit, without the range', () => {
      const resource = observation('2345-7', {
        valueQuantity: quantity(5, 'mmol/L'),
        referenceRange: [{ high: quantity(7, 'kg') }],
      });
      expect(one(resource)).toEqual({
        taken: [{ code: '2345-7', value: 5, unit: 'mmol/L' }],
        rejected: ['/valueQuantity unit-not-convertible'],
      });
    });

    it('keeps the newest of a vital sign, and every value of a laboratory series in order of time', () => {
      const series = (code: string, unit: string, ...values: [string, number][]) =>
        values.map(([effectiveDateTime, value]) =>
          observation(code, { effectiveDateTime, valueQuantity: quantity(value, unit) }),
        );
      const { case: made, rejected } = read(
        bundle(
          ...series('8867-4', '/min', ['2026-11-18', 120], ['2026-11-19', 80]),
          ...series('2345-7', 'mmol/L', ['2026-11-19', 12], ['2026-11-18', 5]),
        ),
      );
      expect(made.findings).toEqual([{ findingId: 'heart-rate', value: { number: 80, unit: '/min' } }]);
      expect(made.labs).toMatchObject([
        { value: 5, collectedAt: '2026-11-19T00:00:00.000Z' },
        { value: 12, collectedAt: '2026-11-20T00:00:00.000Z' },
      ]);
      expect(rejected).toMatchObject([
        { pointer: '/entry/0/resource', code: 'older-value', detail: { kept: '/entry/1/resource' } },
      ]);
    });

    it('reads a record of years as the day that it ends on', () => {
      const on = (code: string, effectiveDateTime: string, value: number, unit: string) =>
        observation(code, { effectiveDateTime, valueQuantity: quantity(value, unit) });
      const document = bundle(
        ada,
        on('48065-7', '2019-05-01', 9, 'mg/L{FEU}'),
        on('8867-4', '2019-05-01', 150, '/min'),
        on('2345-7', '2019-05-01', 5, 'mmol/L'),
        on('2345-7', '2026-11-01', 12, 'mmol/L'),
        observation('82810-3', {
          effectiveDateTime: '2019-05-01',
          valueCodeableConcept: concept(LOINC, 'LA15173-0'),
        }),
      );
      const { case: made, rejected } = read(document);
      expect(made.findings).toBeUndefined();
      expect(made.labs?.map(({ value }) => value)).toEqual([5, 12]);
      expect(made.patient.pregnant).toBeUndefined();
      expect(rejected.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
        '/entry/1/resource out-of-date',
        '/entry/2/resource out-of-date',
        '/entry/5/resource out-of-date',
      ]);
    });

    it('takes one of two results of one test at one moment', () => {
      const at = { effectiveDateTime: '2026-11-18T08:00:00Z' };
      const document = bundle(
        observation('2345-7', { ...at, valueQuantity: quantity(5, 'mmol/L') }),
        observation('14749-6', { ...at, valueQuantity: quantity(15, 'mmol/L') }),
        observation('2345-7', { ...at, valueQuantity: quantity(5, 'mmol/L') }),
      );
      expect(read(document).case.labs).toMatchObject([{ value: 5 }]);
      expect(rejections(document)).toEqual(['/entry/1/resource contradiction']);
    });
  });

  describe('Encounter', () => {
    const visit = (start: string, code: string, more: Partial<Encounter> = {}): Encounter => ({
      resourceType: 'Encounter',
      status: 'finished',
      class: { code },
      period: { start },
      ...more,
    });

    it('tells the setting by the newest visit, and what brought the patient there', () => {
      const { case: made, rejected } = read(
        bundle(
          ada,
          visit('2026-11-18', 'EMER', { reasonCode: [concept(HPO, 'HP:0002094'), concept(ICD10, 'J18')] }),
          visit('2026-11-02', 'IMP', { reasonCode: [concept(HPO, 'HP:0012735')] }),
          visit('2026-11-19', 'IMP', { status: 'cancelled' }),
        ),
      );
      expect(made).toMatchObject({
        setting: 'emergency',
        findings: [{ findingId: 'dyspnoea', presence: 'present' }],
      });
      expect(rejected.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
        '/entry/1/resource/reasonCode/1 diagnosis',
        '/entry/2/resource/reasonCode not-used',
      ]);
    });

    it('leaves the setting open where it may be any', () => {
      expect(
        read(bundle(condition(HPO, 'HP:0002094'), visit('2026-11-18', 'AMB'))).case.setting,
      ).toBeUndefined();
    });
  });

  describe('FamilyMemberHistory', () => {
    const relative = (role: string, ...codes: [string, string][]): FamilyMemberHistory => ({
      resourceType: 'FamilyMemberHistory',
      status: 'completed',
      patient: { reference: 'Patient/ada' },
      name: 'Grace Quill',
      relationship: concept('http://terminology.hl7.org/CodeSystem/v3-RoleCode', role),
      condition: codes.map(([system, code]) => ({ code: concept(system, code) })),
    });

    it('is the risk factor that it stands for', () => {
      const {
        case: made,
        rejected,
        withheld,
      } = read(relative('MTH', [ICD10, 'I26.9'], [HPO, 'HP:0002076'], [ICD10, 'J18'], [HPO, 'HP:0012735']));
      expect(made.findings).toEqual([
        { findingId: 'family-history-of-venous-thromboembolism', presence: 'present' },
        { findingId: 'migraine-attacks', presence: 'present', assertion: 'family' },
      ]);
      expect(rejected.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
        '/condition/2 family-not-used',
        '/condition/3 family-not-used',
      ]);
      expect(withheld).toEqual([{ kind: 'name', count: 1 }]);
    });

    it('says nothing of those who share no blood', () => {
      expect(rejections(relative('HUSB', [ICD10, 'I26.9']))).toEqual(['/relationship not-blood-relative']);
    });
  });

  it('names every resource that it does not use, and none that it does not know', () => {
    const { rejected } = read({
      resourceType: 'Bundle',
      type: 'collection',
      entry: [
        { resource: { resourceType: 'MedicationStatement' } },
        { resource: { resourceType: 'AdaQuill' } },
        {},
        { resource: { resourceType: 'Patient' }, request: { method: 'DELETE' } },
      ],
    });
    expect(rejected).toEqual([
      { pointer: '/entry/0/resource', code: 'not-used', detail: { kind: 'MedicationStatement' } },
      { pointer: '/entry/1/resource', code: 'not-used', detail: {} },
      { pointer: '/entry/2/resource', code: 'malformed', detail: {} },
      { pointer: '/entry/3/resource', code: 'withdrawn', detail: {} },
    ]);
  });

  it('takes at most 500 findings, the newest', () => {
    const entry = Array.from({ length: 600 }, (_, index) => ({
      resource: condition(HPO, 'HP:0002094', {
        recordedDate: new Date(Date.UTC(2026, 0, index)).toISOString().slice(0, 10),
      }),
    }));
    const { case: made, rejected } = read({ resourceType: 'Bundle', type: 'collection', entry });
    expect(made.findings).toHaveLength(500);
    expect(rejected).toHaveLength(100);
    expect(rejected[0]).toEqual({ pointer: '/entry/0/resource', code: 'too-many', detail: {} });
  });
});
