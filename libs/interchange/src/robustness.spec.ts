import { tries } from '@openrounds/testing';
import fc from 'fast-check';
import { clinicalIssuesOf } from '@openrounds/clinical-language';
import { CaseInput } from '@openrounds/contracts';
import { TODAY, vocabulary } from '../test/vocabulary.fixture';
import { fromCsv } from './csv/from-csv';
import { fromFhir } from './fhir/from-fhir';
import { NotImportable, type Imported } from './model/imported';
import { fromPhenopacket } from './phenopacket/from-phenopacket';

const today = { today: TODAY };
const SECRET = 'Quillington';

/** What the formats are made of, well and badly put together, with a name where a text may stand. */
const word = fc.constantFrom(
  SECRET,
  'HP:0002094',
  'HP:0012735',
  'HP:0033771',
  'LOINC:2345-7',
  '2345-7',
  '8867-4',
  '82810-3',
  'J45.9',
  'I26',
  '',
  'H',
  'http://loinc.org',
  'http://human-phenotype-ontology.org',
  'http://hl7.org/fhir/sid/icd-10',
  'http://unitsofmeasure.org',
  'mmol/L',
  '/min',
  'UCUM:/min',
  'refuted',
  'resolved',
  'final',
  '1990-05-04',
  '2026-13-45',
  'P3Y',
  'female',
  'LA15173-0',
);
const key = fc.constantFrom(
  'coding',
  'system',
  'code',
  'value',
  'valueQuantity',
  'valueCodeableConcept',
  'status',
  'unit',
  'subject',
  'reference',
  'component',
  'interpretation',
  'referenceRange',
  'low',
  'high',
  'effectiveDateTime',
  'birthDate',
  'gender',
  'name',
  'id',
  'type',
  'excluded',
  'assay',
  'quantity',
  'timeObserved',
  'timestamp',
  'sex',
  'age',
  'iso8601duration',
  'category',
  'clinicalStatus',
  'verificationStatus',
  'relationship',
  'condition',
  'note',
  'text',
);
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(word, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null)),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(key, tie('json'), { maxKeys: 6 }),
  ),
}));
const dictionary = fc.dictionary(key, json, { maxKeys: 8 });
const resource = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('Patient', 'Condition', 'Observation', 'FamilyMemberHistory', 'Encounter', SECRET),
      dictionary,
    )
    .map(([resourceType, rest]) => ({ ...rest, resourceType })),
  json,
);
const bundle = fc
  .array(fc.record({ resource }), { maxLength: 6 })
  .map((entry) => ({ resourceType: 'Bundle', type: 'collection', entry }));
const packet = fc.record(
  {
    subject: json,
    phenotypicFeatures: fc.array(dictionary, { maxLength: 4 }),
    measurements: fc.array(dictionary, { maxLength: 4 }),
    diseases: fc.array(dictionary, { maxLength: 4 }),
  },
  { requiredKeys: ['phenotypicFeatures'] },
);
const cell = fc.oneof(
  word,
  fc.constantFrom('cough', 'present', 'absent', '38.9', '>4', '"', '""', ';', '\n', '#'),
);
const table = fc
  .array(fc.array(cell, { maxLength: 8 }), { maxLength: 6 })
  .map((rows) =>
    ['finding,presence,value,unit,state,certainty', ...rows.map((row) => row.join(','))].join('\n'),
  );

/** Undefined where the document was refused as a whole. */
function imported(read: () => Imported): Imported | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof NotImportable) return undefined;
    throw error;
  }
}

function expectSound(read: Imported | undefined): void {
  if (read === undefined) return;
  const { case: made, rejected } = read;
  expect(clinicalIssuesOf(made, vocabulary)).toEqual([]);
  if (made.findings !== undefined || made.labs !== undefined) expect(CaseInput.parse(made)).toEqual(made);
  expect(JSON.stringify(made)).not.toContain(SECRET);
  expect(JSON.stringify(rejected)).not.toContain(SECRET);
}

describe('whatever comes in', () => {
  it.each([
    ['FHIR', fc.oneof(bundle, resource), (document: unknown) => fromFhir(document, vocabulary, today)],
    [
      'Phenopacket',
      fc.oneof(packet, json),
      (document: unknown) => fromPhenopacket(document, vocabulary, today),
    ],
    ['table', table, (text: unknown) => fromCsv(String(text), vocabulary)],
  ] as const)('as %s is refused, or a sound case without a word of the sender', (_, documents, read) => {
    fc.assert(
      fc.property(documents as fc.Arbitrary<unknown>, (document) => {
        expectSound(imported(() => read(document)));
      }),
      tries(500),
    );
  });

  it('reads the largest of tables and bundles to the end', () => {
    const cough = 'cough,present,,,,';
    const rows = [
      'finding,presence,value,unit,state,certainty',
      ...Array.from({ length: 2_000 }, () => cough),
    ];
    const entry = Array.from({ length: 2_000 }, (_, index) => ({
      resource: {
        resourceType: 'Observation',
        code: { coding: [{ system: 'http://loinc.org', code: '2345-7' }] },
        valueQuantity: { value: index % 30, system: 'http://unitsofmeasure.org', code: 'mmol/L' },
        effectiveDateTime: `20${String(10 + (index % 15))}-01-02`,
      },
    }));
    expectSound(fromCsv(rows.join('\n'), vocabulary));
    expectSound(fromFhir({ resourceType: 'Bundle', entry }, vocabulary, today));
  });
});
