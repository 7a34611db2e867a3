import {
  type FindingInput,
  type LabInput,
  type Masked,
  type MaskedKind,
  type RejectionCode,
} from '@openrounds/contracts';
import { type Rejection, type RejectionDetail } from '../model/imported';
import { type Moment } from '../time/moment';

/** Where and when something stands in a document. */
export interface Place {
  readonly pointer: string;
  /** Where its value stands, if elsewhere. */
  readonly valuePointer?: string;
  readonly when?: Moment | undefined;
  readonly line?: number;
  /** Says only what is not: anything that says what is stands against it. */
  readonly weak?: boolean;
  /** Observed at one moment, and soon out of date. */
  readonly perishable?: boolean;
}

/** Something that may go into the case. */
export type Candidate = Place &
  (
    | { readonly kind: 'finding'; readonly input: FindingInput }
    | { readonly kind: 'lab'; readonly input: LabInput }
  );

/** What a document has given so far. */
export class Gathering {
  readonly candidates: Candidate[] = [];
  readonly rejected: Rejection[] = [];
  private readonly identities = new Map<MaskedKind, number>();

  finding(place: Place, input: FindingInput): void {
    this.candidates.push({ ...place, kind: 'finding', input });
  }

  lab(place: Place, input: LabInput): void {
    this.candidates.push({ ...place, kind: 'lab', input });
  }

  reject(place: string | Place, code: RejectionCode, detail: RejectionDetail = {}): void {
    const { pointer, line } = typeof place === 'string' ? { pointer: place, line: undefined } : place;
    this.rejected.push({ pointer, code, detail, ...(line === undefined ? {} : { line }) });
  }

  /** Counts identities that are left behind. */
  withhold(kind: MaskedKind, count: number): void {
    if (count > 0) this.identities.set(kind, (this.identities.get(kind) ?? 0) + count);
  }

  get withheld(): Masked[] {
    return [...this.identities].map(([kind, count]) => ({ kind, count }));
  }
}
