import { CaseInput, Patient } from '@openrounds/contracts';
import { z } from 'zod';
import { type CaseRanker } from '../ranking/case-ranker';

const expectedSchema = z.object({
  findingId: z.string(),
  presence: z.enum(['present', 'absent']).optional(),
  state: z.string().optional(),
  /** In the unit as written, UCUM. */
  value: z.object({ number: z.number(), unit: z.string() }).optional(),
});
type Expected = z.output<typeof expectedSchema>;

/** A laboratory line or vital sign, and what it says; `asks`: findings whose unit is missing and must be asked for. */
export const laboratoryLineSchema = z.object({
  id: z.string(),
  language: z.enum(['en', 'zh']),
  text: z.string(),
  patient: Patient,
  expected: z.array(expectedSchema),
  asks: z.array(z.string()),
});
export type LaboratoryLine = z.output<typeof laboratoryLineSchema>;

/** How the values of a file were read. */
export interface LaboratoryFigures {
  readonly lines: number;
  readonly values: number;
  /** Finding, state or presence, number and unit, all as expected. */
  readonly right: number;
  /** The finding was stated, but otherwise. */
  readonly wrong: number;
  readonly missed: number;
  /** Numbers without a unit that must be asked for: how many were. */
  readonly asks: { readonly of: number; readonly asked: number };
  /** Statements of findings that the line does not speak of. */
  readonly unexpected: number;
  readonly problems: readonly string[];
}

type Verdict = 'right' | 'wrong' | 'missed';

/** Reads each line as the narrative of a case and holds what was understood against what it says. */
export function judgeLaboratory(lines: readonly LaboratoryLine[], ranker: CaseRanker): LaboratoryFigures {
  const verdicts: Verdict[] = [];
  const problems: string[] = [];
  let [asked, asks, unexpected] = [0, 0, 0];
  for (const line of lines) {
    const { ready } = ranker.understand(CaseInput.parse({ narrative: line.text, patient: line.patient }));
    for (const expected of line.expected) {
      const verdict = verdictOn(expected, ready);
      verdicts.push(verdict);
      if (verdict !== 'right') problems.push(`${line.id} ${verdict} ${expected.findingId}`);
    }
    const known = new Set([...line.expected.map(({ findingId }) => findingId), ...line.asks]);
    const others = ready.observed.filter(({ findingId }) => !known.has(findingId));
    unexpected += others.length;
    problems.push(...others.map(({ findingId }) => `${line.id} unexpected ${findingId}`));
    for (const findingId of line.asks) {
      asks += 1;
      if (isAsked(findingId, ready)) asked += 1;
      else problems.push(`${line.id} not asked ${findingId}`);
    }
  }
  const count = (verdict: Verdict): number => verdicts.filter((each) => each === verdict).length;
  return {
    lines: lines.length,
    values: verdicts.length,
    right: count('right'),
    wrong: count('wrong'),
    missed: count('missed'),
    asks: { of: asks, asked },
    unexpected,
    problems,
  };
}

type Ready = ReturnType<CaseRanker['understand']>['ready'];

function verdictOn(
  { findingId, presence, state, value }: Expected,
  { observed, understood }: Ready,
): Verdict {
  const seen = observed.find((each) => each.findingId === findingId);
  if (seen === undefined) return 'missed';
  if (seen.presence !== presence || seen.state !== state) return 'wrong';
  if (value === undefined) return 'right';
  const said = understood.findings.find((each) => each.findingId === findingId)?.value;
  const same =
    said !== undefined && 'number' in said && said.number === value.number && said.unit === value.unit;
  return same ? 'right' : 'wrong';
}

const isAsked = (findingId: string, { observed, understood }: Ready): boolean =>
  observed.every((each) => each.findingId !== findingId) &&
  understood.warnings.some((warning) => warning.code === 'unit-missing' && warning.findingId === findingId);
