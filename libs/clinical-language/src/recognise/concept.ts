import { z } from 'zod';
import { CONCEPTS } from '../lexicon/compiled/concepts';

/** What a concept is a part of what is said: what is wrong, where, how, when, by what … One file of the lexicon each. */
export const CONCEPT_KINDS = [
  'heads',
  'functions',
  'sites',
  'sides',
  'qualities',
  'colours',
  'degrees',
  'times',
  'counts',
  'comparisons',
  'acts',
  'ability',
  'objects',
  'events',
  'animals-and-foods',
  'jobs-and-places',
  'substances',
  'drugs',
  'diseases',
  'tests',
  'results',
] as const;
export type ConceptKind = (typeof CONCEPT_KINDS)[number];

/** One meaning in the words of either language. */
export interface Concept {
  readonly id: string;
  readonly kind: ConceptKind;
  /** More general concepts of the same kind. */
  readonly isA: readonly string[];
  /** Concepts of any kind that the words say at once. */
  readonly parts: readonly string[];
  /** Of a function or a test: the act that performs it, which says the same (swallowing and to swallow). */
  readonly act?: string | undefined;
  readonly en: readonly string[];
  readonly zh: readonly string[];
}

const words = z
  .array(z.coerce.string())
  .nullish()
  .transform((list) => list ?? []);
const rows = z.array(
  z.object({ id: z.string(), isA: words, parts: words, act: z.string().optional(), en: words, zh: words }),
);

/** The concepts of the lexicon, kind by kind. */
export const lexiconConcepts = (): Concept[] =>
  CONCEPT_KINDS.flatMap((kind) =>
    rows.parse(JSON.parse(CONCEPTS[`concepts/${kind}`] ?? '[]')).map((row) => ({ ...row, kind })),
  );
