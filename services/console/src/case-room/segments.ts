import type { Finding, SetAside, Unmatched } from '../api/types';

export type Segment<F> =
  | { readonly kind: 'text'; readonly text: string; readonly start: number }
  | { readonly kind: 'unmatched'; readonly text: string; readonly start: number }
  | { readonly kind: 'set-aside'; readonly text: string; readonly start: number; readonly reason: string }
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

interface Narrated {
  readonly unmatched: readonly Unmatched[];
  readonly setAside: readonly SetAside[];
}

/** Spans that led to no finding, in order. Where two meet, what stands first is shown. */
function unfoundOf<F>({ unmatched, setAside }: Narrated, marks: readonly Mark<F>[], length: number) {
  const spans = [
    ...unmatched.map(({ start, end }) => ({ start, end, kind: 'unmatched' as const })),
    ...setAside.map(({ start, end, reason, message }) => ({
      start,
      end,
      kind: 'set-aside' as const,
      reason: message ?? reason,
    })),
  ];
  return spans.filter(
    ({ start, end }) =>
      isSpan(start, end, length) && !marks.some((mark) => start < mark.end && mark.start < end),
  );
}

/**
 * Cuts a narrative into plain text, spans that became findings, spans that nothing matched, and spans that do not count.
 * Joined, the segments are the narrative again. Offsets are Unicode code points, end exclusive (an emoji or a
 * rare Chinese character is one); an offset outside the text is ignored. A finding wins over any other span.
 */
export function segmentNarrative<F extends Placed>(
  narrative: string,
  findings: readonly F[],
  unfound: Narrated,
): Segment<F>[] {
  const points = Array.from(narrative);
  const marks = marksOf(findings, points.length);
  const pieces = [
    ...marks.map((mark) => ({ ...mark, kind: 'findings' as const })),
    ...unfoundOf(unfound, marks, points.length),
  ].toSorted((a, b) => a.start - b.start);

  const segments: Segment<F>[] = [];
  let at = 0;
  for (const { end, ...piece } of pieces) {
    const { start } = piece;
    if (start < at) continue;
    if (start > at) segments.push({ kind: 'text', text: points.slice(at, start).join(''), start: at });
    segments.push({ ...piece, text: points.slice(start, end).join('') });
    at = end;
  }
  if (at < points.length) segments.push({ kind: 'text', text: points.slice(at).join(''), start: at });
  return segments;
}
