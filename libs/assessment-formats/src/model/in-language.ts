import { type Language } from '@openrounds/contracts';
import { type Item, type Response, type Text } from './item';

/** The order in which languages are written. */
const LANGUAGES: readonly Language[] = ['en', 'zh'];

type Words = (text: Text) => string;

/** The languages in which a question says everything. */
export const languagesOf = (item: Item): readonly Language[] =>
  LANGUAGES.filter((language) => textsOf(item).every((text) => text[language] !== undefined));

/** In which languages a question is written: those in which it says everything; where there is no such, the one in which it asks. */
export function spokenIn(item: Item): readonly Language[] {
  const whole = languagesOf(item);
  return whole.length > 0 ? whole : LANGUAGES.filter((language) => isSaid(item.ask[language])).slice(0, 1);
}

/** A question in one language; a text that is missing there is told in the other one. */
export function inLanguage(item: Item, language: Language): Item<string> {
  const words: Words = (text) => text[language] ?? LANGUAGES.map((each) => text[each]).find(isSaid) ?? '';
  const { title, stem, ask, response, explanation, pictures, hints, ...same } = item;
  return {
    ...same,
    title: words(title),
    stem: stem.map(words),
    ask: words(ask),
    response: responseIn(response, words),
    explanation: explanation.map(words),
    ...(pictures === undefined
      ? {}
      : { pictures: pictures.map((each) => ({ ...each, alt: words(each.alt) })) }),
    ...(hints === undefined ? {} : { hints: hints.map(words) }),
  };
}

const isSaid = (text: string | undefined): text is string => text !== undefined;

const feedbackIn = (feedback: Text | undefined, words: Words) =>
  feedback === undefined ? {} : { feedback: words(feedback) };

function responseIn(response: Response, words: Words): Response<string> {
  switch (response.kind) {
    case 'single':
    case 'several':
      return {
        kind: response.kind,
        options: response.options.map(({ text, feedback, ...same }) => ({
          ...same,
          text: words(text),
          ...feedbackIn(feedback, words),
        })),
      };
    case 'numeric':
      return response;
    case 'short-text':
      return { kind: response.kind, accepted: response.accepted.map(words) };
    case 'matching':
      return {
        kind: response.kind,
        pairs: response.pairs.map(({ id, left, right, feedback }) => ({
          id,
          left: words(left),
          right: words(right),
          ...feedbackIn(feedback, words),
        })),
      };
    case 'ordering':
      return {
        kind: response.kind,
        entries: response.entries.map(({ id, text }) => ({ id, text: words(text) })),
      };
    case 'differential':
      return { kind: response.kind, lines: response.lines, rubric: words(response.rubric) };
  }
}

/** Every text of a question; a language in which one is missing is not a language of the question. */
function textsOf({ title, stem, ask, response, explanation, pictures = [], hints = [] }: Item): Text[] {
  return [
    title,
    ...stem,
    ask,
    ...explanation,
    ...pictures.map(({ alt }) => alt),
    ...hints,
    ...answerTexts(response),
  ];
}

function answerTexts(response: Response): Text[] {
  const said = (text: Text | undefined): Text[] => (text === undefined ? [] : [text]);
  switch (response.kind) {
    case 'single':
    case 'several':
      return response.options.flatMap(({ text, feedback }) => [text, ...said(feedback)]);
    case 'numeric':
      return [];
    case 'short-text':
      return [...response.accepted];
    case 'matching':
      return response.pairs.flatMap(({ left, right, feedback }) => [left, right, ...said(feedback)]);
    case 'ordering':
      return response.entries.map(({ text }) => text);
    case 'differential':
      return [response.rubric];
  }
}
