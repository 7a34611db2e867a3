import type { Understood } from '../api/types';
import type { ListedFinding } from './draft';

interface Span {
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  readonly quote?: string | undefined;
}

/**
 * What was understood of one text of a case that has several: places are counted in the text that they were read from, and
 * in another they would mark wrong words. Findings of other texts stay, without a place.
 */
export function ofText(
  text: string,
  understood: Understood,
  listed: readonly ListedFinding[],
): { understood: Understood; listed: ListedFinding[] } {
  const points = Array.from(text);
  const stands = ({ start, end, quote }: Span): boolean =>
    start !== undefined && end !== undefined && points.slice(start, end).join('') === quote;
  return {
    understood: {
      ...understood,
      unmatched: understood.unmatched.filter(stands),
      setAside: understood.setAside?.filter(stands),
    },
    listed: listed.map((finding) => {
      const { source, ...rest } = finding;
      return source === undefined || stands(source) ? finding : { ...rest, source: { kind: source.kind } };
    }),
  };
}
