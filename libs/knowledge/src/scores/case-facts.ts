import { lookupOf } from '../bundle/lookup';
import { type KnowledgeContent } from '../bundle/knowledge-bundle';
import { type Finding } from '../schema/finding';
import { type FindingOutcome } from '../schema/primitives';
import { convertUnit } from '../text/ucum';

/** A case as it was understood, as far as scores ask for it. */
export interface ScoreCase {
  readonly patient: { readonly ageYears?: number | undefined; readonly sex?: 'female' | 'male' | undefined };
  readonly findings: readonly ScoreFinding[];
  readonly labs: readonly ScoreLab[];
}

export interface ScoreFinding {
  readonly findingId: string;
  readonly presence?: 'present' | 'absent' | 'unknown' | undefined;
  readonly value?: { readonly code: string } | { readonly number: number; readonly unit: string } | undefined;
  readonly certainty?: number | undefined;
}

export interface ScoreLab {
  readonly findingId?: string | undefined;
  readonly state?: string | undefined;
  readonly value: unknown;
  readonly unit?: string | undefined;
  /** In the unit of the finding. */
  readonly quantity?: { readonly number: number; readonly unit: string } | undefined;
  /** A later value of the same test counts instead. */
  readonly superseded?: boolean | undefined;
}

/** Below it a statement is a suspicion, and a score asks for facts. Normality panels have 0.8. */
const SURE_ENOUGH = 0.8;

/** What a case says, asked by finding. What it does not say is undefined. */
export class CaseFacts {
  private readonly findings: ReadonlyMap<string, Finding>;
  /** Present findings and what they are instances of. */
  private readonly present = new Set<string>();
  private readonly absent = new Set<string>();
  private readonly states = new Map<string, string>();
  private readonly quantities = new Map<string, { readonly number: number; readonly unit: string }>();

  constructor(knowledge: KnowledgeContent, { findings, labs }: ScoreCase) {
    this.findings = lookupOf(knowledge).findings;
    for (const finding of findings) if ((finding.certainty ?? 1) >= SURE_ENOUGH) this.learn(finding);
    for (const lab of labs) this.learnLab(lab);
  }

  /** Whether a finding is there, or is in one of the states. */
  holds({ finding, states }: FindingOutcome): boolean | undefined {
    if (states !== undefined) {
      const state = this.states.get(finding);
      return state === undefined ? undefined : states.includes(state);
    }
    if (this.present.has(finding)) return true;
    return this.isDenied(finding) ? false : undefined;
  }

  /** The state of a categorical finding, or `present` and `absent`. */
  stateOf(finding: string): string | undefined {
    const state = this.states.get(finding);
    if (state !== undefined) return state;
    const holds = this.holds({ finding });
    return holds === undefined ? undefined : holds ? 'present' : 'absent';
  }

  /** The measured value in a unit. */
  quantity(finding: string, unit: string): number | undefined {
    const measured = this.quantities.get(finding);
    if (measured === undefined) return undefined;
    return convertUnit(measured.number, measured.unit, unit, this.findings.get(finding)?.molecularWeight);
  }

  private learn({ findingId, presence, value }: ScoreFinding): void {
    if (presence === 'absent') this.absent.add(findingId);
    if (presence === 'present') for (const id of this.lineOf(findingId)) this.present.add(id);
    if (value === undefined) return;
    if ('code' in value) this.states.set(findingId, value.code);
    else this.quantities.set(findingId, value);
  }

  private learnLab({ findingId, state, value, unit, quantity, superseded }: ScoreLab): void {
    if (findingId === undefined || superseded === true) return;
    if (state !== undefined) this.states.set(findingId, state);
    if (quantity !== undefined && typeof value === 'number') {
      this.quantities.set(findingId, quantity);
      return;
    }
    const own = unit ?? this.findings.get(findingId)?.unit;
    if (typeof value === 'number' && own !== undefined) {
      this.quantities.set(findingId, { number: value, unit: own });
    }
  }

  /** Absent, or an instance of something that is absent altogether. */
  private isDenied(findingId: string): boolean {
    return this.lineOf(findingId).some(
      (id) => this.absent.has(id) && (id === findingId || this.findings.get(id)?.impliesAbsence !== false),
    );
  }

  /** The finding and its ancestors. The build has refused cycles. */
  private lineOf(findingId: string): string[] {
    const parent = this.findings.get(findingId)?.parent;
    return [findingId, ...(parent === undefined ? [] : this.lineOf(parent))];
  }
}
