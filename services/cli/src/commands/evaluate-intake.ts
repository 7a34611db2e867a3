import { join } from 'node:path';
import { readCodedFile } from '../evaluation/coded-file';
import { identifiedSentenceSchema, judgeMasking } from '../intake-evaluation/deidentification';
import { intakeMarkdown, type IntakeReport } from '../intake-evaluation/intake-report';
import { judgeLaboratory, laboratoryLineSchema } from '../intake-evaluation/laboratory';
import {
  assertedSentenceSchema,
  type AssertionFigures,
  judgeNegexSentences,
  judgeOwnSentences,
  negexSentenceSchema,
} from '../intake-evaluation/negation';
import { readLines } from '../io/read-lines';
import { judgeRecognition } from '../intake-evaluation/recognition';
import { judgeVignettes, vignetteSchema } from '../intake-evaluation/vignettes';
import { jsonFile, writeReport } from '../io/write-report';
import { requireReadable } from '../io/require-readable';
import { type CaseRanker } from '../ranking/case-ranker';
import { type Surroundings, UnusableArgument } from '../surroundings';
import { activeRanker } from './active-ranker';
import { type AddCommand } from './command';

interface EvaluateIntakeArguments {
  readonly sets?: string;
  readonly negex?: string;
  readonly coded?: string;
  readonly input?: string;
  readonly report?: string;
}

/** `evaluate-intake`: how well texts are understood and identities kept out of them. */
export const addEvaluateIntake: AddCommand = (program, surroundings) => {
  program
    .command('evaluate-intake')
    .description(
      'measure negation, de-identification, laboratory reading and the recognition of findings in text',
    )
    .option('--sets <folder>', 'our own test sets; those of the repository if left out')
    .option('--negex <file>', 'sentences of the NegEx test kit, one JSON object a line')
    .option('--input <file>', 'cases with a narrative, one JSON object a line')
    .option('--coded <file>', 'what a careful reader found in those narratives')
    .option('--report <folder>', 'where intake.json and intake.md go')
    .action((given: EvaluateIntakeArguments) => evaluateIntake(given, surroundings));
};

async function evaluateIntake(given: EvaluateIntakeArguments, surroundings: Surroundings): Promise<void> {
  if ((given.input === undefined) !== (given.coded === undefined)) {
    throw new UnusableArgument('--input and --coded go together');
  }
  const sets = given.sets ?? join(surroundings.knowledgeDir, '..', 'libs', 'clinical-language', 'test-sets');
  const ranker = await activeRanker(surroundings);
  const report: IntakeReport = {
    knowledge: ranker.bundle.hashes.knowledge,
    negation: await judgeNegation(sets, given.negex),
    masking: {
      development: await maskingOf(join(sets, 'deidentification.development.jsonl')),
      frozen: await maskingOf(join(sets, 'deidentification.frozen.jsonl')),
      'styles, development': await maskingOf(join(sets, 'deidentification-styles.development.jsonl')),
      'styles, frozen': await maskingOf(join(sets, 'deidentification-styles.frozen.jsonl')),
      unseen: await maskingOf(join(sets, 'deidentification-unseen.jsonl')),
      'strangers, development': await maskingOf(join(sets, 'deidentification-strangers.development.jsonl')),
      'strangers, frozen': await maskingOf(join(sets, 'deidentification-strangers.frozen.jsonl')),
    },
    laboratory: judgeLaboratory(
      await readLines(join(sets, 'laboratory-lines.jsonl'), laboratoryLineSchema),
      ranker,
    ),
    vignettes: judgeVignettes(
      await readLines(join(sets, 'vignettes.jsonl'), vignetteSchema),
      (input) => ranker.understand(input).ready,
    ),
    ...(await recognitionIn(given, ranker)),
  };
  const text = intakeMarkdown(report);
  if (given.report !== undefined)
    writeReport(given.report, { 'intake.json': jsonFile(report), 'intake.md': text });
  surroundings.out.write(text);
}

async function judgeNegation(
  sets: string,
  negex: string | undefined,
): Promise<Record<string, AssertionFigures>> {
  const chinese = await readLines(join(sets, 'negation-zh.jsonl'), assertedSentenceSchema);
  return {
    ...(negex === undefined
      ? {}
      : { 'NegEx, English': judgeNegexSentences(await readLines(negex, negexSentenceSchema)) }),
    'own, Chinese': judgeOwnSentences(chinese),
  };
}

const maskingOf = async (path: string) => judgeMasking(await readLines(path, identifiedSentenceSchema));

async function recognitionIn(
  { input, coded }: EvaluateIntakeArguments,
  ranker: CaseRanker,
): Promise<Pick<IntakeReport, 'recognition'>> {
  if (input === undefined || coded === undefined) return {};
  await Promise.all([input, coded].map(requireReadable));
  return { recognition: await judgeRecognition(input, await readCodedFile(coded, ranker.bundle), ranker) };
}
