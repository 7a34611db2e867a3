import { contentOf } from '../build/compile-bundle';
import { loadKnowledge, type LoadedKnowledge } from '../load/load-knowledge';
import { compareProblems, type Problem, type Severity } from '../load/problem';
import { type CheckContext, createCheckContext, type Rule } from './check-context';
import { EngineAccess } from './engine-access';
import { engineObjections } from './engine-objections';
import { RULES } from './rules';

/** What the check found, ordered by file and line. */
export interface CheckReport {
  readonly problems: readonly Problem[];
  readonly counts: Readonly<Record<Severity, number>>;
  /** Whether the knowledge may be released: no error. Warnings and `incomplete` do not stand in the way. */
  readonly ok: boolean;
}

export interface CheckOptions {
  /** Whether cases are ranked (complaints, prototypes, teaching cases, red flags), which takes longest; default true. */
  readonly rankings?: boolean;
}

/**
 * Checks the knowledge folder: syntax, schema and every rule. Never throws for what an author wrote.
 *
 * @param dir the folder that holds `findings/`, `diseases/` and the rest
 */
export function checkKnowledge(dir: string, { rankings = true }: CheckOptions = {}): CheckReport {
  const loaded = loadKnowledge(dir);
  const structure = structureProblems(loaded);
  const beyond = rankings
    ? beyondStructure(loaded, structure)
    : run(RULES.filter(isNotStructural), createCheckContext(loaded.folder));
  return report([...structure, ...beyond]);
}

/** What keeps a bundle from being built: unreadable files and entries that do not fit together. */
export function structureProblems(loaded: LoadedKnowledge): Problem[] {
  const context = createCheckContext(loaded.folder);
  return [...loaded.problems, ...run(RULES.filter(isStructural), context)];
}

function beyondStructure({ folder }: LoadedKnowledge, structure: readonly Problem[]): Problem[] {
  const others = RULES.filter(isNotStructural);
  if (hasError(structure)) {
    const message = 'complaints, prototypes and cases were not ranked: mend the structure first';
    const note: Problem = { rule: 'engine', severity: 'incomplete', file: '', line: 1, id: '', message };
    return [...run(others, createCheckContext(folder)), note];
  }
  const engine = new EngineAccess(contentOf(folder));
  const objections = engineObjections(engine, folder);
  const context = createCheckContext(folder, objections.length === 0 ? engine : undefined);
  return [...objections, ...run(others, context)];
}

function isStructural(rule: Rule): boolean {
  return rule.kind === 'structure';
}

function isNotStructural(rule: Rule): boolean {
  return !isStructural(rule);
}

function run(rules: readonly Rule[], context: CheckContext): Problem[] {
  return rules.flatMap((rule) => rule.check(context));
}

function hasError(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

function report(problems: readonly Problem[]): CheckReport {
  const counts = { error: 0, warning: 0, incomplete: 0 };
  for (const { severity } of problems) counts[severity] += 1;
  return { problems: [...problems].sort(compareProblems), counts, ok: counts.error === 0 };
}
