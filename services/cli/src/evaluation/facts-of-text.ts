import { type ObservedFinding } from '@openrounds/clinical-language';
import { type Retrieval } from '@openrounds/evaluation';
import { z } from 'zod';
import { saysNothingWrong } from './nothing-wrong';
import { type SameLine } from './same-line';

const ids = z.array(z.string());

/** Findings that are told, by id; of those with states, the state. */
export const factsSchema = z.object({ present: ids, absent: ids, states: z.record(z.string(), z.string()) });

/** What a careful reader coded in a text, and what may be read or left out without fault. */
export const codedTextSchema = factsSchema.extend({ acceptable: ids });
export type CodedText = z.output<typeof codedTextSchema>;

/** A finding, with its state where it has states. */
export interface Fact {
  readonly findingId: string;
  readonly state?: string | undefined;
  /** Denied, or in a state in which nothing is wrong. */
  readonly absent: boolean;
}

/** The facts of a coded text. */
export const factsOfCoding = ({ present, absent, states }: CodedText): Fact[] => [
  ...present.map((findingId) => ({ findingId, absent: false })),
  ...absent.map((findingId) => ({ findingId, absent: true })),
  ...Object.entries(states).map(([findingId, state]) => ({
    findingId,
    state,
    absent: saysNothingWrong(state),
  })),
];

type Observed = Pick<ObservedFinding, 'findingId' | 'presence' | 'state'>;

/** The facts that were read; what is unknown is none. */
export const factsOfObserved = (observed: readonly Observed[]): Fact[] =>
  observed.flatMap(({ findingId, presence, state }) => {
    if (state !== undefined) return [{ findingId, state, absent: saysNothingWrong(state) }];
    return presence === 'unknown' ? [] : [{ findingId, absent: presence === 'absent' }];
  });

/** What was read against what a careful reader coded: findings on one line of descent count for each other. */
export function retrievalsOf(
  coded: CodedText,
  read: readonly Fact[],
  sameLine: SameLine,
): Readonly<Record<'present' | 'absent', Retrieval>> {
  const wanted = factsOfCoding(coded);
  const side = (absent: boolean): Retrieval => {
    const [asked, proposed] = [wanted, read].map((facts) => facts.filter((fact) => fact.absent === absent));
    const counted = (proposed ?? []).filter(
      ({ findingId }) => !coded.acceptable.some((id) => sameLine(id, findingId)),
    );
    const among = (one: Fact, others: readonly Fact[] = []): boolean =>
      others.some((other) => isSame(one, other, sameLine));
    return {
      proposed: counted.length,
      proposedRight: counted.filter((fact) => among(fact, asked)).length,
      wanted: (asked ?? []).length,
      wantedFound: (asked ?? []).filter((fact) => among(fact, proposed)).length,
    };
  };
  return { present: side(false), absent: side(true) };
}

/**
 * Of the coded facts that were read at all, how many on the right side: what is there as there, what is denied or normal as
 * that.
 */
export function assertionsOf(
  coded: CodedText,
  read: readonly Fact[],
  sameLine: SameLine,
): { readonly of: number; readonly right: number } {
  const found = factsOfCoding(coded).flatMap(({ findingId, absent }) => {
    const readings = read.filter((fact) => sameLine(fact.findingId, findingId));
    return readings.length === 0 ? [] : [readings.some((fact) => fact.absent === absent)];
  });
  return { of: found.length, right: found.filter((isRight) => isRight).length };
}

const isSame = (one: Fact, other: Fact, sameLine: SameLine): boolean =>
  sameLine(one.findingId, other.findingId) && one.state === other.state;
