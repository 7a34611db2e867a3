import type { Finding, Unmatched } from '../api/types';

export type Segment =
  | { readonly kind: 'text'; readonly text: string; readonly start: number }
  | { readonly kind: 'unmatched'; readonly text: string; readonly start: number }
  | {
      readonly kind: 'findings';
      readonly text: string;
      readonly start: number;
      readonly findings: readonly Finding[];
    };

interface Mark {
  readonly start: number;
  end: number;
  readonly findings: Finding[];
}

function isSpan(start: number | undefined, end: number | undefined, length: number): boolean {
  return start !== undefined && end !== undefined && start >= 0 && start < end && end <= length;
}

/** Marks in order; what overlaps becomes one mark with several findings, for a word can be clicked only once. */
function marksOf(findings: readonly Finding[], length: number): Mark[] {
  const spans = findings
    .flatMap((finding) => {
      const { start = -1, end = -1 } = finding.source ?? {};
      return isSpan(start, end, length) ? [{ start, end, finding }] : [];
    })
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const marks: Mark[] = [];
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
export function segmentNarrative(
  narrative: string,
  findings: readonly Finding[],
  unmatched: readonly Unmatched[],
): Segment[] {
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

  const segments: Segment[] = [];
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
