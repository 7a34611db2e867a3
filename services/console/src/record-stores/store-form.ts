import type { LrsConnectionInput } from '../api/types';
import { trimmed, type Typed, words } from '../connections/lines';

/** What is typed to register a record store, in the order of the form. */
export const LINES = ['name', 'endpoint', 'fetchOrigins'] as const;
export type Line = (typeof LINES)[number];

/** The form as the operation takes it; what was typed is checked there. */
export function inputOf(typed: Typed<Line>): LrsConnectionInput {
  const { fetchOrigins, ...form } = trimmed(typed);
  return { ...form, fetchOrigins: words(fetchOrigins) };
}
