import { probabilitiesOf } from '@openrounds/classifier';

/** A finding as it is told (no state), or a state of one. */
export interface Shown {
  readonly findingId: string;
  readonly state?: string;
}

/** A name for each finding, and for each state of one. */
export const nameOfShown = ({ findingId, state }: Shown): string =>
  state === undefined ? findingId : `${findingId}=${state}`;

/** What shows in which diseases, as it is stored. */
export interface Manifestations {
  /** How many diseases there are; their numbers begin at 0. */
  readonly diseases: number;
  /** Calls for each disease that has something to say of a finding, with how much more often it is seen there, in nats. */
  forEachDisease(shown: Shown, found: (disease: number, nats: number) => void): void;
}

/** Findings of one patient come together for more reasons than their disease, and some were misread: so much of each counts. */
const COUNTS = 0.5;
/** What fewer findings than these have in common is no company yet. */
const LEAST_COMPANY = 3;
/** So much more likely than at large a finding must be beside the others, in nats: a tenth. */
const LEAST_LIFT = 0.1;

/** Tells which findings go together: by how likely one is where the others are, over all diseases. */
export class Company {
  constructor(private readonly manifestations: Manifestations) {}

  /**
   * Which findings go with what is told: those whose probability among patients with all of it is a tenth higher than at large. The
   * diseases that the told findings speak for are weighed as in a naive Bayes classifier (M. Minsky, Steps toward artificial intelligence,
   * Proceedings of the IRE 49, 1961), all of them equally likely beforehand.
   *
   * @returns undefined where too little is told to hold anything against it
   */
  beside(told: readonly Shown[]): ((findingId: string) => boolean) | undefined {
    const { manifestations } = this;
    const scores = new Array<number>(manifestations.diseases).fill(0);
    let company = 0;
    for (const one of told) {
      let says = false;
      manifestations.forEachDisease(one, (disease, nats) => {
        scores[disease] = (scores[disease] ?? 0) + COUNTS * nats;
        says = true;
      });
      if (says) company += 1;
    }
    if (company < LEAST_COMPANY) return undefined;
    const shares = probabilitiesOf(scores);
    return (findingId) => {
      let times = 1;
      manifestations.forEachDisease({ findingId }, (disease, nats) => {
        if (nats > 0) times += (shares[disease] ?? 0) * Math.expm1(nats);
      });
      return times >= Math.exp(LEAST_LIFT);
    };
  }
}
