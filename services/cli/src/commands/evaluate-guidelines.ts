import { readQuestion } from '@openrounds/clinical-language';
import { indexBundle } from '@openrounds/guidelines';
import { BundleError, BundleStore, currentHash, GuidelineStore } from '@openrounds/knowledge';
import { VocabularyStore } from '@openrounds/vocabularies';
import { figuresByPart, judgeQuestions } from '../guideline-evaluation/judge';
import { readQuestions } from '../guideline-evaluation/questions';
import { questionsMarkdown } from '../guideline-evaluation/report';
import { jsonFile, writeReport } from '../io/write-report';
import { type Surroundings, UnusableArgument } from '../surroundings';
import { type AddCommand } from './command';

/** `evaluate-guidelines`: how well the guideline search answers questions, and refuses those without an answer. */
export const addEvaluateGuidelines: AddCommand = (program, surroundings) => {
  program
    .command('evaluate-guidelines')
    .description('measure the guideline search: recall@5, MRR and refusals by language and half')
    .argument('<files...>', 'questions, as libs/guidelines/test/questions/README.md describes them')
    .option('--report <folder>', 'where guidelines.json and guidelines.md go')
    .action((files: string[], given: { readonly report?: string }) =>
      evaluateGuidelines(files, given.report, surroundings),
    );
};

async function evaluateGuidelines(
  files: readonly string[],
  report: string | undefined,
  { bundleDir, prepareBundle, out }: Surroundings,
): Promise<void> {
  const questions = readQuestions(files);
  await prepareBundle();
  const index = indexBundle(currentGuidelines(bundleDir));
  const vocabulary = new VocabularyStore(new BundleStore(bundleDir)).vocabulary(currentHash(bundleDir));
  const judged = judgeQuestions(questions, index, (question) => readQuestion(question, vocabulary));
  const text = questionsMarkdown(judged, index.passages.length);
  if (report !== undefined) {
    writeReport(report, { 'guidelines.json': jsonFile(figuresByPart(judged)), 'guidelines.md': text });
  }
  out.write(text);
}

function currentGuidelines(bundleDir: string) {
  try {
    return new GuidelineStore(bundleDir).current();
  } catch (error) {
    throw error instanceof BundleError ? new UnusableArgument(error.message) : error;
  }
}
