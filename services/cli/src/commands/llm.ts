import { writeFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { type CaseChoice } from '../language-model/asked-cases';
import { checkLines } from '../language-model/check-lines';
import { ASKED_ROLES, type AskedRole } from '../language-model/asked-roles';
import { type WrittenQuestion } from '../language-model/recordings';
import { HALVES, OWN_CASES } from '../evaluation/own-cases';
import { Progress } from '../io/progress';
import { jsonFile, writeReport } from '../io/write-report';
import { EXIT, type Surroundings, UnusableArgument } from '../surroundings';
import { activeRanker } from './active-ranker';
import { type AddCommand } from './command';
import { sampleOption } from './sample-option';

/** `llm`: what works with the language model that is configured, and recordings of its answers. */
export const addLlm: AddCommand = (program, surroundings, exitWith) => {
  const llm = program.command('llm').description('the language model that is configured (LLM_BASE_URL, …)');
  addCheck(llm, surroundings, exitWith);
  addQuestions(llm, surroundings);
  addRecord(llm, surroundings, exitWith);
};

function addCheck(llm: Command, { out }: Surroundings, exitWith: Parameters<AddCommand>[2]): void {
  llm
    .command('check')
    .description(
      'ask the endpoint of the environment for its models and four small questions of nobody, and say what works; shows no key',
    )
    .option('--json', 'as JSON, for programs')
    .action(async ({ json = false }: { json?: boolean }) => {
      const check = await checked();
      out.write(json ? `${JSON.stringify(check, null, 2)}\n` : `${checkLines(check).join('\n')}\n`);
      exitWith(check.usable ? EXIT.ok : EXIT.checkFailed);
    });
}

async function checked() {
  // Only here: they bring the framework of the services and the client, for which no other command waits.
  const { readLlmConfig } = await import('@openrounds/platform');
  const { checkLlm, endpointOf } = await import('@openrounds/llm');
  const endpoint = endpointOf(readLlmConfig());
  if (endpoint === null) {
    throw new UnusableArgument('no language model is configured: set LLM_BASE_URL and LLM_MODEL');
  }
  return checkLlm(endpoint);
}

const choosingCases = (command: Command): Command =>
  command
    .option('--input <file>', 'cases, one JSON object a line')
    .addOption(
      new Option('--ours <kind>', 'our own cases in the knowledge folder, in place of a file')
        .choices(OWN_CASES)
        .conflicts('input'),
    )
    .addOption(new Option('--half <half>', 'of our own told cases, only these').choices(HALVES))
    .addOption(sampleOption())
    .addOption(
      new Option('--role <roles...>', 'only the questions of these roles')
        .choices(ASKED_ROLES)
        .default(ASKED_ROLES),
    );

function addQuestions(llm: Command, surroundings: Surroundings): void {
  choosingCases(llm.command('questions'))
    .description(
      'write what a language model would be asked about cases, one JSON object a line; asks nobody',
    )
    .requiredOption('--out <file>', 'where the questions go')
    .option('--texts <folder>', 'where each also goes as a text, just as a model is told it')
    .action(async ({ out, texts, role, ...choice }: QuestionsArguments) => {
      const { askedCases } = await import('../language-model/asked-cases');
      const { questionFiles, writtenQuestions } = await import('../language-model/recordings');
      const ranker = await activeRanker(surroundings);
      const questions: WrittenQuestion[] = [];
      for await (const asked of askedCases(choice, ranker, surroundings))
        questions.push(...writtenQuestions(asked, role));
      writeFileSync(out, questions.map(({ text: _, ...each }) => `${JSON.stringify(each)}\n`).join(''));
      if (texts !== undefined) writeReport(texts, questionFiles(questions));
      surroundings.out.write(`${String(questions.length)} questions\n`);
    });
}

interface AskingArguments extends CaseChoice {
  readonly role: readonly AskedRole[];
}

interface QuestionsArguments extends AskingArguments {
  readonly out: string;
  readonly texts?: string;
}

interface RecordArguments extends AskingArguments {
  readonly answers?: string;
  readonly model?: string;
  readonly out: string;
}

function addRecord(llm: Command, surroundings: Surroundings, exitWith: Parameters<AddCommand>[2]): void {
  choosingCases(llm.command('record'))
    .description(
      'write down what the endpoint of the environment answers about cases, or what people answered to `llm questions`, to be replayed with LLM_ADAPTER=recorded',
    )
    .option('--answers <file>', 'answers of people, one JSON object a line with key and answer')
    .option('--model <name>', 'what a recording of people is named: who answered')
    .requiredOption('--out <file>', 'where the recording goes')
    .action(async (given: RecordArguments) => {
      const { recording, failed } = await recorded(given, surroundings);
      writeFileSync(given.out, jsonFile(recording));
      const count = Object.keys(recording.answers).length;
      surroundings.out.write(`${String(count)} answers, ${String(failed)} questions without one\n`);
      if (count === 0 || failed > 0) exitWith(EXIT.checkFailed);
    });
}

async function recorded({ answers, model, role, ...choice }: RecordArguments, surroundings: Surroundings) {
  const { recordAnswers, recordModel } = await import('../language-model/recordings');
  if (answers !== undefined) {
    if (model === undefined) throw new UnusableArgument('a recording of people is named: give --model');
    return { recording: await recordAnswers(answers, model), failed: 0 };
  }
  const { askedCases } = await import('../language-model/asked-cases');
  const { openedModel } = await import('../language-model/opened-model');
  const endpoint = await openedModel('endpoint');
  const ranker = await activeRanker(surroundings);
  const progress = new Progress(surroundings.err, 'questions');
  let failed = 0;
  const cases = askedCases(choice, ranker, surroundings);
  const recording = await recordModel(endpoint, cases, role, (isFailed) => {
    if (isFailed) failed += 1;
    progress.count(isFailed);
  });
  progress.finish();
  return { recording, failed };
}
