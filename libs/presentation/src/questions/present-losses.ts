import { type Text } from '@openrounds/assessment-formats';
import {
  type Language,
  type QuestionFormat,
  type QuestionLossCode,
  type QuestionLosses,
} from '@openrounds/contracts';
import { notice } from '../messages/catalogue';
import { localised } from '../teaching/present-case';
import { LOSSES, LOSSES_FILE } from './question-words';

/** What an export of questions came to, in codes. */
export interface CodedLosses {
  readonly format: QuestionFormat;
  readonly cases: number;
  readonly questions: number;
  readonly written: number;
  readonly losses: readonly {
    readonly questionId: string;
    readonly title: Text;
    readonly code: QuestionLossCode;
    readonly leftOut: boolean;
  }[];
}

/** The same with a sentence for each loss. */
export const presentLosses = ({ losses, ...counts }: CodedLosses, language: Language): QuestionLosses => ({
  ...counts,
  losses: losses.map(({ title, ...loss }) => ({
    ...loss,
    title: localised(title, language).text,
    message: LOSSES[loss.code][language](),
  })),
  notice: notice(language),
});

/** What was lost as a text to read, first in English, then in Chinese: by question, one loss a line. */
export const lossesText = (coded: CodedLosses): string =>
  (['en', 'zh'] as const).map((language) => told(coded, language)).join('\n');

function told(coded: CodedLosses, language: Language): string {
  const { losses, ...shown } = presentLosses(coded, language);
  const lines = losses.map(({ questionId, title, message }) => `${title} (${questionId}): ${message}`);
  const head = `${LOSSES_FILE.head[language]()} (${shown.format}, ${String(shown.written)}/${String(shown.questions)})`;
  return [head, shown.notice, '', ...(lines.length === 0 ? [LOSSES_FILE.none[language]()] : lines), ''].join(
    '\n',
  );
}
