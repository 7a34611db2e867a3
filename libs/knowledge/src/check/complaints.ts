import { type EngineCase } from '@openrounds/ddx-engine';
import { type KnowledgeSetting } from '../schema/primitives';
import { type Finding } from '../schema/finding';
import { type PresentingProblem } from '../schema/presenting-problem';
import { type Targets } from '../load/targets';
import { type EngineAccess } from './engine-access';
import { baselineOf, SETTINGS } from './probabilities';

/** One disease under a complaint. */
export interface ComplaintRow {
  readonly diseaseId: string;
  /** Of the probability among diseases, Other left out. */
  readonly share: number;
  /** Whether the presenting problem lists it. */
  readonly listed: boolean;
}

/** What the engine makes of a complaint alone, in one setting. */
export interface ComplaintTable {
  readonly problemId: string;
  readonly setting: KnowledgeSetting;
  /** All diseases, the most probable first. */
  readonly rows: readonly ComplaintRow[];
  /** Share of the probability among diseases that lies in listed ones. */
  readonly listedShare: number;
  /** Probability of Other. */
  readonly other: number;
  /** Share of all patients in the setting who have the complaint. */
  readonly baseline: number;
  /** Tier-1 conditions of the problem that have no file yet; while there are any the table is not judged. */
  readonly unwritten: readonly string[];
}

/** Every disease that a presenting problem lists. */
export function listedDiseases({ mustNotMiss, common, other }: PresentingProblem): string[] {
  return [...new Set([...mustNotMiss, ...common, ...other])];
}

/**
 * Patients as they come, evidence at face value: the tables judge priors and baselines against each other, and these
 * are statements about consecutive patients. What calibration does to them for teaching cases is not their subject.
 */
const CONSECUTIVE = { alpha: 1, T: 1 };

/** Ranks the first finding of every presenting problem alone, in both settings. */
export function complaintTables(engine: EngineAccess, targets: Targets): ComplaintTable[] {
  const written = new Set(engine.knowledge.diseases.map(({ id }) => id));
  return engine.knowledge.problems.flatMap((problem) => {
    const unwritten = unwrittenTierOne(written, targets, problem);
    const listed = new Set(listedDiseases(problem));
    return SETTINGS.map((setting) => {
      const { differential, other } = engine.rank(setting, complaintAlone(problem), {
        ages: problem.ageYears,
        parameters: CONSECUTIVE,
      });
      const rows = differential.map(({ diseaseId, probability }) => ({
        diseaseId,
        share: probability / (1 - other.probability),
        listed: listed.has(diseaseId),
      }));
      const listedShare = rows.reduce((sum, row) => sum + (row.listed ? row.share : 0), 0);
      return {
        problemId: problem.id,
        setting,
        rows,
        listedShare,
        other: other.probability,
        baseline: shareWithComplaint(engine.knowledge.findings, problem, setting),
        unwritten,
      };
    });
  });
}

/** The problem's first finding in somebody whom its name speaks of. */
export function complaintAlone({ findings: [complaint], sex, pregnant }: PresentingProblem): EngineCase {
  const state = complaint?.states?.[0];
  return {
    patient: { ageYears: null, sex: pregnant ? 'female' : (sex ?? 'unknown'), pregnant: pregnant ?? null },
    observed: complaint
      ? [{ findingId: complaint.finding, ...(state === undefined ? { presence: 'present' } : { state }) }]
      : [],
  };
}

function shareWithComplaint(
  findings: readonly Finding[],
  { findings: [complaint] }: PresentingProblem,
  setting: KnowledgeSetting,
): number {
  const finding = findings.find(({ id }) => id === complaint?.finding);
  return (finding && baselineOf(finding, complaint?.states?.[0] ?? 'present', setting)) ?? 0;
}

/** Ids of the tier-1 conditions that belong to a problem and have no file yet. */
export function unwrittenTierOne(
  written: ReadonlySet<string>,
  targets: Targets,
  problem: PresentingProblem,
): string[] {
  const listed = new Set(listedDiseases(problem));
  return [...targets.conditions.values()]
    .filter(({ tier }) => tier === 1)
    .filter(({ id, presentingProblems }) => listed.has(id) || presentingProblems.includes(problem.id))
    .map(({ id }) => id)
    .filter((id) => !written.has(id));
}
