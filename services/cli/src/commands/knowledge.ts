import { activate, BundleError, bundleHashes } from '@openrounds/knowledge';
import {
  BuildError,
  buildKnowledge,
  bundleOf,
  checkKnowledge,
  claimStats,
  type ClaimStats,
  contradictedClaims,
  knowledgeStats,
  loadKnowledge,
  type Problem,
  type Severity,
  statsRows,
} from '@openrounds/knowledge/authoring';
import { isVocabularyStored, storeVocabulary } from '@openrounds/vocabularies';
import { type Command } from 'commander';
import { type UnlinkedFinding, unlinkedFindings } from '../knowledge-texts/unlinked-findings';
import { EXIT, type Surroundings, UnusableArgument } from '../surroundings';
import { activeRanker } from './active-ranker';
import { type AddCommand } from './command';
import { addPrune } from './prune-knowledge';

interface JsonOption {
  readonly json?: true;
}

/** `knowledge check|texts|claims|build|stats|activate|prune`: for those who write knowledge and those who release it. */
export const addKnowledge: AddCommand = (program, surroundings, exitWith) => {
  const knowledge = program.command('knowledge').description('check, build and look at the knowledge base');
  addCheck(knowledge, surroundings, exitWith);
  addTexts(knowledge, surroundings, exitWith);
  addClaims(knowledge, surroundings);
  addBuild(knowledge, surroundings, exitWith);
  addStats(knowledge, surroundings);
  addActivate(knowledge, surroundings);
  addPrune(knowledge, surroundings, exitWith);
};

interface CheckArguments extends JsonOption {
  readonly errorsOnly?: true;
  readonly only?: string;
  readonly fast?: true;
}

const addCheck: AddCommand = (knowledge, { knowledgeDir, out }, exitWith) => {
  knowledge
    .command('check')
    .description('every rule over everything that is written; exit 1 where there is an error')
    .option('--json', 'machine-readable')
    .option('--errors-only', 'leave out warnings and what is incomplete')
    .option('--only <path>', 'only problems of files whose path begins so, e.g. diseases/respiratory')
    .option('--fast', 'rank nothing: leave out complaints, prototypes, teaching cases and red flags')
    .action(({ json, errorsOnly, only, fast }: CheckArguments) => {
      const { problems } = checkKnowledge(knowledgeDir, { rankings: !fast });
      const chosen = problems.filter(({ file }) => isBelow(file, only));
      const counts = severityCounts(chosen);
      const ok = counts.error === 0;
      const shown = chosen.filter(({ severity }) => !errorsOnly || severity === 'error');
      if (json) writeJson(out, { problems: shown, counts, ok });
      else {
        writeProblems(out, shown);
        const elsewhere = problems.length - chosen.length;
        out.write(`${summary(counts)}${only === undefined ? '' : `; ${String(elsewhere)} elsewhere`}\n`);
        if (fast) out.write('nothing was ranked: check without --fast before you commit\n');
      }
      exitWith(ok ? EXIT.ok : EXIT.checkFailed);
    });
};

const addTexts: AddCommand = (knowledge, surroundings, exitWith) => {
  const { out } = surroundings;
  knowledge
    .command('texts')
    .description(
      'what the texts of a page name and its links leave out without a reason; exit 1 where there is any',
    )
    .option('--json', 'machine-readable')
    .action(async ({ json }: JsonOption) => {
      const unlinked = unlinkedFindings(await activeRanker(surroundings, false));
      if (json) writeJson(out, { unlinked, errors: unlinked.length });
      else {
        for (const one of unlinked) out.write(`${unlinkedLine(one)}\n`);
        out.write(`${summary({ error: unlinked.length, warning: 0, incomplete: 0 })}\n`);
      }
      exitWith(unlinked.length === 0 ? EXIT.ok : EXIT.checkFailed);
    });
};

function unlinkedLine(one: UnlinkedFinding): string {
  return `${one.diseaseId} texts: ${one.place} (${one.languages.join(', ')}) names "${one.findingId}": link it, or say why not in notLinked`;
}

function addClaims(knowledge: Command, { knowledgeDir, out }: Surroundings): void {
  knowledge
    .command('claims')
    .description('what guideline passages say of pitfalls, treatment, course, dangers and notes of scores')
    .option('--json', 'machine-readable')
    .action(({ json }: JsonOption) => {
      const { bundle } = bundleOf(loadKnowledge(knowledgeDir));
      const [counts, contradicted] = [claimStats(bundle), contradictedClaims(bundle)];
      if (json) {
        writeJson(out, { counts, contradicted });
        return;
      }
      for (const [place, count] of Object.entries(counts))
        out.write(`${place.padEnd(20)} ${claimLine(count)}\n`);
      for (const { key, sentence, passageId, passage } of contradicted)
        out.write(`${key}: "${sentence}" against ${passageId}: "${passage}"\n`);
    });
}

const claimLine = ({
  supported,
  supportedInPart,
  contradicted,
  notAddressed,
  withoutPassage,
  disputed,
}: ClaimStats): string =>
  `lexically supported ${String(supported)}, in part ${String(supportedInPart)}, contradicted ${String(contradicted)}, ` +
  `not addressed ${String(notAddressed)}, without a passage ${String(withoutPassage)}; ` +
  `sentences supported and contradicted ${String(disputed)}`;

/** Whether a file belongs to the part asked for; what is wrong with the whole belongs to every part. */
function isBelow(file: string, only: string | undefined): boolean {
  return only === undefined || file === '' || file.startsWith(only.replace(/^(\.\/)?(knowledge\/)?/, ''));
}

function severityCounts(problems: readonly Problem[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, incomplete: 0 };
  for (const { severity } of problems) counts[severity] += 1;
  return counts;
}

function summary({ error, warning, incomplete }: Readonly<Record<Severity, number>>): string {
  return `${String(error)} error(s), ${String(warning)} warning(s), ${String(incomplete)} incomplete`;
}

const addBuild: AddCommand = (knowledge, { knowledgeDir, bundleDir, out }, exitWith) => {
  knowledge
    .command('build')
    .description(
      'build the bundle of what is written and its vocabulary, store them under its hash and make it the active one',
    )
    .option('--json', 'machine-readable')
    .action(({ json }: JsonOption) => {
      try {
        const built = buildKnowledge(knowledgeDir, bundleDir);
        storeVocabulary(bundleDir, built.hash);
        if (json) writeJson(out, built);
        else out.write(`${built.hash}\n`);
      } catch (error) {
        if (!(error instanceof BuildError)) throw error;
        if (json) writeJson(out, { problems: error.problems });
        else writeProblems(out, error.problems);
        exitWith(EXIT.checkFailed);
      }
    });
};

function addStats(knowledge: Command, { knowledgeDir, out }: Surroundings): void {
  knowledge
    .command('stats')
    .description('how much is written, and how well sourced')
    .option('--json', 'machine-readable')
    .action(({ json }: JsonOption) => {
      const stats = knowledgeStats(loadKnowledge(knowledgeDir).folder);
      if (json) writeJson(out, stats);
      else for (const [what, figures] of statsRows(stats)) out.write(`${what.padEnd(36)} ${figures}\n`);
    });
}

function addActivate(knowledge: Command, { bundleDir, out }: Surroundings): void {
  knowledge
    .command('activate')
    .description('make another stored version the active one; accepted runs keep theirs')
    .argument('<hash>', 'knowledge version, or the beginning of one')
    .action((hash: string) => {
      const version = completeHash(bundleDir, hash);
      try {
        activate(bundleDir, version);
        if (!isVocabularyStored(bundleDir, version)) storeVocabulary(bundleDir, version);
      } catch (error) {
        throw error instanceof BundleError ? new UnusableArgument(error.message) : error;
      }
      out.write(`${version} is active\n`);
    });
}

/** A beginning that names one stored version stands for it. */
function completeHash(bundleDir: string, beginning: string): string {
  const stored = bundleHashes(bundleDir).filter((hash) => hash.startsWith(beginning));
  const [only, ...more] = stored;
  if (only === undefined) throw new UnusableArgument(`there is no knowledge version ${beginning}`);
  if (more.length > 0) throw new UnusableArgument(`several versions begin with ${beginning}`);
  return only;
}

/** One line each, in the order of files: `file:line rule: entry: message`, the severity where it is no error. */
function writeProblems(out: NodeJS.WritableStream, problems: readonly Problem[]): void {
  for (const { file, line, severity, rule, id, message } of problems) {
    const place = file === '' ? 'knowledge' : `${file}:${String(line)}`;
    const weight = severity === 'error' ? '' : ` (${severity})`;
    const where = id === '' ? '' : ` ${id}:`;
    out.write(`${place} ${rule}${weight}:${where} ${message}\n`);
  }
}

function writeJson(out: NodeJS.WritableStream, value: unknown): void {
  out.write(`${JSON.stringify(value, null, 2)}\n`);
}
