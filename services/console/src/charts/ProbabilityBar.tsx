/** Thin enough to say "almost nothing", wide enough to be seen. In per cent of the bar. */
const THINNEST = 0.3;
const GRID = ['25%', '50%', '75%'];

const at = (probability: number): string => `${String(probability * 100)}%`;

export interface ProbabilityBarProps {
  /** 0 to 1, on the one scale that all bars share. */
  readonly probability: number;
  /** The sentence that a screen reader says instead of the picture. */
  readonly sentence: string;
  readonly kind?: 'disease' | 'other';
  readonly interval?: { readonly p05: number; readonly p95: number } | null;
  /** What the language model says; a ring. */
  readonly model?: number | undefined;
  /** Where the bar stood before the last change; a thin line. */
  readonly earlier?: number | undefined;
}

function Whisker({ low, high, className }: { low: number; high: number; className: string }) {
  return (
    <g className={className}>
      <line x1={at(low)} x2={at(high)} y1="50%" y2="50%" />
      <line x1={at(low)} x2={at(low)} y1="28%" y2="72%" />
      <line x1={at(high)} x2={at(high)} y1="28%" y2="72%" />
    </g>
  );
}

export function ProbabilityBar({
  probability,
  sentence,
  kind = 'disease',
  interval,
  model,
  earlier,
}: ProbabilityBarProps) {
  const width = `${String(Math.max(probability * 100, THINNEST))}%`;
  return (
    <svg className="pb" role="img" aria-label={sentence}>
      <rect className="track" width="100%" height="100%" />
      {GRID.map((x) => (
        <line key={x} className="g" x1={x} x2={x} y1="0" y2="100%" />
      ))}
      {kind === 'other' ? (
        <rect className="other" fill="url(#hatch-n)" width={width} height="100%" />
      ) : (
        <rect className="fill" width={width} height="100%" />
      )}
      {interval && <Whisker low={interval.p05} high={interval.p95} className="wk" />}
      {kind === 'disease' && interval && interval.p05 < probability && (
        <Whisker low={interval.p05} high={Math.min(interval.p95, probability)} className="in" />
      )}
      {earlier !== undefined && (
        <line className="was" x1={at(earlier)} x2={at(earlier)} y1="-20%" y2="120%" />
      )}
      {model !== undefined && <circle className="ring" cx={at(model)} cy="50%" r="5" />}
    </svg>
  );
}
