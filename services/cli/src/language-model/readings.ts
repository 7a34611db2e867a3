import { checkProposals, type CheckedProposals } from '@openrounds/clinical-language';
import { type ReadingBlock } from '@openrounds/contracts';
import { type LanguageModel, LlmFault, type LlmFaultCode, type LlmReply, READER } from '@openrounds/llm';
import { type EvaluatedCase } from '../evaluation/evaluate-cases';
import { type CodedText } from '../evaluation/facts-of-text';
import { readingQuestion } from './reading-question';
import { type MeasuredCases, Ways, type WaysOfReading } from './ways-of-reading';

/** A case with a text, read by the rules and by a model. */
export interface CaseReading {
  readonly language: string;
  /** What a careful reader coded; undefined where nobody did. */
  readonly coded: CodedText | undefined;
  readonly ways: WaysOfReading;
  /** Ids of the findings that the model could choose from; none where it was not asked. */
  readonly offered: ReadonlySet<string>;
  /** What became of its proposals beside what the rules read. */
  readonly checked: CheckedProposals;
  /** Undefined where there was no answer. */
  readonly reply: Omit<LlmReply<unknown>, 'value' | 'raw'> | undefined;
  readonly fault: LlmFaultCode | ReadingBlock | undefined;
}

/**
 * Has a model read the text of every case that has one, one at a time. Without an answer it has read nothing, and the rules
 * stand.
 */
export async function* caseReadings(
  evaluated: readonly EvaluatedCase[],
  model: LanguageModel,
  measured: MeasuredCases,
): AsyncGenerator<CaseReading> {
  for (const each of evaluated) {
    const { ranking, coded } = each;
    if ('error' in ranking) continue;
    const question = readingQuestion(ranking, measured.ranker);
    if (question === 'no-text') continue;
    const { language = 'en' } = ranking.input;
    const ways = new Ways(ranking, each.outcome, measured);
    const unread = { language, coded, ways: ways.of([], []), checked: NOTHING, reply: undefined };
    if (typeof question === 'string') {
      yield { ...unread, offered: new Set(), fault: question };
      continue;
    }
    const { request, texts } = question;
    const offered = new Set(request.candidates.map(({ findingId }) => findingId));
    const answered = await model.ask(READER, request).catch((error: unknown) => {
      if (error instanceof LlmFault) return error;
      throw error;
    });
    if (answered instanceof LlmFault) {
      yield { ...unread, offered, fault: answered.code };
      continue;
    }
    const { value, raw: _raw, ...reply } = answered;
    const { patient, observed } = ranking.ranked.ready;
    const { vocabulary } = measured.ranker;
    const checkedBeside = (read: typeof observed): CheckedProposals =>
      checkProposals(value, { texts, patient, offered, observed: read, vocabulary });
    const checked = checkedBeside(observed);
    // Alone, what the rules read lends a proposal nothing.
    const alone = checkedBeside([]).standing;
    yield {
      ...{ language, coded, offered, checked, reply, fault: undefined },
      ways: ways.of(alone, checked.standing),
    };
  }
}

const NOTHING: CheckedProposals = { standing: [], dropped: {} };
