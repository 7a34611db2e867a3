import type { Finding, Unmatched } from '../api/types';

export type Segment<F> =
  | { readonly kind: 'text'; readonly text: string; readonly start: number }
  | { readonly kind: 'unmatched'; readonly text: string; readonly start: number }
  | {
      readonly kind: 'findings';
      readonly text: string;
      readonly start: number;
      readonly findings: readonly F[];
    };

interface Mark<F> {
  readonly start: number;
  end: number;
  readonly findings: F[];
}

type Placed = Pick<Finding, 'source'>;

function isSpan(start: number | undefined, end: number | undefined, length: number): boolean {
  return start !== undefined && end !== undefined && start >= 0 && start < end && end <= length;
}

/** Marks in order; what overlaps becomes one mark with several findings, for a word can be clicked only once. */
function marksOf<F extends Placed>(findings: readonly F[], length: number): Mark<F>[] {
  const spans = findings
    .flatMap((finding) => {
      const { start = -1, end = -1 } = finding.source ?? {};
      return isSpan(start, end, length) ? [{ start, end, finding }] : [];
    })
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const marks: Mark<F>[] = [];
  for (const { start, end, finding } of spans) {
    const last = marks.at(-1);
    if (last !== undefined && start < last.end) {
      last.end = Math.max(last.end, end);
      last.findings.push(finding);
    } else {
      marks.push({ start, end, findings: [finding] });
    }
  }
  return marks;
}

/**
 * Cuts a narrative into plain text, spans that became findings, and spans that nothing matched.
 * Joined, the segments are the narrative again. Offsets are Unicode code points, end exclusive (an emoji or a
 * rare Chinese character is one); an offset outside the text is ignored. A finding wins over an unmatched span.
 */
export function segmentNarrative<F extends Placed>(
  narrative: string,
  findings: readonly F[],
  unmatched: readonly Unmatched[],
): Segment<F>[] {
  const points = Array.from(narrative);
  const marks = marksOf(findings, points.length);
  const free = unmatched.filter(
    ({ start, end }) =>
      isSpan(start, end, points.length) && !marks.some((mark) => start < mark.end && mark.start < end),
  );
  const pieces = [
    ...marks.map((mark) => ({ ...mark, kind: 'findings' as const })),
    ...free.map(({ start, end }) => ({ start, end, kind: 'unmatched' as const, findings: [] })),
  ].toSorted((a, b) => a.start - b.start);

  const segments: Segment<F>[] = [];
  let at = 0;
  for (const piece of pieces) {
    if (piece.start < at) continue;
    if (piece.start > at)
      segments.push({ kind: 'text', text: points.slice(at, piece.start).join(''), start: at });
    const text = points.slice(piece.start, piece.end).join('');
    segments.push(
      piece.kind === 'findings'
        ? { kind: 'findings', text, start: piece.start, findings: piece.findings }
        : { kind: 'unmatched', text, start: piece.start },
    );
    at = piece.end;
  }
  if (at < points.length) segments.push({ kind: 'text', text: points.slice(at).join(''), start: at });
  return segments;
}
