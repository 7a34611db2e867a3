import { type Terminology } from '@openrounds/clinical-language';
import { Gathering } from '../gather/gathering';
import { below, inDocumentOrder } from '../gather/pointer';
import { settle } from '../gather/settle';
import { type Imported, type ImportOptions } from '../model/imported';
import { momentOf } from '../time/moment';
import { toldAge } from './age';
import { readCondition } from './condition';
import { newestVisit, readReasons } from './encounter';
import { entriesOf, type Entry } from './entries';
import { readFamilyHistory } from './family-history';
import { readObservation, rejectNotes } from './observation';
import { readPatient } from './patient';
import { currentPregnancy, type Pregnancy } from './pregnancy';
import { rejectUnused, type Reading } from './reading';
import { referenceDay } from './reference-day';
import { belongsTo } from './subject';

/** Kinds of resource that are met beside those that are read; only these are named when they are left out. */
const NAMED_KINDS: ReadonlySet<string> = new Set(
  `AllergyIntolerance Appointment Binary Bundle CarePlan CareTeam Claim ClinicalImpression Communication Composition Consent
  Coverage DetectedIssue Device DeviceUseStatement DiagnosticReport DocumentReference EpisodeOfCare ExplanationOfBenefit
  Flag Goal Group HealthcareService ImagingStudy Immunization List Location Media Medication MedicationAdministration
  MedicationDispense MedicationRequest MedicationStatement MessageHeader NutritionOrder OperationOutcome Organization
  Person Practitioner PractitionerRole Procedure Provenance Questionnaire QuestionnaireResponse RelatedPerson
  RiskAssessment ServiceRequest Specimen SupplyDelivery Task VisionPrescription`.split(/\s+/),
);

const referenceOf = ({ resource }: Entry): string | undefined => {
  const subject: unknown = resource['subject'] ?? resource['patient'];
  const reference: unknown =
    typeof subject === 'object' && subject !== null && 'reference' in subject ? subject.reference : undefined;
  return typeof reference === 'string' ? reference : undefined;
};

function readEntry(entry: Entry, reading: Reading): Pregnancy | undefined {
  const { gathering } = reading;
  const { type, pointer, resource } = entry;
  rejectNotes(Array.isArray(resource['note']) ? resource['note'] : undefined, pointer, gathering);
  if (type === 'Observation') return readObservation(entry, reading);
  if (type === 'Condition') readCondition(entry, reading);
  else if (type === 'FamilyMemberHistory') readFamilyHistory(entry, reading);
  else if (type === 'Patient') gathering.reject(pointer, 'another-person');
  else if (type === 'Encounter') rejectUnused(resource, ['reasonCode'], pointer, reading);
  else gathering.reject(pointer, 'not-used', NAMED_KINDS.has(type) ? { kind: type } : {});
  return undefined;
}

/**
 * Reads FHIR R4: a Bundle, or a single Patient, Condition, Observation or FamilyMemberHistory. What is coded in HPO,
 * LOINC or ICD-10 and held by the vocabulary becomes a finding, a laboratory value or a word about the patient;
 * everything else is named as rejected. No text, name, identifier or true date is taken.
 *
 * @param document the parsed JSON
 * @throws NotImportable where the document is no FHIR R4 resource that could be read
 */
export function fromFhir(document: unknown, vocabulary: Terminology, { today }: ImportOptions): Imported {
  const gathering = new Gathering();
  const entries = entriesOf(document, gathering);
  const patientEntry = entries.find(({ type }) => type === 'Patient');
  const belongs = belongsTo(patientEntry, entries.map(referenceOf));
  const reading: Reading = { gathering, vocabulary, belongs };
  const visit = newestVisit(entries, belongs);
  const now = momentOf(today);
  const day = referenceDay(entries, visit?.when, belongs, now);
  const told = toldAge(entries, belongs);
  const known =
    patientEntry === undefined
      ? { age: null, sex: 'unknown' as const }
      : readPatient(patientEntry, day, gathering);
  const patient = { ...known, age: known.age ?? told?.age ?? null };
  if (visit !== undefined) readReasons(visit, reading);
  const rest = entries.filter(
    (entry) => entry !== patientEntry && entry !== visit?.entry && entry !== told?.entry,
  );
  const pregnancies = rest.flatMap((entry) => readEntry(entry, reading) ?? []);
  const pregnancy = currentPregnancy(pregnancies, day, gathering);
  const settled = settle(
    gathering,
    {
      patient: pregnancy === undefined ? patient : { ...patient, pregnant: pregnancy.pregnant },
      agePointer: patientEntry && below(patientEntry.pointer, 'birthDate'),
      pregnantPointer: pregnancy?.pointer,
    },
    { day, today: now },
    vocabulary,
  );
  return {
    case: { ...settled, ...(visit?.setting === undefined ? {} : { setting: visit.setting }) },
    rejected: gathering.rejected.toSorted((a, b) => inDocumentOrder(a.pointer, b.pointer)),
    withheld: gathering.withheld,
  };
}
