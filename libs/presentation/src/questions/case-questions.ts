import { type Item, type Text } from '@openrounds/assessment-formats';
import { type CaseBody, type QuestionKind } from '@openrounds/contracts';
import { lookupOf, type KnowledgeBundle } from '@openrounds/knowledge';
import { idOf, titleOf, type QuestionCase, type QuestionMaker, type Unmade } from './case-frame';
import { dangerQuestion } from './danger-question';
import { diagnosisQuestion, namesEnough } from './diagnosis-question';
import { judgesTests, nextTestQuestion } from './next-test-question';
import { writtenQuestions } from './written-questions';

const MAKERS: Readonly<Record<Exclude<QuestionKind, 'written'>, QuestionMaker>> = {
  diagnosis: diagnosisQuestion,
  'must-not-miss': dangerQuestion,
  'next-test': nextTestQuestion,
};

/** Whether questions of these kinds need what the engine would say of the case. */
export const asksTheEngine = (body: CaseBody, kinds: readonly QuestionKind[]): boolean =>
  (kinds.includes('diagnosis') && !namesEnough(body)) || (kinds.includes('next-test') && !judgesTests(body));

/** The questions of a case, and those that it does not give. */
export interface CaseQuestions {
  readonly items: readonly Item[];
  readonly unmade: readonly { readonly questionId: string; readonly title: Text; readonly code: Unmade }[];
}

/**
 * Questions made of a teaching case: its diagnosis, what must not be missed, the next test, and those that its author wrote or released. What is right is the author's, except that of the next
 * test the engine's expected information stands in where the author does not judge tests. The same case, forecast and knowledge give the same
 * questions.
 */
export function questionsOfCase(
  given: QuestionCase,
  kinds: readonly QuestionKind[],
  bundle: KnowledgeBundle,
): CaseQuestions {
  const names = lookupOf(bundle);
  const { slug, body } = given.told;
  const wanted = new Set(kinds);
  const made = [...wanted]
    .filter((kind) => kind !== 'written')
    .map((kind) => ({ kind, made: MAKERS[kind](given, names) }));
  return {
    items: [
      ...made.flatMap((each) => (typeof each.made === 'string' ? [] : [each.made])),
      ...(wanted.has('written') ? writtenQuestions(given.told) : []),
    ],
    unmade: made.flatMap((each) =>
      typeof each.made === 'string'
        ? [{ questionId: idOf(slug, each.kind), title: titleOf(body.title, each.kind), code: each.made }]
        : [],
    ),
  };
}
