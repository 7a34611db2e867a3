import { type Finding, type Lab, type UnderstoodPatient } from '@openrounds/contracts';

/** A finding of the vocabulary, as far as formats of other systems name it. */
export interface NamedFinding {
  readonly name: string;
  readonly codes: { readonly hpo?: string | undefined; readonly loinc?: string | undefined };
  /** HPO terms of its states. */
  readonly stateHpo: Readonly<Record<string, string>>;
  readonly stateNames: Readonly<Record<string, string>>;
}

/** What was understood of a patient, on its way out. */
export interface Told {
  readonly patient: UnderstoodPatient;
  readonly findings: readonly Finding[];
  readonly labs: readonly Lab[];
  /** Undefined for an id that the knowledge version does not hold. */
  readonly nameOf: (findingId: string) => NamedFinding | undefined;
}

const LOINC_CODE = /^\d{1,7}-\d$/;

/** The LOINC code of a laboratory value: its own, else that of its finding. */
export function loincOf({ code, findingId }: Lab, nameOf: Told['nameOf']): string | undefined {
  if (code !== undefined && LOINC_CODE.test(code)) return code;
  return findingId === undefined ? undefined : nameOf(findingId)?.codes.loinc;
}

/** Findings that no laboratory value tells already. */
export function findingsBeyondLabs({ findings, labs }: Told): readonly Finding[] {
  const measured = new Set(labs.flatMap(({ findingId }) => findingId ?? []));
  return findings.filter(({ findingId }) => !measured.has(findingId));
}
