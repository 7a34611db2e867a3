/** Collects how far a computed value is from the expected one. */
export interface Comparison {
  largestDifference: number;
  readonly problems: string[];
}

/** Numbers farther apart than this are reported one by one. */
const GOLDEN_TOLERANCE = 1e-9;

/** Characters of a value that are quoted in a problem. */
const LONGEST_SHOWN = 160;

/**
 * Compares two plain JSON values: numbers by their difference, everything else exactly. Every key of the expected
 * value must be there and no other.
 *
 * @param path where the value stands, for the reader of the problems
 */
export function compareValues(
  path: string,
  actual: unknown,
  expected: unknown,
  comparison: Comparison,
): void {
  if (typeof expected === 'number' && typeof actual === 'number') {
    compareNumbers(path, actual, expected, comparison);
  } else if (Array.isArray(expected) && Array.isArray(actual)) {
    compareLists(path, actual, expected, comparison);
  } else if (isPlainObject(expected) && isPlainObject(actual)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      compareValues(`${path}.${key}`, actual[key], expected[key], comparison);
    }
  } else if (actual !== expected) {
    comparison.problems.push(`${path}: expected ${show(expected)}, computed ${show(actual)}`);
  }
}

function compareNumbers(path: string, actual: number, expected: number, comparison: Comparison): void {
  const difference = Math.abs(actual - expected);
  if (!(difference <= comparison.largestDifference)) comparison.largestDifference = difference;
  if (!(difference <= GOLDEN_TOLERANCE)) {
    comparison.problems.push(`${path}: expected ${expected}, computed ${actual}`);
  }
}

function compareLists(
  path: string,
  actual: readonly unknown[],
  expected: readonly unknown[],
  comparison: Comparison,
): void {
  if (actual.length !== expected.length) {
    comparison.problems.push(`${path}: expected ${expected.length} items, computed ${actual.length}`);
  }
  const shorter = Math.min(actual.length, expected.length);
  for (let at = 0; at < shorter; at += 1) {
    compareValues(`${path}[${at}]`, actual[at], expected[at], comparison);
  }
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
