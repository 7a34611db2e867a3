/** A code of a terminology that the vocabulary is mapped to. */
export interface Code {
  readonly system: 'HPO' | 'LOINC' | 'ICD-10';
  readonly code: string;
}

/** What a code looks like; only such a code is ever repeated to the caller. */
const WELL_FORMED: Readonly<Record<Code['system'], RegExp>> = {
  HPO: /^HP:\d{7}$/,
  LOINC: /^\d{1,7}-\d$/,
  'ICD-10': /^[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?$/,
};

/** System URIs of FHIR, as HL7 terminology lists them. */
const SYSTEM_OF_URI: Readonly<Record<string, Code['system']>> = {
  'http://human-phenotype-ontology.org': 'HPO',
  'http://purl.obolibrary.org/obo/hp.owl': 'HPO',
  'http://purl.obolibrary.org/obo/hp.fhir': 'HPO',
  'urn:oid:2.16.840.1.113883.6.339': 'HPO',
  'http://loinc.org': 'LOINC',
  'urn:oid:2.16.840.1.113883.6.1': 'LOINC',
  'http://hl7.org/fhir/sid/icd-10': 'ICD-10',
  'http://hl7.org/fhir/sid/icd-10-cm': 'ICD-10',
  'http://hl7.org/fhir/sid/icd-10-gm': 'ICD-10',
  'urn:oid:2.16.840.1.113883.6.3': 'ICD-10',
  'urn:oid:2.16.840.1.113883.6.90': 'ICD-10',
};

/** Prefixes of compact identifiers, as Phenopackets write them. */
const SYSTEM_OF_PREFIX: Readonly<Record<string, Code['system']>> = {
  HP: 'HPO',
  LOINC: 'LOINC',
  ICD10: 'ICD-10',
  'ICD-10': 'ICD-10',
  ICD10CM: 'ICD-10',
  'ICD-10-CM': 'ICD-10',
};

/** ICD-10 is also written without its dot. */
const withDot = (code: string): string =>
  /^[A-Z]\d[0-9A-Z]{2,5}$/.test(code) ? `${code.slice(0, 3)}.${code.slice(3)}` : code;

function wellFormed(system: Code['system'], given: string): Code | undefined {
  const upper = given.trim().toUpperCase();
  const code = system === 'ICD-10' ? withDot(upper) : upper;
  return WELL_FORMED[system].test(code) ? { system, code } : undefined;
}

/** A code as FHIR has it. */
export function codeOfUri(uri: string | undefined, code: string | undefined): Code | undefined {
  const system = SYSTEM_OF_URI[uri ?? ''];
  return system === undefined || code === undefined ? undefined : wellFormed(system, code);
}

/** A compact identifier such as `HP:0002094` or `LOINC:718-7`. */
export function codeOfCurie(curie: string): Code | undefined {
  const at = curie.indexOf(':');
  const system = SYSTEM_OF_PREFIX[curie.slice(0, Math.max(0, at)).toUpperCase()];
  if (system === undefined) return undefined;
  return wellFormed(system, system === 'HPO' ? curie : curie.slice(at + 1));
}

/** A code whose terminology is told by its looks, or by a compact identifier. */
export function codeOfLooks(text: string): Code | undefined {
  return codeOfCurie(text) ?? wellFormed('LOINC', text) ?? wellFormed('ICD-10', text);
}

/** A terminology by the name that people give it, with a code. */
export function codeOfName(system: string, code: string): Code | undefined {
  const name = system.trim().toUpperCase();
  return codeOfCurie(name === 'HPO' || name === 'HP' ? code : `${name}:${code}`);
}

/** A code as sentences name it. */
export const written = ({ system, code }: Code): string => (system === 'HPO' ? code : `${system} ${code}`);
