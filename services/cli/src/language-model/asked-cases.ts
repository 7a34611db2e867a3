import { createReadStream } from 'node:fs';
import { type Language } from '@openrounds/contracts';
import { type LlmReadingRequest } from '@openrounds/llm';
import { type OwnCaseChoice, type OwnCaseKind, readOwnCases } from '../evaluation/own-cases';
import { type Line, linesOf } from '../io/lines';
import { requireReadable } from '../io/require-readable';
import { type CaseRanker } from '../ranking/case-ranker';
import { rankingOfLine } from '../ranking/ranked-line';
import { type Surroundings, UnusableArgument } from '../surroundings';
import { type Questions, questionsOf } from './questions';
import { readingQuestion } from './reading-question';

/** Which cases a model is asked about. */
export interface CaseChoice {
  readonly input?: string;
  readonly ours?: OwnCaseKind;
  readonly half?: OwnCaseChoice['half'];
  readonly sample?: number;
}

/** A case, by its id, with what a model is asked about it. */
export interface AskedCase {
  readonly id: string;
  readonly language: Language;
  readonly questions: Questions;
  /** Undefined where there is no text, or none that may leave the house. */
  readonly reading: LlmReadingRequest | undefined;
}

/**
 * The cases that can be ranked, in their order.
 *
 * @throws UnusableArgument where no cases are named or the file cannot be read
 */
export async function* askedCases(
  choice: CaseChoice,
  ranker: CaseRanker,
  { knowledgeDir }: Pick<Surroundings, 'knowledgeDir'>,
): AsyncGenerator<AskedCase> {
  for await (const line of await linesOfChoice(choice, ranker, knowledgeDir)) {
    const ranking = rankingOfLine(line, ranker, 1);
    if ('error' in ranking) continue;
    const reading = readingQuestion(ranking, ranker);
    yield {
      id: String(ranking.id),
      language: ranking.input.language ?? 'en',
      questions: questionsOf(ranking, ranker, 'teaching'),
      reading: typeof reading === 'string' ? undefined : reading.request,
    };
  }
}

async function linesOfChoice(
  { input, ours, half, sample }: CaseChoice,
  ranker: CaseRanker,
  knowledgeDir: string,
): Promise<AsyncIterable<Line> | Iterable<Line>> {
  if (ours !== undefined)
    return (await readOwnCases(knowledgeDir, { kind: ours, half, sample }, ranker.bundle)).lines;
  if (input === undefined) throw new UnusableArgument('give --input or --ours');
  await requireReadable(input);
  return linesOf(createReadStream(input, 'utf8'));
}
