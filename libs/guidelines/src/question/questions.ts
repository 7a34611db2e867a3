import { ASPECTS, type Aspect, type PassageLanguage } from '../passage';
import { ASKED, OUTSIDE } from './compiled/questions';

/** A question that somebody wrote who was told a disease and nothing of any passage. */
export interface AskedQuestion {
  readonly language: PassageLanguage;
  readonly text: string;
  /** The disease that it is on, named or described. */
  readonly diseaseId: string;
  readonly aspect: Aspect;
}

/** A question that no guidance on patients answers, whatever it names. */
export interface OutsideQuestion {
  readonly language: PassageLanguage;
  readonly text: string;
}

/** Questions as people ask them: by these the search knows what a question is on, and what it asks for. */
export interface ExampleQuestions {
  readonly asked: readonly AskedQuestion[];
  readonly outside: readonly OutsideQuestion[];
}

/** Where nothing is learnt: every question may ask for anything. */
export const NO_QUESTIONS: ExampleQuestions = { asked: [], outside: [] };

type Rows = readonly (readonly string[])[];

/** Those of `libs/guidelines/questions`. Read anew each time: what learns from them does so once, and keeps none. */
export const shippedQuestions = (): ExampleQuestions => ({
  asked: (JSON.parse(ASKED) as Rows).map(([diseaseId = '', language, aspect, text = '']) => ({
    diseaseId,
    language: languageOf(language),
    aspect: aspectOf(aspect),
    text,
  })),
  outside: (JSON.parse(OUTSIDE) as Rows).map(([language, text = '']) => ({
    language: languageOf(language),
    text,
  })),
});

function languageOf(given: string | undefined): PassageLanguage {
  if (given === 'en' || given === 'zh') return given;
  throw new RangeError(`a question in the language ${String(given)}`);
}

function aspectOf(given: string | undefined): Aspect {
  const aspect = ASPECTS.find((each) => each === given);
  if (aspect === undefined) throw new RangeError(`a question that asks for ${String(given)}`);
  return aspect;
}
