/** Codes of our own, for what no public terminology names exactly: they bring everything back unchanged. */
const OWN = 'https://openrounds.invalid/fhir';

/** Findings by their ids; with a state, `<finding>:<state>`. */
export const OWN_FINDING = `${OWN}/finding`;
/** Diseases by their ids, and `remainder` and `other` of a list. */
export const OWN_DISEASE = `${OWN}/disease`;
/** Extension: how certain a finding is, from 0.5 (says nothing) to 1. */
export const OWN_CERTAINTY = `${OWN}/certainty`;
/** Extension: the label that GB 45438-2025 asks of generated content, as JSON: a string of FHIR is never empty. */
export const OWN_CONTENT_LABEL = `${OWN}/aigc`;

/** LOINC "Age". */
export const AGE = '30525-0';

/** A finding with one of its states. */
export const stateCode = (findingId: string, state: string): string => `${findingId}:${state}`;

/** The state that a code of ours names of a finding. */
export function stateOf(code: string, findingId: string): string | undefined {
  return code.startsWith(`${findingId}:`) ? code.slice(findingId.length + 1) : undefined;
}
