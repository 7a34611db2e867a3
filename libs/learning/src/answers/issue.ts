/** What can be wrong with a field; a closed set, worded at the edge. */
export type IssueCode =
  | 'wrong-kind'
  | 'too-few'
  | 'too-many'
  | 'not-whole'
  | 'too-small'
  | 'sum-not-100'
  | 'repeated'
  | 'unknown'
  | 'missing'
  | 'blank'
  | 'too-long';

/** A fault with the field where it stands. */
export interface Issue {
  /** JSON pointer (RFC 6901) inside what was checked. */
  readonly pointer: string;
  readonly code: IssueCode;
}

/** The places of an id that stood there before. */
export function repeated(ids: readonly string[], pointerTo: (index: number) => string): Issue[] {
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? [{ pointer: pointerTo(index), code: 'repeated' as const }] : [],
  );
}

/** A count outside its limits. */
export function outside(count: number, limits: { min: number; max: number }, pointer: string): Issue[] {
  if (count < limits.min) return [{ pointer, code: 'too-few' }];
  return count > limits.max ? [{ pointer, code: 'too-many' }] : [];
}

/** A text that says nothing, or too much. */
export function unfitText(text: string, longest: number, pointer: string): Issue[] {
  if (text.trim() === '') return [{ pointer, code: 'blank' }];
  return text.length > longest ? [{ pointer, code: 'too-long' }] : [];
}
