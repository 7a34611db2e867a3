import { type AssertionOfSpan, assertionOf } from '@openrounds/clinical-language';
import { type Retrieval } from '@openrounds/evaluation';
import { z } from 'zod';

const span = { start: z.int().min(0), end: z.int().min(1) };

/** A sentence of our own set, with the place of one concept and what is said of it. */
export const assertedSentenceSchema = z.object({
  id: z.string(),
  text: z.string(),
  ...span,
  label: z.enum(['affirmed', 'negated', 'possible', 'historical', 'family']),
});
export type AssertedSentence = z.output<typeof assertedSentenceSchema>;

/** A line of the NegEx test kit; a few of its concepts have no place in their sentence. */
export const negexSentenceSchema = z
  .looseObject({
    id: z.string(),
    sentence: z.string(),
    span: z.tuple([span.start, span.end]).nullable(),
    label: z.string(),
    temporality: z.string(),
    experiencer: z.string(),
  })
  .transform(({ id, sentence, span: place, label, temporality, experiencer }) => ({
    id,
    text: sentence,
    place: place === null ? undefined : { start: place[0], end: place[1] },
    negated: label === 'Negated',
    historical: temporality === 'Historical',
    ofOthers: experiencer !== 'Patient',
  }));
export type NegexSentence = z.output<typeof negexSentenceSchema>;

/** How each kind of assertion was recognised; sentences without a place for their concept are left out. */
export interface AssertionFigures {
  readonly concepts: number;
  readonly negated: Retrieval;
  readonly historical: Retrieval;
  readonly family: Retrieval;
  /** Doubted concepts; only where the set marks them. */
  readonly possible?: Retrieval;
  /** Ids of the sentences whose negation was judged wrongly. */
  readonly wrong: readonly string[];
}

interface Judged {
  readonly id: string;
  readonly said: AssertionOfSpan;
  readonly wanted: { negated: boolean; historical: boolean; family: boolean; possible: boolean };
}

/** Negation, time and person of the concepts of our own sentences. */
export function judgeOwnSentences(sentences: readonly AssertedSentence[]): AssertionFigures {
  const judged = sentences.flatMap(({ id, text, start, end, label }): Judged[] => {
    const said = assertionOf(text, { start, end });
    const wanted = {
      negated: label === 'negated',
      historical: label === 'historical',
      family: label === 'family',
      possible: label === 'possible',
    };
    return said === undefined ? [] : [{ id, said, wanted }];
  });
  return { ...figuresOf(judged), possible: retrieval(judged, 'possible', ({ possible }) => possible) };
}

/** Negation, time and person of the concepts of the NegEx kit. */
export function judgeNegexSentences(sentences: readonly NegexSentence[]): AssertionFigures {
  return figuresOf(
    sentences.flatMap(({ id, text, place, negated, historical, ofOthers }): Judged[] => {
      const said = place && assertionOf(text, place);
      return said ? [{ id, said, wanted: { negated, historical, family: ofOthers, possible: false } }] : [];
    }),
  );
}

function figuresOf(judged: readonly Judged[]): AssertionFigures {
  return {
    concepts: judged.length,
    negated: retrieval(judged, 'negated', ({ negated }) => negated),
    historical: retrieval(
      judged,
      'historical',
      ({ historical, negated, family }) => historical && !negated && !family,
    ),
    family: retrieval(
      judged,
      'family',
      ({ family, otherPerson, negated }) => (family || otherPerson) && !negated,
    ),
    wrong: judged.filter(({ said, wanted }) => said.negated !== wanted.negated).map(({ id }) => id),
  };
}

function retrieval(
  judged: readonly Judged[],
  wanted: keyof Judged['wanted'],
  proposes: (said: AssertionOfSpan) => boolean,
): Retrieval {
  const proposed = judged.filter(({ said }) => proposes(said));
  const right = proposed.filter((each) => each.wanted[wanted]).length;
  return {
    proposed: proposed.length,
    proposedRight: right,
    wanted: judged.filter((each) => each.wanted[wanted]).length,
    wantedFound: right,
  };
}
