import { scaleLinear, scalePoint } from 'd3-scale';

const WIDTH = 380;
const HEIGHT = 230;
const LEFT = 44;
const RIGHT = 34;
const TOP = 22;
/** Room for a label under a point at zero. */
const BOTTOM = 48;
/** Labels of two lines nearer than this would stand on one another. */
const NEAR = 14;
const QUARTER = 0.25;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

export interface StageLine {
  readonly name: string;
  readonly tone: 'lead' | 'rival';
  /** 0 to 1 for each stage; null leaves a gap. */
  readonly values: readonly (number | null)[];
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

/** Few probabilities over a few stages: points with their figures, joined by lines. */
export function StageLines(props: {
  stages: readonly string[];
  lines: readonly StageLine[];
  percent: (probability: number) => string;
  sentence: string;
}) {
  const { stages, lines, percent } = props;
  const top = highest(lines);
  const x = scalePoint<number>()
    .domain(stages.map((_, place) => place))
    .range([LEFT + RIGHT, WIDTH - RIGHT]);
  const y = scaleLinear()
    .domain([0, top])
    .range([HEIGHT - BOTTOM, TOP]);
  const pointsOf = ({ values }: StageLine): (Point | null)[] =>
    values.map((value, place) => (value === null ? null : { x: x(place) ?? LEFT, y: y(value), value }));
  return (
    <svg
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      className="lines"
      role="img"
      aria-label={props.sentence}
    >
      {TICKS.filter((tick) => tick <= top).map((tick) => (
        <g key={tick}>
          <path className="g" d={`M${String(LEFT)} ${String(y(tick))}H${String(WIDTH)}`} />
          <text x={LEFT - 8} y={y(tick) + 4} textAnchor="end" className="tick">
            {Math.round(tick * 100)}
          </text>
        </g>
      ))}
      {stages.map((stage, place) => (
        <text key={place} x={x(place)} y={HEIGHT - 10} textAnchor="middle" className="stage">
          {stage}
        </text>
      ))}
      {lines.map((line) => {
        const points = pointsOf(line);
        const others = pointsOf(lines.find((each) => each !== line) ?? { ...line, values: [] });
        return (
          <g key={line.name} className={line.tone}>
            <path d={pathOf(points)} />
            {points.map(
              (point, place) =>
                point !== null && (
                  <g key={place}>
                    <circle cx={point.x} cy={point.y} r="4.5" />
                    <text
                      x={point.x}
                      y={labelAt(point, others[place] ?? null, line.tone === 'rival')}
                      textAnchor="middle"
                    >
                      {percent(point.value)}
                    </text>
                  </g>
                ),
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** A line through the points; a gap where there is none. */
function pathOf(points: readonly (Point | null)[]): string {
  return points
    .map((point, place) => {
      if (point === null) return '';
      const command = (points[place - 1] ?? null) === null ? 'M' : 'L';
      return `${command}${String(point.x)} ${String(point.y)}`;
    })
    .join('');
}

/** Above the point; under it for the lower one of two that are close, where the axis leaves room for it. */
function labelAt(point: Point, other: Point | null, isRival: boolean): number {
  const above = point.y - 10;
  if (other === null || Math.abs(other.y - point.y) > NEAR * 2) return above;
  const isLower = other.y === point.y ? isRival : other.y < point.y;
  return isLower ? point.y + NEAR + 2 : above;
}

/** The end of the scale: the highest value, rounded up to a quarter. */
const highest = (lines: readonly StageLine[]): number =>
  Math.max(
    QUARTER,
    Math.ceil(Math.max(...lines.flatMap(({ values }) => values.map((v) => v ?? 0))) / QUARTER) * QUARTER,
  );
