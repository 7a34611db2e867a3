import { type Terminology } from '@openrounds/clinical-language';
import { type Gathering } from '../gather/gathering';
import { below } from '../gather/pointer';
import { conceptOf, type Concept } from '../terminology/concept';
import { codeOfUri } from '../terminology/codes';
import { type CodeableConcept, type Coding } from './schemas';
import { type Belongs } from './subject';

/** What every reader of a resource needs. */
export interface Reading {
  readonly gathering: Gathering;
  readonly vocabulary: Terminology;
  readonly belongs: Belongs;
}

export const codingsOf = (concept: CodeableConcept | undefined): readonly Coding[] => concept?.coding ?? [];

/** What a CodeableConcept stands for; its words are never read. */
export function readConcept(concept: CodeableConcept | undefined, vocabulary: Terminology): Concept {
  const codings = codingsOf(concept);
  const codes = codings.flatMap(({ system, code }) => codeOfUri(system, code) ?? []);
  return conceptOf(codes, codings.length, vocabulary);
}

/** Whether the sender has taken a resource back. */
export const isWithdrawn = (status: string | undefined): boolean =>
  status === 'entered-in-error' || status === 'cancelled';

/** Names elements that say more than is read of their resource. */
export function rejectUnused(
  resource: Readonly<Record<string, unknown>>,
  elements: readonly string[],
  pointer: string,
  { gathering }: Pick<Reading, 'gathering'>,
): void {
  for (const kind of elements)
    if (resource[kind] !== undefined) gathering.reject(below(pointer, kind), 'not-used', { kind });
}

/** Whether any coding has this code, whatever its system: for FHIR's own required bindings. */
export const isCoded = (concept: CodeableConcept | undefined, ...codes: readonly string[]): boolean =>
  codingsOf(concept).some(({ code }) => code !== undefined && codes.includes(code));
