import { createReadStream } from 'node:fs';
import {
  type LanguageModel,
  LlmFault,
  LlmRecording,
  PROPOSER,
  questionKey,
  RANKER,
  Recorder,
  type Role,
} from '@openrounds/llm';
import { z } from 'zod';
import { linesOf } from '../io/lines';
import { requireReadable } from '../io/require-readable';
import { UnusableArgument } from '../surroundings';
import { type AskedCase } from './asked-cases';

/** A question as somebody can answer it who is not a model. */
export interface WrittenQuestion {
  readonly id: string;
  readonly role: string;
  readonly promptVersion: string;
  /** By this an answer is found again. */
  readonly key: string;
  readonly system: string;
  readonly user: string;
  /** JSON Schema of the answer. */
  readonly schema: unknown;
}

/** The questions of a case, in words. */
export function writtenQuestions({ id, questions }: AskedCase): WrittenQuestion[] {
  return [written(id, RANKER, questions.ranking), written(id, PROPOSER, questions.proposal)];
}

const written = <I>(id: string, role: Role<I, unknown>, input: I): WrittenQuestion => ({
  id,
  role: role.name,
  promptVersion: role.promptVersion,
  key: questionKey(role, input),
  ...role.prompt(input),
  schema: z.toJSONSchema(role.schema),
});

/** Asks a model all questions of all cases and writes down what it answers; `failed` counts those without an answer. */
export async function recordModel(
  model: LanguageModel,
  cases: AsyncIterable<AskedCase>,
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
  for await (const { questions } of cases) {
    await ask(RANKER, questions.ranking);
    await ask(PROPOSER, questions.proposal);
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
