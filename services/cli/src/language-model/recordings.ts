import { createReadStream } from 'node:fs';
import {
  answerSchemaOf,
  type LanguageModel,
  LlmFault,
  LlmRecording,
  promptInWords,
  PROPOSER,
  questionKey,
  RANKER,
  READER,
  Recorder,
  type Role,
} from '@openrounds/llm';
import { z } from 'zod';
import { linesOf } from '../io/lines';
import { requireReadable } from '../io/require-readable';
import { UnusableArgument } from '../surroundings';
import { type AskedCase } from './asked-cases';
import { type AskedRole } from './asked-roles';

/** A question as somebody can answer it who is not a model. */
export interface WrittenQuestion {
  readonly id: string;
  readonly language: string;
  readonly role: string;
  readonly promptVersion: string;
  /** By this an answer is found again. */
  readonly key: string;
  readonly system: string;
  readonly user: string;
  /** JSON Schema of the answer. */
  readonly schema: unknown;
  /** All that a model is told which takes no schema. */
  readonly text: string;
}

/** The questions of a case in these roles, in words. */
export const writtenQuestions = (asked: AskedCase, roles: readonly AskedRole[]): WrittenQuestion[] =>
  eachQuestion(asked, roles, (role, input) => written(asked, role, input));

const written = <I>({ id, language }: AskedCase, role: Role<I, unknown>, input: I): WrittenQuestion => ({
  id,
  language,
  role: role.name,
  promptVersion: role.promptVersion,
  key: questionKey(role, input),
  ...role.prompt(input),
  schema: answerSchemaOf(role),
  text: promptInWords(role, input),
});

/** Whatever is done with the questions of a case, of the roles that are wanted. */
function eachQuestion<T>(
  { questions: { ranking, proposal }, reading }: AskedCase,
  roles: readonly AskedRole[],
  ask: <I>(role: Role<I, unknown>, input: I) => T,
): T[] {
  return [
    ...(roles.includes('ranker') ? [ask(RANKER, ranking)] : []),
    ...(roles.includes('proposer') ? [ask(PROPOSER, proposal)] : []),
    ...(roles.includes('reader') && reading !== undefined ? [ask(READER, reading)] : []),
  ];
}

/** Questions as texts, one a file, `01-en.txt` and so on, with a list of what stands where. */
export function questionFiles(questions: readonly WrittenQuestion[]): Record<string, string> {
  const named = questions.map((question, index) => ({
    ...question,
    file: `${String(index + 1).padStart(2, '0')}-${question.language}.txt`,
  }));
  const list = named.map(({ file, id, role, key }) => `${JSON.stringify({ file, id, role, key })}\n`);
  return {
    ...Object.fromEntries(named.map(({ file, text }) => [file, text])),
    'index.jsonl': list.join(''),
  };
}

/** Asks a model the questions of all cases in these roles and writes down what it answers; `failed` counts those without an answer. */
export async function recordModel(
  model: LanguageModel,
  cases: AsyncIterable<AskedCase>,
  roles: readonly AskedRole[],
  asked: (failed: boolean) => void,
): Promise<LlmRecording> {
  const recorder = new Recorder(model);
  const ask = async <I>(role: Role<I, unknown>, input: I): Promise<void> => {
    try {
      await recorder.recorded.ask(role, input);
      asked(false);
    } catch (error) {
      if (!(error instanceof LlmFault)) throw error;
      asked(true);
    }
  };
  for await (const each of cases) {
    for (const question of eachQuestion(each, roles, (role, input) => () => ask(role, input)))
      await question();
  }
  return recorder.recording();
}

const AnswerLine = z.object({ key: LlmRecording.shape.answers.keyType, answer: z.json() });

/**
 * A recording of answers that people wrote, one JSON object a line with `key` and `answer`.
 *
 * @param model - what the recording is named: who answered.
 * @throws UnusableArgument naming the line that is none, or that answers a question again
 */
export async function recordAnswers(file: string, model: string): Promise<LlmRecording> {
  await requireReadable(file);
  const answers = new Map<string, unknown>();
  let number = 0;
  for await (const line of linesOf(createReadStream(file, 'utf8'))) {
    number += 1;
    const read = 'text' in line ? AnswerLine.safeParse(parsed(line.text)) : undefined;
    if (read?.success !== true || answers.has(read.data.key)) {
      throw new UnusableArgument(
        `${file}:${String(number)}: not an answer, or a second one to the same question`,
      );
    }
    answers.set(read.data.key, read.data.answer);
  }
  return { version: 2, model, answers: Object.fromEntries(answers) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
