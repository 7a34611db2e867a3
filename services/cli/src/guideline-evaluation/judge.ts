import { type Passage, type PassageIndex, type ReadFacts, searchPassages } from '@openrounds/guidelines';
import { type Half, type Question } from './questions';

/** A reader looks at the first few; what stands after the tenth counts as not found. */
const FEW = 5;
const LOOKED_AT = 10;

/** How a question was answered. */
export interface Judged {
  readonly question: Question;
  /** Ids of the passages found, best first. */
  readonly found: readonly string[];
  /** Place of the first right one, from 1; undefined where none of the first ten is right. */
  readonly place: number | undefined;
}

/** Figures of some questions; a share of no questions is undefined. */
export interface Figures {
  readonly answerable: number;
  /** Share of the answerable questions with a right passage among the first five. */
  readonly recallAt5: number | undefined;
  /** Mean of 1/place of the first right passage, 0 where none of the first ten is right. */
  readonly meanReciprocalRank: number | undefined;
  /** Share of the answerable questions of which it was said that there is nothing. */
  readonly wrongRefusals: number | undefined;
  readonly unanswerable: number;
  /** Share of the unanswerable questions to which nothing was shown. */
  readonly correctRefusals: number | undefined;
}

/** Asks each question as a reader would, in its language, without a filter; `read` reads it as the product does. */
export function judgeQuestions(
  questions: readonly Question[],
  index: PassageIndex,
  read?: (question: string) => ReadFacts,
): Judged[] {
  return questions.map((question) => {
    const hits = searchPassages(index, {
      query: question.question,
      read: read?.(question.question),
      language: question.language,
      limit: LOOKED_AT,
    });
    const place = hits.findIndex(({ passage }) => isRight(passage, question)) + 1;
    return { question, found: hits.map(({ passage }) => passage.id), place: place === 0 ? undefined : place };
  });
}

/** Whether a passage is one of those named or, where none are, is for a disease and of the aspect asked for. */
function isRight(passage: Passage, { about, aspect, passages, unanswerable }: Question): boolean {
  if (unanswerable === true) return false;
  if (passages !== undefined) return passages.includes(passage.id);
  const isFor = about?.some((disease) => passage.forDiseases.includes(disease)) ?? false;
  return isFor && (aspect === undefined || passage.about === aspect);
}

/** Figures of what was judged. */
export function figuresOf(judged: readonly Judged[]): Figures {
  const answerable = judged.filter(({ question }) => question.unanswerable !== true);
  const others = judged.filter(({ question }) => question.unanswerable === true);
  return {
    answerable: answerable.length,
    recallAt5: mean(answerable, ({ place }) => Number(place !== undefined && place <= FEW)),
    meanReciprocalRank: mean(answerable, ({ place }) => (place === undefined ? 0 : 1 / place)),
    wrongRefusals: mean(answerable, ({ found }) => Number(found.length === 0)),
    unanswerable: others.length,
    correctRefusals: mean(others, ({ found }) => Number(found.length === 0)),
  };
}

function mean<T>(items: readonly T[], of: (item: T) => number): number | undefined {
  return items.length === 0 ? undefined : items.reduce((sum, item) => sum + of(item), 0) / items.length;
}

/** A half in one language, or in both, with its figures; parts without questions are left out. */
export function figuresByPart(judged: readonly Judged[]): PartFigures[] {
  const parts = (['open', 'frozen'] as const).flatMap((half) =>
    (['en', 'zh', 'both'] as const).map((language) => ({
      half,
      language,
      judged: judged.filter(
        ({ question }) => question.half === half && (language === 'both' || question.language === language),
      ),
    })),
  );
  return parts.flatMap(({ judged: some, ...part }) =>
    some.length === 0 ? [] : [{ ...part, figures: figuresOf(some) }],
  );
}

export interface PartFigures {
  readonly half: Half;
  readonly language: 'en' | 'zh' | 'both';
  readonly figures: Figures;
}
