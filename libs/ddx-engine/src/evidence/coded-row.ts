import { type Entry } from './entries';

/** A row of evidence by index; the public form is made from it when it is shown. */
export interface CodedRow extends Entry {
  /** Index of the link, or -1 where the disease leaves the finding unexplained. */
  readonly link: number;
  readonly logLikelihoodRatio: number;
  readonly weight: number;
  readonly contribution: number;
}
