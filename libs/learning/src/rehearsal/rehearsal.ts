/** That a room is a rehearsal: it fills itself with simulated students. Left out in every other room. */
export interface Rehearsal {
  /** How many simulated students come, from 1. */
  readonly students: number;
  /** The numbers of those who have come, in the order of the students: the first is that of student 1. */
  readonly numbers: readonly number[];
}

/** Whether a number of a room is a simulated student's. */
export const isSimulated = ({ rehearsal }: { readonly rehearsal?: Rehearsal }, number: number): boolean =>
  rehearsal?.numbers.includes(number) === true;
