import { type CheckedSentence } from '@openrounds/guidelines';
import { type Disease } from '../schema/disease';
import { type Score } from '../schema/score';

/** Where the knowledge states something that guidance may speak of (ADR 0063). */
export const CLAIM_PLACES = ['pitfalls', 'treatmentPrinciples', 'prognosis', 'mustNotMiss', 'notes'] as const;
export type ClaimPlace = (typeof CLAIM_PLACES)[number];

/** A statement of the knowledge, and what it is on. */
export interface Claim {
  readonly key: string;
  readonly place: ClaimPlace;
  readonly text: { readonly en: string; readonly zh?: string | undefined };
  /** Diseases that it is on. */
  readonly subjects: readonly string[];
}

/** What passages say of statements, by their keys. A statement that no passage addresses is not in it. */
export type ClaimVerdicts = Readonly<Record<string, readonly CheckedSentence[]>>;

/** A statement's key: entry, place, and how many stand before it there. */
export const claimKey = (owner: string, place: ClaimPlace, index = 0): string =>
  `${owner}/${place}/${String(index)}`;

/** What of the knowledge states something. */
interface Stating {
  readonly diseases: readonly Disease[];
  readonly scores: readonly Score[];
}

/** All statements of the knowledge that guidance may speak of. */
export function claimsOf({ diseases, scores }: Stating): Claim[] {
  return [...diseases.flatMap(ofDisease), ...scores.flatMap(ofScore)];
}

function ofDisease({ id, teaching, treatmentPrinciples, prognosis, mustNotMiss }: Disease): Claim[] {
  const at = (place: ClaimPlace, texts: readonly Claim['text'][]): Claim[] =>
    texts.map(({ en, zh }, i) => ({ key: claimKey(id, place, i), place, text: { en, zh }, subjects: [id] }));
  return [
    ...at('pitfalls', teaching.pitfalls),
    ...at(
      'treatmentPrinciples',
      treatmentPrinciples.map(({ text }) => text),
    ),
    ...at(
      'prognosis',
      prognosis.map(({ text }) => text),
    ),
    ...at('mustNotMiss', mustNotMiss === undefined ? [] : [mustNotMiss.why]),
  ];
}

const ofScore = ({ id, notes, forDiseases }: Score): Claim[] =>
  notes === undefined
    ? []
    : [{ key: claimKey(id, 'notes'), place: 'notes', text: notes, subjects: forDiseases }];
