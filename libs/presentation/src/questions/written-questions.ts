import { type Item, type Option } from '@openrounds/assessment-formats';
import { bothWays, bothWith, idOf, spoken, titleOf, type QuestionCase } from './case-frame';
import { DRAFTED_BY, FEEDBACK, WITH_DRAFTS_BY } from './question-words';

/** The questions with one best answer that stand in a case. One that a model drafted says so wherever it goes. */
export const writtenQuestions = ({ slug, version, body }: QuestionCase['told']): Item[] =>
  body.questions.flatMap(({ ask, answer, options, draftedBy }, place) => {
    if (options === undefined) return [];
    const model = draftedBy?.model;
    return [
      {
        id: `${idOf(slug, 'written')}-${String(place + 1)}`,
        title: titleOf(body.title, 'written'),
        stem: [],
        ask: spoken(ask),
        response: {
          kind: 'single',
          options: options.map(({ text, right }, at): Option => ({
            id: `o${String(at + 1)}`,
            text: spoken(text),
            right,
            feedback: bothWays(right ? FEEDBACK.right : FEEDBACK.notBest),
          })),
        },
        explanation: [
          ...(answer === undefined ? [] : [spoken(answer)]),
          ...(model === undefined ? [] : [bothWith(DRAFTED_BY, model)]),
        ],
        author: model === undefined ? body.author : WITH_DRAFTS_BY(body.author, model),
        licence: body.licence,
        version,
      },
    ];
  });
