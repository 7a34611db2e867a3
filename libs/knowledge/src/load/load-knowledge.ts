import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type z } from 'zod';
import { calibrationSchema, type Calibration } from '../schema/calibration';
import { codedCaseSchema, type CodedCase } from '../schema/coded-case';
import { diseaseSchema, type Disease } from '../schema/disease';
import { evaluationSchema, type Evaluation } from '../schema/evaluation';
import { findingSchema, type Finding } from '../schema/finding';
import { guidelineDocumentSchema, type GuidelineDocumentFile } from '../schema/guideline';
import { panelSchema, type Panel } from '../schema/panel';
import { populationSchema, type Population } from '../schema/population';
import { presentingProblemSchema, type PresentingProblem } from '../schema/presenting-problem';
import { redFlagSchema, type RedFlag } from '../schema/red-flag';
import { scoreSchema, type Score } from '../schema/score';
import { sourceSchema, type Source } from '../schema/source';
import { teachingCaseSchema, type TeachingCase } from '../schema/teaching-case';
import { testSchema, type Test } from '../schema/test';
import { toldCaseSchema, type ToldCase } from '../schema/told-case';
import { type Entries, readEntries, readEntry } from './entries';
import { type Located } from './located';
import { compareProblems, compareText, type Problem } from './problem';
import { loadTargets, type Targets } from './targets';
import { readYamlFile, type YamlFile } from './yaml-file';

/** The knowledge base as its authors wrote it: every readable entry with its place. */
export interface KnowledgeFolder {
  readonly findings: readonly Located<Finding>[];
  readonly diseases: readonly Located<Disease>[];
  readonly tests: readonly Located<Test>[];
  readonly panels: readonly Located<Panel>[];
  readonly redFlags: readonly Located<RedFlag>[];
  readonly scores: readonly Located<Score>[];
  readonly problems: readonly Located<PresentingProblem>[];
  readonly guidelines: readonly Located<GuidelineDocumentFile>[];
  readonly sources: readonly Located<Source>[];
  readonly teachingCases: readonly Located<TeachingCase>[];
  readonly codedCases: readonly Located<CodedCase>[];
  readonly toldCases: readonly Located<ToldCase>[];
  readonly population: Located<Population> | undefined;
  readonly calibration: Located<Calibration> | undefined;
  /** Left out where no evaluation was recorded. */
  readonly evaluation: Located<Evaluation> | undefined;
  readonly targets: Targets;
}

export interface LoadedKnowledge {
  readonly folder: KnowledgeFolder;
  /** Everything that could not be read, all at once. */
  readonly problems: readonly Problem[];
}

/** Folders that live beside the knowledge but are not part of it. */
const NOT_KNOWLEDGE = new Set(['dist', 'targets']);

const CASES = {
  teaching: /^cases\/[^/]+\.yaml$/,
  coded: /^coded-cases\/[^/]+\.yaml$/,
  told: /^told-cases\/[^/]+\.yaml$/,
};

/**
 * Reads the knowledge folder. Never throws for what an author wrote: syntax and schema errors come back as
 * problems with file and line, and what is readable is returned beside them.
 *
 * @param dir the folder that holds `findings/`, `diseases/` and the rest
 */
export function loadKnowledge(dir: string): LoadedKnowledge {
  const reader = new FolderReader(dir);
  const folder: KnowledgeFolder = {
    findings: reader.lists(/^findings\/[^/]+\.yaml$/, findingSchema),
    diseases: reader.singles(/^diseases\/[^/]+\/[^/]+\.yaml$/, diseaseSchema),
    tests: reader.lists(/^tests\/[^/]+\.yaml$/, testSchema),
    panels: reader.lists(/^panels\.yaml$/, panelSchema),
    redFlags: reader.lists(/^red-flags\/[^/]+\.yaml$/, redFlagSchema),
    scores: reader.singles(/^scores\/[^/]+\.yaml$/, scoreSchema),
    problems: reader.lists(/^presenting-problems\.yaml$/, presentingProblemSchema),
    guidelines: reader.singles(/^guidelines\/[^/]+\.yaml$/, guidelineDocumentSchema),
    sources: reader.lists(/^sources\.yaml$/, sourceSchema),
    teachingCases: reader.singles(CASES.teaching, teachingCaseSchema),
    codedCases: reader.lists(CASES.coded, codedCaseSchema),
    toldCases: reader.lists(CASES.told, toldCaseSchema),
    population: reader.only('population.yaml', populationSchema),
    calibration: reader.only('calibration.yaml', calibrationSchema),
    evaluation: reader.ifThere('evaluation.yaml', evaluationSchema),
    targets: loadTargets(dir),
  };
  return { folder, problems: reader.finish() };
}

/** The cases of the folder, whatever else there is in it. */
export interface LoadedCases extends Pick<KnowledgeFolder, 'teachingCases' | 'codedCases' | 'toldCases'> {
  /** What of them could not be read. */
  readonly problems: readonly Problem[];
}

/** Reads only the cases of a knowledge folder, teaching, coded and told; syntax and schema errors come back as problems. */
export function loadCases(dir: string): LoadedCases {
  const reader = new FolderReader(dir, (file) => Object.values(CASES).some((one) => one.test(file)));
  const teachingCases = reader.singles(CASES.teaching, teachingCaseSchema);
  const codedCases = reader.lists(CASES.coded, codedCaseSchema);
  const toldCases = reader.lists(CASES.told, toldCaseSchema);
  return { teachingCases, codedCases, toldCases, problems: reader.finish() };
}

/** Reads the YAML files once and keeps count of those that no kind of entry claimed. */
class FolderReader {
  private readonly files = new Map<string, YamlFile>();
  private readonly claimed = new Set<string>();
  private readonly problems: Problem[] = [];

  constructor(dir: string, wanted: (file: string) => boolean = () => true) {
    for (const file of yamlFilesIn(dir).filter(wanted)) {
      const { yaml, problems } = readYamlFile(join(dir, file), file);
      this.problems.push(...problems);
      if (yaml) this.files.set(file, yaml);
    }
  }

  lists<Schema extends z.ZodType>(pattern: RegExp, schema: Schema): Located<z.output<Schema>>[] {
    return this.matching(pattern).flatMap((yaml) => this.keep(readEntries(schema, yaml)));
  }

  singles<Schema extends z.ZodType>(pattern: RegExp, schema: Schema): Located<z.output<Schema>>[] {
    return this.matching(pattern).flatMap((yaml) => this.keep(readEntry(schema, yaml, yaml.file)));
  }

  only<Schema extends z.ZodType>(file: string, schema: Schema): Located<z.output<Schema>> | undefined {
    if (!this.files.has(file)) this.report(file, 'the file is missing or could not be read');
    return this.ifThere(file, schema);
  }

  ifThere<Schema extends z.ZodType>(file: string, schema: Schema): Located<z.output<Schema>> | undefined {
    const yaml = this.files.get(file);
    if (!yaml) return undefined;
    this.claimed.add(file);
    return this.keep(readEntry(schema, yaml, file.replace(/\.yaml$/, '')))[0];
  }

  finish(): Problem[] {
    for (const file of this.files.keys()) {
      if (!this.claimed.has(file))
        this.report(file, 'no kind of knowledge is kept here: see docs/knowledge.md');
    }
    return this.problems.sort(compareProblems);
  }

  private matching(pattern: RegExp): YamlFile[] {
    const found = [...this.files.values()].filter((yaml) => pattern.test(yaml.file));
    for (const yaml of found) this.claimed.add(yaml.file);
    return found;
  }

  private keep<Value>({ entries, problems }: Entries<Value>): Located<Value>[] {
    this.problems.push(...problems);
    return entries;
  }

  private report(file: string, message: string): void {
    this.problems.push({ rule: 'layout', severity: 'error', file, line: 1, id: '', message });
  }
}

function yamlFilesIn(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !NOT_KNOWLEDGE.has(file.split('/')[0] ?? ''))
    .sort(compareText);
}
