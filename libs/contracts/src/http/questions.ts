import { z } from 'zod';
import { codeText, Language, Slug } from '../primitives';

/** Most cases that one export makes questions of. */
export const MAX_QUESTION_CASES = 200;

export const QuestionFormat = z
  .enum(['qti3', 'qti21', 'moodle-xml', 'gift'])
  .meta({ description: 'IMS QTI 3.0, IMS QTI 2.1, Moodle XML, Moodle GIFT' });

/** What an export did not keep of a question; the last two: why it was not made at all. */
export const QuestionLossCode = z.enum([
  'ordering-not-held',
  'too-many-right-options',
  'ordering-from-moodle-4-4',
  'marked-by-hand',
  'rubric',
  'fractions-rounded',
  'unit',
  'pair-feedback',
  'feedback-for-tutors',
  'pictures',
  'hints',
  'penalty',
  'second-language',
  'version',
  'licence',
  'too-few-options',
  'not-ranked',
]);

export const QuestionKind = z
  .enum(['diagnosis', 'must-not-miss', 'next-test', 'written'])
  .meta({ description: '`written`: questions with options as the author of the case wrote them' });

const CASE_IDS = /^(?:library|[0-9a-f-]{36}(?:,[0-9a-f-]{36}){0,199})$/;

export const ExportQuestionsQuery = z.object({
  format: QuestionFormat,
  set: codeText(CASE_IDS).default('library').meta({
    description:
      '`library`: every case of the library; or up to 200 ids of teaching cases, separated by commas',
    example: 'library',
  }),
  problem: Slug.optional().meta({ description: 'of the library only cases with this presenting problem' }),
  kinds: codeText(/^[a-z-]+(?:,[a-z-]+){0,3}$/)
    .default(QuestionKind.options.join(','))
    .transform((list) => list.split(','))
    .pipe(z.array(QuestionKind))
    .meta({ description: 'which questions, separated by commas', example: 'diagnosis,must-not-miss' }),
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .meta({ description: '`true`: only what would be lost' }),
  lang: Language.optional().meta({
    description: 'of the sentences, and of the questions in GIFT, which has one language',
  }),
});

export const QuestionLosses = z
  .object({
    format: QuestionFormat,
    cases: z.number().int(),
    /** Made of the cases; `written` of them are in the files. */
    questions: z.number().int(),
    written: z.number().int(),
    losses: z.array(
      z.object({
        questionId: z.string(),
        title: z.string(),
        code: QuestionLossCode,
        leftOut: z.boolean().meta({ description: 'whether the question is not in the files at all' }),
        message: z.string(),
      }),
    ),
    notice: z.string(),
  })
  .meta({ id: 'QuestionLosses' });

export type QuestionKind = z.infer<typeof QuestionKind>;
export type QuestionFormat = z.infer<typeof QuestionFormat>;
export type QuestionLossCode = z.infer<typeof QuestionLossCode>;
export type ExportQuestionsQuery = z.infer<typeof ExportQuestionsQuery>;
export type QuestionLosses = z.infer<typeof QuestionLosses>;
