import protobuf from 'protobufjs';
import { LABS, FINDINGS, nameOf } from '../../test/outgoing.fixture';
import { TODAY, vocabulary } from '../../test/vocabulary.fixture';
import { fromPhenopacket } from '../phenopacket/from-phenopacket';
import { toPhenopacket, type OutgoingCase } from './to-phenopacket';

/** The messages that we write, by the names and types of Phenopacket Schema 2; the numbers are in the order of the fields. */
const messages = (types: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
  protobuf.Root.fromJSON({
    nested: Object.fromEntries(
      Object.entries(types).map(([name, fields]) => [
        name,
        {
          fields: Object.fromEntries(
            Object.entries(fields).map(([field, type], place) => {
              const many = type.endsWith('[]');
              return [
                field,
                {
                  id: place + 1,
                  type: many ? type.slice(0, -2) : type,
                  ...(many ? { rule: 'repeated' } : {}),
                },
              ];
            }),
          ),
        },
      ]),
    ),
  });
const Phenopacket = messages({
  Phenopacket: {
    id: 'string',
    subject: 'Individual',
    phenotypicFeatures: 'PhenotypicFeature[]',
    measurements: 'Measurement[]',
    metaData: 'MetaData',
  },
  Individual: { id: 'string', timeAtLastEncounter: 'TimeElement', sex: 'string' },
  TimeElement: { age: 'Age', timestamp: 'string' },
  Age: { iso8601duration: 'string' },
  OntologyClass: { id: 'string', label: 'string' },
  PhenotypicFeature: { type: 'OntologyClass', excluded: 'bool' },
  Measurement: { assay: 'OntologyClass', value: 'Value', timeObserved: 'TimeElement' },
  Value: { quantity: 'Quantity', ontologyClass: 'OntologyClass' },
  Quantity: { unit: 'OntologyClass', value: 'double', referenceRange: 'ReferenceRange' },
  ReferenceRange: { unit: 'OntologyClass', low: 'double', high: 'double' },
  MetaData: {
    created: 'string',
    createdBy: 'string',
    resources: 'Resource[]',
    phenopacketSchemaVersion: 'string',
    externalReferences: 'ExternalReference[]',
  },
  Resource: {
    id: 'string',
    name: 'string',
    url: 'string',
    version: 'string',
    namespacePrefix: 'string',
    iriPrefix: 'string',
  },
  ExternalReference: { id: 'string', description: 'string' },
}).lookupType('Phenopacket');

const given: OutgoingCase = {
  id: '0b1e4f0a-1111-4222-8333-444455556666',
  version: 2,
  createdAt: '2026-11-22T08:00:00.000Z',
  told: { patient: { age: { value: 58, unit: 'a' }, sex: 'female' }, findings: FINDINGS, labs: LABS, nameOf },
  notice: 'For teaching only.',
};
const { phenopacket, omitted } = toPhenopacket(given);

describe('toPhenopacket', () => {
  it('is a message of the schema: object, bytes, object are equal', () => {
    const bytes = Phenopacket.encode(Phenopacket.fromObject(phenopacket)).finish();
    expect(Phenopacket.toObject(Phenopacket.decode(bytes))).toEqual(phenopacket);
    const known = new Set(Object.keys(Phenopacket.fields));
    expect(Object.keys(phenopacket).filter((key) => !known.has(key))).toEqual([]);
  });

  it('tells sex and age, features and measurements, and no diagnosis', () => {
    expect(phenopacket).toMatchObject({
      subject: { sex: 'FEMALE', timeAtLastEncounter: { age: { iso8601duration: 'P58Y' } } },
      phenotypicFeatures: [
        { type: { id: 'HP:0002094' } },
        { type: { id: 'HP:0012735' }, excluded: true },
        { type: { id: 'HP:0001945' } },
      ],
      metaData: {
        phenopacketSchemaVersion: '2.0',
        externalReferences: [{ description: 'For teaching only.' }],
      },
    });
    expect(phenopacket.measurements.map(({ assay }) => assay.id)).toEqual([
      'LOINC:72166-2',
      'LOINC:5196-1',
      'LOINC:14749-6',
    ]);
    expect(Object.keys(phenopacket)).not.toContain('diseases');
  });

  it('names what it does not hold', () => {
    expect(omitted).toEqual([
      { about: 'cough', reason: 'certainty' },
      { about: 'calf-tenderness', reason: 'no-code' },
      { about: 'seizure', reason: 'not-known' },
      { about: 'body-temperature', reason: 'certainty' },
      { about: 'd-dimer', reason: 'not-a-plain-number' },
      { about: 'ana-titre', reason: 'not-a-plain-number' },
    ]);
  });

  it('gives the same features when it is read in again', () => {
    const { case: read, rejected } = fromPhenopacket(JSON.parse(JSON.stringify(phenopacket)), vocabulary, {
      today: TODAY,
    });
    const again = toPhenopacket({
      ...given,
      told: {
        nameOf,
        patient: { ...read.patient, pregnant: null },
        findings: (read.findings ?? []).map((finding) => ({ findingId: '', ...finding })),
        labs: (read.labs ?? []).map((lab) => ({
          ...lab,
          findingId: [...['glucose', 'hbsag-positive']].find((id) => nameOf(id)?.codes.loinc === lab.code),
        })),
      },
    });
    expect(rejected).toEqual([]);
    expect(read.patient).toEqual({ age: { value: 58, unit: 'a' }, sex: 'female' });
    expect(again.phenopacket.phenotypicFeatures).toEqual(phenopacket.phenotypicFeatures);
    const assays = (each: typeof phenopacket) =>
      each.measurements.map(({ assay, value }) => [assay.id, value]).sort();
    expect(assays(again.phenopacket)).toEqual(assays(phenopacket));
  });

  it('excludes every named state of what is normal', () => {
    const normal = [{ findingId: 'body-temperature', value: { code: 'normal' } }];
    const told = { ...given.told, findings: normal, labs: [] };
    expect(toPhenopacket({ ...given, told }).phenopacket.phenotypicFeatures).toMatchObject([
      { type: { id: 'HP:0001945' }, excluded: true },
      { type: { id: 'HP:0002045' }, excluded: true },
    ]);
  });
});
