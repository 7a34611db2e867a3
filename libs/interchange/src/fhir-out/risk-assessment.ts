import { type Reference, type RiskAssessment } from 'fhir/r4';
import { OWN_DISEASE } from '../terminology/own-codes';
import { percentages } from './percentages';

const ICD10 = 'http://hl7.org/fhir/sid/icd-10';

/** A line of the engine's list. */
export interface RankedDisease {
  readonly diseaseId: string;
  readonly name: string;
  readonly icd10: readonly string[];
  /** From 0 to 1. */
  readonly probability: number;
}

/** The engine's list, with what is left of it: together 1. */
export interface RankedList {
  readonly engine: string;
  readonly diseases: readonly RankedDisease[];
  /** The other diseases of the knowledge base together, and what lies outside it. */
  readonly remainder: { readonly name: string; readonly probability: number };
  readonly other: { readonly name: string; readonly probability: number };
  /** ISO 8601. */
  readonly at: string;
}

/**
 * The engine's list. R4 counts probabilities in percent (invariant ras-2: at most 100); those of the list together are 100. A probability of 0 has
 * a line like any other.
 */
export function riskAssessmentOf(
  { engine, diseases, remainder, other, at }: RankedList,
  subject: Reference,
  basis: readonly Reference[],
): Omit<RiskAssessment, 'id'> {
  const lines = [
    ...diseases.map(({ diseaseId, name, icd10, probability }) => ({
      probability,
      outcome: {
        coding: [
          ...icd10.map((code) => ({ system: ICD10, code })),
          { system: OWN_DISEASE, code: diseaseId, display: name },
        ],
        text: name,
      },
    })),
    ...Object.entries({ remainder, other }).map(([code, { name, probability }]) => ({
      probability,
      outcome: { coding: [{ system: OWN_DISEASE, code }], text: name },
    })),
  ];
  const shares = percentages(lines.map(({ probability }) => probability));
  return {
    resourceType: 'RiskAssessment',
    status: 'final',
    subject,
    occurrenceDateTime: at,
    method: { text: `OpenRounds ${engine}` },
    ...(basis.length === 0 ? {} : { basis: [...basis] }),
    prediction: lines.map(({ outcome }, place) => ({ outcome, probabilityDecimal: shares[place] ?? 0 })),
  };
}
