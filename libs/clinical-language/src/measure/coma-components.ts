import { type ValueSource, tokenAt } from './numeric';

/** Eye, verbal and motor response as the scale's notes write them (Teasdale and Jennett 1974): "E3V4M6", "(E3 V4 M6)". */
const COMPONENTS = /[([]?\s?e\s?([1-4])\s?[,/+]?\s?v\s?([1-5])\s?[,/+]?\s?m\s?([1-6])(?!\d)\s?[)\]]?/y;

/**
 * The components of the Glasgow coma scale at a token, and their sum.
 *
 * @returns nothing where one of them is not told, as in a patient with a tube ("VT")
 */
export function comaComponentsAt(
  { source, tokens }: ValueSource,
  position: number,
): { readonly to: number; readonly sum: number } | undefined {
  COMPONENTS.lastIndex = tokens[position]?.start ?? source.lower.length;
  const match = COMPONENTS.exec(source.lower);
  if (match === null) return undefined;
  const sum = match.slice(1).reduce((total, component) => total + Number(component), 0);
  return { sum, to: tokenAt(tokens, position, COMPONENTS.lastIndex) };
}
