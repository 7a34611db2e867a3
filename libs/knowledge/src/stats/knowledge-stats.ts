import { missingPassages, wantsPassages } from '../check/guideline-needs';
import { unwrittenTierOne } from '../check/complaints';
import { type KnowledgeFolder } from '../load/load-knowledge';
import { type Located } from '../load/located';
import { type TargetCondition } from '../load/targets';
import { type Disease } from '../schema/disease';
import { type Finding } from '../schema/finding';
import { type PresentingProblem } from '../schema/presenting-problem';
import { type Grade } from '../schema/primitives';
import { wordsOfFinding } from '../text/words-of-finding';
import { countBy, countOf, meanOf } from './counting';

/** What is there, of what is planned. */
export interface Progress {
  readonly written: number;
  readonly planned: number;
}

/** What `knowledge stats` counts in the folder that authors write in. */
export interface KnowledgeStats {
  readonly diseases: number;
  /** Written although no list of conditions names them: common, mild causes. */
  readonly diseasesBesideList: number;
  readonly diseasesByTier: Readonly<Record<string, Progress>>;
  /** By folder below `diseases/`. */
  readonly diseasesBySystem: Readonly<Record<string, number>>;
  /** Diseases that say why and when they must not be missed; the target conditions that have to. */
  readonly mustNotMissByTier: Readonly<Record<string, Progress>>;
  readonly reviewedDiseases: number;
  readonly links: number;
  readonly linksPerDisease: number;
  readonly linksByGrade: Readonly<Record<Grade, number>>;
  /** `verified`: from a source whose text was read; `published`: from one that was cited; else an estimate. */
  readonly linksBySource: Readonly<Record<'verified' | 'published' | 'estimate', number>>;
  /** Links that show a published pair of likelihood ratios. */
  readonly linksWithPublishedRatios: number;
  readonly findings: number;
  readonly findingsByKind: Readonly<Record<string, number>>;
  /** Quantities and other findings with states. */
  readonly categoricalFindings: number;
  /** Other wordings of a finding or its states, the name not counted. */
  readonly synonymsPerFinding: Readonly<Record<'en' | 'zh', number>>;
  /** Entries that say in both languages all they say in one; findings also have a synonym in both. */
  readonly completeInBothLanguages: Readonly<Record<'diseases' | 'findings' | 'passages', Progress>>;
  readonly tests: number;
  readonly panels: number;
  readonly redFlags: number;
  readonly scores: number;
  /** Complete: all tier-1 diseases written, dangerous and common ones listed, three questions or more. */
  readonly presentingProblems: Progress & { readonly complete: number };
  readonly teachingCases: number;
  readonly problemsWithTeachingCase: number;
  readonly codedCases: number;
  readonly toldCases: number;
  readonly guidelineDocuments: number;
  readonly passages: number;
  readonly quotedPassages: number;
  /** Passages that somebody other than their writer has gone over. */
  readonly secondReadPassages: Progress;
  /** Of the tier-1 diseases that must not be missed, those with all the passages that they want. */
  readonly dangersWithPassages: Progress;
  readonly sources: number;
  readonly verifiedSources: number;
}

/** Questions that a presenting problem has for teaching. */
const QUESTIONS = 3;

/** Counts what is written in a knowledge folder, readable entries only. */
export function knowledgeStats(folder: KnowledgeFolder): KnowledgeStats {
  return {
    ...diseaseStats(folder),
    ...linkStats(folder),
    ...findingStats(folder),
    completeInBothLanguages: languageStats(folder),
    tests: folder.tests.length,
    panels: folder.panels.length,
    redFlags: folder.redFlags.length,
    scores: folder.scores.length,
    ...problemStats(folder),
    ...sourceStats(folder),
  };
}

function diseaseStats({ diseases, targets }: KnowledgeFolder) {
  const planned = [...targets.conditions.values()];
  const dangerous = diseases.filter(({ value }) => value.mustNotMiss);
  return {
    diseases: diseases.length,
    diseasesByTier: byTier(diseases, planned),
    diseasesBesideList: diseases.length - countOf(diseases, isIn(planned)),
    diseasesBySystem: countBy(diseases, ({ yaml }) => yaml.file.split('/')[1] ?? ''),
    mustNotMissByTier: byTier(
      dangerous,
      planned.filter(({ mustNotMiss }) => mustNotMiss),
    ),
    reviewedDiseases: countOf(diseases, ({ value }) => value.status === 'reviewed'),
  };
}

function isIn(planned: readonly TargetCondition[]): (disease: Located<Disease>) => boolean {
  const ids = new Set(planned.map(({ id }) => id));
  return ({ value }) => ids.has(value.id);
}

/** Planned conditions, and those of them that are written, tier by tier. */
function byTier(
  diseases: readonly Located<Disease>[],
  planned: readonly TargetCondition[],
): Record<string, Progress> {
  const tiers = new Set(planned.map(({ tier }) => tier));
  const written = diseases.filter(isIn(planned));
  return Object.fromEntries(
    [...tiers].sort().map((tier) => [
      String(tier),
      {
        written: countOf(written, ({ value }) => value.tier === tier),
        planned: countOf(planned, (condition) => condition.tier === tier),
      },
    ]),
  );
}

function linkStats({ diseases, sources }: KnowledgeFolder) {
  const verified = new Set(sources.filter(({ value }) => value.verified).map(({ id }) => id));
  const links = diseases.flatMap(({ value }) => value.links);
  const sourced = links.filter(({ source }) => source !== 'estimate');
  const read = countOf(sourced, ({ source }) => verified.has(source));
  return {
    links: links.length,
    linksPerDisease: meanOf(diseases, ({ value }) => value.links.length),
    linksByGrade: { A: 0, B: 0, C: 0, D: 0, ...countBy(links, ({ grade }) => grade) },
    linksBySource: {
      verified: read,
      published: sourced.length - read,
      estimate: links.length - sourced.length,
    },
    linksWithPublishedRatios: countOf(links, ({ publishedLr }) => publishedLr !== undefined),
  };
}

function findingStats({ findings }: KnowledgeFolder) {
  const values = findings.map(({ value }) => value);
  return {
    findings: values.length,
    findingsByKind: countBy(values, ({ kind }) => kind),
    categoricalFindings: countOf(values, ({ domain }) => domain === 'categorical'),
    synonymsPerFinding: {
      en: meanOf(values, (finding) => wordsOfFinding(finding, 'en').length),
      zh: meanOf(values, (finding) => wordsOfFinding(finding, 'zh').length),
    },
  };
}

function languageStats({ diseases, findings, guidelines }: KnowledgeFolder) {
  const passages = guidelines.flatMap(({ value }) => value.passages);
  const progress = <Item>(items: readonly Item[], isComplete: (item: Item) => boolean): Progress => ({
    written: countOf(items, isComplete),
    planned: items.length,
  });
  return {
    diseases: progress(diseases, ({ value }) => isBilingualDisease(value)),
    findings: progress(findings, ({ value }) => isBilingualFinding(value)),
    passages: progress(passages, ({ text }) => Boolean(text.en) && Boolean(text.zh)),
  };
}

function isBilingualDisease({ mustNotMiss, synonyms }: Disease): boolean {
  const inBoth = synonyms.en.length > 0 === synonyms.zh.length > 0;
  return inBoth && (mustNotMiss === undefined || Boolean(mustNotMiss.why.zh));
}

function isBilingualFinding(finding: Finding): boolean {
  const named = (finding.states ?? []).every((state) => finding.stateNames?.[state] !== undefined);
  return named && wordsOfFinding(finding, 'en').length > 0 && wordsOfFinding(finding, 'zh').length > 0;
}

function problemStats(folder: KnowledgeFolder) {
  const { problems, targets, teachingCases, codedCases, toldCases } = folder;
  const planned = new Set([...targets.problems, ...problems.map(({ id }) => id)]);
  const told = new Set(teachingCases.map(({ value }) => value.presentingProblem));
  return {
    presentingProblems: {
      written: problems.length,
      planned: planned.size,
      complete: countOf(problems, ({ value }) => isCompleteProblem(folder, value)),
    },
    teachingCases: teachingCases.length,
    problemsWithTeachingCase: countOf([...planned], (id) => told.has(id)),
    codedCases: codedCases.length,
    toldCases: toldCases.length,
  };
}

function isCompleteProblem({ diseases, targets }: KnowledgeFolder, problem: PresentingProblem): boolean {
  const written = new Set(diseases.map(({ id }) => id));
  return (
    problem.mustNotMiss.length > 0 &&
    problem.common.length > 0 &&
    problem.teachingQuestions.length >= QUESTIONS &&
    unwrittenTierOne(written, targets, problem).length === 0
  );
}

function sourceStats(folder: KnowledgeFolder) {
  const { guidelines, sources, diseases } = folder;
  const dangers = countOf(diseases, ({ value }) => wantsPassages(value));
  const passages = guidelines.flatMap(({ value }) => value.passages);
  return {
    guidelineDocuments: guidelines.length,
    passages: passages.length,
    quotedPassages: countOf(passages, ({ kind }) => kind === 'quoted'),
    secondReadPassages: {
      written: countOf(passages, ({ secondRead }) => secondRead !== undefined),
      planned: passages.length,
    },
    dangersWithPassages: { written: dangers - missingPassages(folder).size, planned: dangers },
    sources: sources.length,
    verifiedSources: countOf(sources, ({ value }) => value.verified),
  };
}
