import { type Terminology } from '@openrounds/clinical-language';
import { MAX_IMPORT_ITEMS } from '@openrounds/contracts';
import { Gathering } from '../gather/gathering';
import { below, inDocumentOrder, wrongIn } from '../gather/pointer';
import { settle } from '../gather/settle';
import { NotImportable, type Imported, type ImportOptions } from '../model/imported';
import { latest, momentOf } from '../time/moment';
import { readDiseases } from './diseases';
import { readFeatures } from './features';
import { momentsOf, readMeasurements } from './measurements';
import { Phenopacket } from './schemas';
import { agePointer, isHuman, readSubject } from './subject';

const LISTS = ['phenotypicFeatures', 'measurements', 'diseases'] as const;
/** What is read, and what tells of the file rather than of the patient. */
const KNOWN: ReadonlySet<string> = new Set(['id', 'subject', 'metaData', ...LISTS]);
/** Sections of version 2 that are not used, by name. */
const NAMED_SECTIONS: ReadonlySet<string> = new Set([
  'interpretations',
  'medicalActions',
  'biosamples',
  'files',
]);

/** @throws NotImportable for what is no Phenopacket of version 2 */
function packetOf(document: unknown): Phenopacket {
  const read = Phenopacket.safeParse(document);
  const isPacket = read.success && ['subject', ...LISTS].some((key) => key in read.data);
  if (!isPacket) {
    throw new NotImportable(
      'not-a-phenopacket',
      'a Phenopacket has a subject, phenotypicFeatures or measurements',
      read.success ? '' : wrongIn(read.error),
    );
  }
  const version = read.data.metaData?.phenopacketSchemaVersion;
  if (version !== undefined && !/^v?2(\.|$)/.test(version)) {
    throw new NotImportable('version', 'Phenopacket Schema 2 is read', '/metaData/phenopacketSchemaVersion');
  }
  for (const key of LISTS) {
    if ((read.data[key]?.length ?? 0) > MAX_IMPORT_ITEMS)
      throw new NotImportable('too-many', `more than ${String(MAX_IMPORT_ITEMS)} of them`, below('', key));
  }
  if (!isHuman(read.data.subject)) {
    throw new NotImportable('not-a-phenopacket', 'the subject is not human', '/subject/taxonomy');
  }
  return read.data;
}

const isEmpty = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);

/**
 * Reads a Phenopacket (GA4GH, Schema 2, JSON): HPO features, LOINC measurements with UCUM units, sex and age. A
 * diagnosis is the key of a case and no finding of it. Everything that is not used is named as rejected.
 *
 * @param document the parsed JSON
 * @throws NotImportable where the document is no Phenopacket of version 2
 */
export function fromPhenopacket(
  document: unknown,
  vocabulary: Terminology,
  { today }: ImportOptions,
): Imported {
  const gathering = new Gathering();
  const packet = packetOf(document);
  const { subject, phenotypicFeatures = [], measurements = [], diseases = [] } = packet;
  const now = momentOf(today);
  const measured = momentsOf(measurements).reduce(latest, undefined);
  const day = measured?.day === undefined ? now : measured;
  const patient = readSubject(subject, day, gathering);
  readFeatures(phenotypicFeatures, gathering, vocabulary);
  readMeasurements(measurements, gathering, vocabulary);
  readDiseases(diseases, gathering, vocabulary);
  for (const [key, value] of Object.entries(packet)) {
    if (KNOWN.has(key) || isEmpty(value)) continue;
    gathering.reject(below('', key), 'not-used', NAMED_SECTIONS.has(key) ? { kind: key } : {});
  }
  const settled = settle(
    gathering,
    { patient, agePointer: agePointer(subject) },
    { day, today: now },
    vocabulary,
  );
  return {
    case: settled,
    rejected: gathering.rejected.toSorted((a, b) => inDocumentOrder(a.pointer, b.pointer)),
    withheld: gathering.withheld,
  };
}
