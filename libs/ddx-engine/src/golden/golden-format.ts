/** The format of golden files: a small knowledge base, cases, and what an independent implementation made of them. */

export interface GoldenFinding {
  readonly domain: 'binary' | 'categorical';
  readonly baseline: number | Readonly<Record<string, number>>;
  readonly parent?: string;
  readonly group?: string;
  readonly mustExplain?: boolean | readonly string[];
  readonly impliesAbsence?: boolean;
}

export interface GoldenLink {
  readonly theta?: number | Readonly<Record<string, number>>;
  readonly lrPos?: number;
  readonly lrNeg?: number;
}

export interface GoldenDisease {
  readonly prior: number;
  readonly mustNotMiss?: unknown;
  readonly onlySex?: 'female' | 'male';
  readonly restrict?: {
    readonly sex?: 'female' | 'male';
    readonly pregnancy?: 'required' | 'excluded';
    readonly ageYears?: readonly [number, number];
  };
  readonly modifiers?: readonly {
    readonly if: { readonly ageYears?: readonly [number, number]; readonly sex?: 'female' | 'male' };
    readonly times: number;
  }[];
  readonly links: Readonly<Record<string, GoldenLink>>;
}

export interface GoldenObservation {
  readonly presence?: 'present' | 'absent' | 'unknown';
  readonly state?: string;
  readonly certainty?: number;
}

export interface GoldenCase {
  readonly id: string;
  readonly patient: {
    readonly ageYears?: number | null;
    readonly sex?: 'female' | 'male' | 'unknown';
    readonly pregnant?: boolean | null;
  };
  readonly observed: Readonly<Record<string, GoldenObservation>>;
  readonly caseMix?: 'teaching' | 'consecutive';
  readonly nextFindings?: readonly string[];
  readonly expected: unknown;
  readonly expectedNext?: unknown;
}

export interface GoldenFile {
  readonly parameters: {
    readonly alpha: number;
    readonly T: number;
    readonly nu: number;
    readonly rho: number;
    readonly upsilon: number;
    readonly piOther: number;
  };
  readonly knowledge: {
    readonly findings: Readonly<Record<string, GoldenFinding>>;
    readonly diseases: Readonly<Record<string, GoldenDisease>>;
  };
  readonly cases: readonly GoldenCase[];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a parsed JSON document has the outline of a golden file; its details are judged when they are used. */
export function isGoldenFile(value: unknown): value is GoldenFile {
  if (!isRecord(value) || !isRecord(value.parameters) || !isRecord(value.knowledge)) return false;
  const { findings, diseases } = value.knowledge;
  if (!isRecord(findings) || !isRecord(diseases) || !Array.isArray(value.cases)) return false;
  return (
    Object.values(findings).every((finding) => isRecord(finding) && 'domain' in finding) &&
    Object.values(diseases).every((disease) => isRecord(disease) && isRecord(disease.links)) &&
    value.cases.every((one: unknown) => isRecord(one) && isRecord(one.patient) && isRecord(one.observed))
  );
}
