import { type Problem, type Severity } from './problem';
import { type Path, type YamlFile } from './yaml-file';

/** An entry of the knowledge base together with where it is written. */
export interface Located<Value> {
  readonly id: string;
  readonly value: Value;
  readonly yaml: YamlFile;
  /** Where the entry stands within its file: empty for one entry a file. */
  readonly root: Path;
}

/** Makes a problem that points at `path` inside the entry. */
export function problemAt(
  entry: Located<unknown>,
  rule: string,
  severity: Severity,
  message: string,
  path: Path = [],
): Problem {
  return {
    rule,
    severity,
    file: entry.yaml.file,
    line: entry.yaml.lineOf([...entry.root, ...path]),
    id: entry.id,
    message,
  };
}
