import type { ImportFormat } from '../api/types';

export interface CaseDocument {
  readonly format: ImportFormat;
  readonly type: 'application/fhir+json' | 'application/json' | 'text/csv';
}

/** A FHIR resource says what it is; a Phenopacket does not. */
function isFhir(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'resourceType' in value;
  } catch {
    // Neither of them: the server says where the text breaks off.
    return false;
  }
}

/** How a file of a case is sent: a table by the ending of its name, FHIR by what stands in it, else a Phenopacket. */
export function caseDocument(name: string, text: string): CaseDocument {
  if (/\.(?:csv|tsv|txt)$/i.test(name)) return { format: 'csv', type: 'text/csv' };
  return isFhir(text)
    ? { format: 'fhir', type: 'application/fhir+json' }
    : { format: 'phenopacket', type: 'application/json' };
}
