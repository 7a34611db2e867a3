import { LlmAnswer } from './llm-answer';

/** The members of a diagnosis and what each means, as the schema says. */
export const ANSWER_MEMBERS: readonly { readonly name: string; readonly means: string }[] = Object.entries(
  LlmAnswer.shape.diagnoses.element.shape,
).map(([name, { description = '' }]) => ({ name, means: description }));

/** The form of an answer. It is no JSON, so that an endpoint which says it back is not taken to have answered. */
export const ANSWER_FORM = `{"diagnoses":[{"diseaseId":<id or null>,"name":<text>,"probability":<number>}]}`;

/** The schema in words, for endpoints that do not take it as such. */
export const ANSWER_IN_WORDS = [
  'Answer with one JSON object and with nothing before or after it.',
  'It has one member, diagnoses, which is a list. Each entry of the list has these members and no others:',
  ...ANSWER_MEMBERS.map(({ name, means }) => `- ${name}: ${means}`),
].join('\n');
