import { type Stretch } from '../model/token';
import { type Circumstances } from './circumstances';
import { type ValueRead } from './read-value';

/** A measured or described quantity in a sentence. Token positions, end exclusive, from its name to its value. */
export interface QuantityRead {
  readonly findingId: string;
  readonly from: number;
  readonly to: number;
  /** End of the name. */
  readonly nameTo: number;
  readonly read: ValueRead;
  /** UCUM, where it is written or the number is a pure one. */
  readonly unit?: string;
  /** As the text has it, where `read` is worked out from it: the share of which `read` is the count. */
  readonly written?: { readonly number: number; readonly unit: string };
  /** A vital sign by its own name: its number needs no unit, and one that it cannot have is something else. */
  readonly isUsual?: true;
  /** g/mol of what is weighed, where the name says that it is not the finding's own molecule. */
  readonly molecularWeight?: number;
  /** Which of the tests that decide the finding the name may stand for; all if left out. */
  readonly tests?: readonly number[];
  /** Other findings that the same name stands for: the same number tells of them. */
  readonly further?: readonly Pick<QuantityRead, 'findingId' | 'tests'>[];
  /** Where its name stands, if not at `from`. */
  readonly namedAt?: Stretch;
  /** Of one eye, arm or leg: a normal one says nothing of the other. */
  readonly isOfOneSide?: true;
  /** How a vital sign was measured, where the text tells. */
  readonly circumstances?: Circumstances;
  /** The tokens that tell it. */
  readonly toldBy?: readonly number[];
  /** The value stands apart from its name: a time told before the name is that of the first value. */
  readonly isLater?: true;
  /** Hours since the value before, where the text tells them. */
  readonly hoursAfter?: number;
}

/** A value of a vital sign where it stands, or the two of a pressure. */
export type VitalSign = readonly [QuantityRead, ...QuantityRead[]];
