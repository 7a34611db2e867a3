/** `incomplete`: cannot be judged yet because something that is planned has not been written. */
export type Severity = 'error' | 'warning' | 'incomplete';

/** One thing that the check has to say about the knowledge base. */
export interface Problem {
  readonly rule: string;
  readonly severity: Severity;
  /** Relative to the knowledge folder. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** The entry concerned, or an empty string where a file could not be read at all. */
  readonly id: string;
  readonly message: string;
}

/** Order for reading: by file, line, rule, message. */
export function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

/** UTF-16 code unit order, the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
