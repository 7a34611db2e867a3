import { type Finding } from '@openrounds/contracts';
import { type SectionKind } from '../segment/sections';

/** One thing that a text says of one finding of the patient, before contradictions are settled. */
export interface Statement {
  readonly findingId: string;
  readonly presence?: 'present' | 'absent';
  readonly value?: NonNullable<Finding['value']>;
  /** Categorical findings: the state, also where `value` is a measurement. */
  readonly state?: string;
  /** It rests on a number, also where `value` names only the state. */
  readonly isMeasured?: true;
  /** Of the patient under strain: it gives way to how he comes. */
  readonly isProvoked?: true;
  /** Read by likeness: it gives way to what is read as it stands. */
  readonly isAlike?: true;
  readonly certainty: number;
  readonly kind: 'text' | 'panel';
  /** Token positions, end exclusive. */
  readonly from: number;
  readonly to: number;
  /** How many words carry it: more words say something more specific. */
  readonly specificity: number;
  /** Days before now that the statement is about; 0 = now. */
  readonly daysAgo: number;
  readonly section: SectionKind;
}
