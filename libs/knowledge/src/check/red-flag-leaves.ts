import { type Path } from '../load/yaml-file';
import { type RedFlagCondition } from '../schema/red-flag';

/** A condition without parts, and where it stands inside the rule. */
export interface ConditionLeaf {
  readonly condition: Exclude<RedFlagCondition, { all: unknown } | { any: unknown } | { not: unknown }>;
  readonly path: Path;
}

/** The leaves of a red flag's boolean, in the order of writing. */
export function conditionLeaves(condition: RedFlagCondition, path: Path = []): ConditionLeaf[] {
  if ('all' in condition) return parts(condition.all, [...path, 'all']);
  if ('any' in condition) return parts(condition.any, [...path, 'any']);
  if ('not' in condition) return conditionLeaves(condition.not, [...path, 'not']);
  return [{ condition, path }];
}

function parts(conditions: readonly RedFlagCondition[], path: Path): ConditionLeaf[] {
  return conditions.flatMap((part, index) => conditionLeaves(part, [...path, index]));
}
