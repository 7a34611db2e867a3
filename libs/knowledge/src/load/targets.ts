import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A condition that the knowledge base is meant to hold, written or not. */
export interface TargetCondition {
  readonly id: string;
  readonly icd10: readonly string[];
  readonly tier: number;
  readonly mustNotMiss: boolean;
  /** Ids of the presenting problems that it may show as. */
  readonly presentingProblems: readonly string[];
}

/** The lists in `targets/`: what the knowledge base is meant to hold. */
export interface Targets {
  readonly conditions: ReadonlyMap<string, TargetCondition>;
  readonly problems: ReadonlySet<string>;
  /** The start of the vocabulary: findings that are planned, written or not. */
  readonly findings: ReadonlySet<string>;
}

const CONDITION_LISTS = ['conditions.tsv', 'conditions-deferred.tsv'];

/**
 * Reads `conditions.tsv` (tiers 1 and 2), `conditions-deferred.tsv` (tier 3), `presenting-problems.tsv` and
 * `findings.tsv` of `targets/`; a missing list is empty.
 */
export function loadTargets(dir: string): Targets {
  const rows = CONDITION_LISTS.flatMap((list) => readTsv(join(dir, 'targets', list)));
  const conditions = rows.map((row): TargetCondition => ({
    id: row.id ?? '',
    icd10: list(row.icd10),
    tier: Number(row.tier),
    mustNotMiss: row.must_not_miss === 'yes',
    presentingProblems: list(row.presenting_problems),
  }));
  return {
    conditions: new Map(conditions.map((one) => [one.id, one])),
    problems: new Set(readTsv(join(dir, 'targets', 'presenting-problems.tsv')).map(({ slug }) => slug ?? '')),
    findings: new Set(readTsv(join(dir, 'targets', 'findings.tsv')).map(({ id }) => id ?? '')),
  };
}

function readTsv(path: string): Partial<Record<string, string>>[] {
  if (!existsSync(path)) return [];
  const [header = '', ...rows] = readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '');
  const columns = header.split('\t');
  return rows.map((row) => {
    const cells = row.split('\t');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}

function list(cell: string | undefined): string[] {
  return (cell ?? '')
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
