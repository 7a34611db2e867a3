import { type Age, type Finding, type Sex } from '@openrounds/contracts';
import { findingsBeyondLabs, type NamedFinding, type Told } from '../model/outgoing';
import {
  measurementOfFinding,
  measurementOfLab,
  type Measurement,
  type OmittedReason,
  type OntologyClass,
} from './measurement';

interface Feature {
  readonly type: OntologyClass;
  readonly excluded?: true;
}

/** A Phenopacket (GA4GH, Schema 2) as JSON, as far as we write it. */
export interface WrittenPhenopacket {
  readonly id: string;
  readonly subject: {
    readonly id: string;
    readonly timeAtLastEncounter?: { readonly age: { readonly iso8601duration: string } };
    readonly sex: string;
  };
  readonly phenotypicFeatures: readonly Feature[];
  readonly measurements: readonly Measurement[];
  readonly metaData: {
    readonly created: string;
    readonly createdBy: string;
    readonly resources: readonly Readonly<Record<string, string>>[];
    readonly phenopacketSchemaVersion: '2.0';
    readonly externalReferences: readonly { readonly id: string; readonly description: string }[];
  };
}

/** Something of the case that the Phenopacket does not hold. */
export interface Omitted {
  /** Id of the finding, or code or name of the laboratory value. */
  readonly about: string;
  readonly reason: OmittedReason | 'certainty';
}

export interface OutgoingCase {
  readonly id: string;
  readonly version: number;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly told: Told;
  readonly notice: string;
}

/** The releases of the terminologies are not recorded in the knowledge base. */
const NOT_RECORDED = 'not recorded';
const RESOURCES = [
  {
    id: 'hp',
    name: 'human phenotype ontology',
    url: 'http://purl.obolibrary.org/obo/hp.owl',
    version: NOT_RECORDED,
    namespacePrefix: 'HP',
    iriPrefix: 'http://purl.obolibrary.org/obo/HP_',
  },
  {
    id: 'loinc',
    name: 'Logical Observation Identifiers Names and Codes',
    url: 'https://loinc.org',
    version: NOT_RECORDED,
    namespacePrefix: 'LOINC',
    iriPrefix: 'https://loinc.org/',
  },
  {
    id: 'ucum',
    name: 'Unified Code for Units of Measure',
    url: 'https://ucum.org',
    version: NOT_RECORDED,
    namespacePrefix: 'UCUM',
    iriPrefix: 'https://ucum.org/',
  },
] as const;

const SEX: Readonly<Record<Sex, string>> = { female: 'FEMALE', male: 'MALE', unknown: 'UNKNOWN_SEX' };
const DESIGNATOR: Readonly<Record<Age['unit'], string>> = { a: 'Y', mo: 'M', wk: 'W', d: 'D' };
const NORMAL = 'normal';

/**
 * A case as a Phenopacket: sex and age, HPO features that were found or excluded, LOINC measurements with UCUM units. No diagnosis, since that is
 * the key of a case, and no interpretation. What has no HPO or LOINC code, or is said with a doubt, is named as omitted.
 */
export function toPhenopacket({ id, version, createdAt, told, notice }: OutgoingCase): {
  readonly phenopacket: WrittenPhenopacket;
  readonly omitted: readonly Omitted[];
} {
  const { patient, labs, nameOf } = told;
  const { age, sex } = patient;
  const findings = findingsBeyondLabs(told).map((finding) => ({
    finding,
    written: written(finding, nameOf),
  }));
  const results = labs.map((lab) => ({ lab, written: measurementOfLab(lab, nameOf) }));
  const measurements = [...findings, ...results].flatMap((each) =>
    typeof each.written === 'object' && 'assay' in each.written ? [each.written] : [],
  );
  return {
    phenopacket: {
      id: `${id}.${String(version)}`,
      subject: {
        id: 'patient',
        ...(age === null ? {} : { timeAtLastEncounter: { age: { iso8601duration: durationOf(age) } } }),
        sex: SEX[sex],
      },
      phenotypicFeatures: findings.flatMap((each) => (Array.isArray(each.written) ? each.written : [])),
      measurements,
      metaData: {
        created: createdAt,
        createdBy: 'OpenRounds',
        resources: RESOURCES,
        phenopacketSchemaVersion: '2.0',
        externalReferences: [{ id, description: notice }],
      },
    },
    omitted: [
      ...findings.flatMap(({ finding, written: made }) => omittedOf(finding, made)),
      ...results.flatMap(({ lab: { findingId, code, name }, written: made }) =>
        typeof made === 'string' ? [{ about: findingId ?? code ?? name ?? '', reason: made }] : [],
      ),
    ],
  };
}

const durationOf = ({ value, unit }: Age): string => `P${String(Math.floor(value))}${DESIGNATOR[unit]}`;

type Written = Feature[] | Measurement | OmittedReason;

function written(finding: Finding, nameOf: Told['nameOf']): Written {
  const { findingId, presence, value } = finding;
  if (value === undefined && presence !== 'present' && presence !== 'absent') return 'not-known';
  const named = nameOf(findingId);
  const features = named === undefined ? [] : featuresOf(finding, named);
  return features.length > 0 ? features : measurementOfFinding(finding, nameOf);
}

/** A state that is normal excludes every state that an HPO term names. */
function featuresOf(
  { presence, value }: Finding,
  { name, codes, stateHpo, stateNames }: NamedFinding,
): Feature[] {
  if (value === undefined)
    return codes.hpo === undefined ? [] : [feature(codes.hpo, name, presence === 'absent')];
  if (!('code' in value)) return [];
  const own = stateHpo[value.code];
  if (own !== undefined) return [feature(own, stateNames[value.code] ?? name, false)];
  return value.code === NORMAL
    ? Object.entries(stateHpo).map(([state, hpo]) => feature(hpo, stateNames[state] ?? name, true))
    : [];
}

const feature = (id: string, label: string, excluded: boolean): Feature => ({
  type: { id, label },
  ...(excluded ? { excluded: true } : {}),
});

function omittedOf({ findingId, certainty = 1 }: Finding, made: Written): Omitted[] {
  if (typeof made === 'string') return [{ about: findingId, reason: made }];
  return certainty < 1 ? [{ about: findingId, reason: 'certainty' }] : [];
}
