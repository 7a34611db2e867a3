import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ASPECTS } from '@openrounds/guidelines';
import { parse } from 'yaml';
import { z } from 'zod';
import { reasonOf } from '../io/read-json';
import { UnusableArgument } from '../surroundings';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower case, digits and hyphens');

const questionSchema = z
  .strictObject({
    id: slug,
    language: z.enum(['en', 'zh']),
    question: z.string().trim().min(1),
    about: z.array(slug).min(1).optional(),
    aspect: z.enum(ASPECTS).optional(),
    passages: z.array(slug).min(1).optional(),
    unanswerable: z.literal(true).optional(),
  })
  .refine(
    ({ about, passages, unanswerable }) =>
      (unanswerable === true) === (about === undefined && passages === undefined),
    { path: ['about'], message: 'give about or passages, or unanswerable: true, not both' },
  );

const fileSchema = z.strictObject({
  half: z.enum(['open', 'frozen']),
  questions: z.array(questionSchema).min(1),
});

export type Half = z.output<typeof fileSchema>['half'];
/** A question with what a right answer is about; how it is written: libs/guidelines/test/questions/README.md. */
export type Question = z.output<typeof questionSchema> & { readonly half: Half };

/**
 * The questions of files.
 *
 * @throws UnusableArgument naming the file and the field that cannot be used, or the id that stands twice
 */
export function readQuestions(files: readonly string[]): Question[] {
  const questions = files.flatMap(questionsOf);
  const seen = new Set<string>();
  for (const { id } of questions) {
    if (seen.has(id)) throw new UnusableArgument(`question ${id} stands twice`);
    seen.add(id);
  }
  return questions;
}

function questionsOf(file: string): Question[] {
  const read = fileSchema.safeParse(yamlOf(file));
  if (read.success) return read.data.questions.map((question) => ({ ...question, half: read.data.half }));
  const [issue] = read.error.issues;
  throw new UnusableArgument(`${basename(file)}: /${(issue?.path ?? []).join('/')}: ${issue?.message ?? ''}`);
}

function yamlOf(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UnusableArgument(`${basename(file)} cannot be read: ${reasonOf(error)}`);
  }
}
