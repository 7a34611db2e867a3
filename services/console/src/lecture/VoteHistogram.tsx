import { barsOf, PLOT, placeOf } from './histogram';
import { useLectureWords } from './use-lecture-words';

const TICKS = [0.1, 0.3, 0.5, 0.7, 0.9];

/** How much each of the class gave one disease, with the engine's number on the same axis. */
export function VoteHistogram(props: {
  name: string;
  by: 'team' | 'each';
  histogram: readonly number[];
  engine: number | null;
  numbers: boolean;
}) {
  const { name, by, histogram, engine } = props;
  const { t, percent } = useLectureWords();
  const bars = barsOf(histogram);
  return (
    <figure className="wall-histogram">
      <figcaption>{t('list.gave', { name, by })}</figcaption>
      <svg
        viewBox={`0 0 ${String(PLOT.width)} ${String(PLOT.height)}`}
        preserveAspectRatio="xMinYMid meet"
        role="img"
        aria-label={t('list.gaveAlt', { name, by, counts: histogram.join(' ') })}
      >
        {bars.map(({ x, y, width, height }) => (
          <rect key={x} x={x} y={y} width={width} height={height} className="fill" />
        ))}
        <path d={`M${String(PLOT.left)} ${String(PLOT.base)}H${String(PLOT.right)}`} className="axis" />
        {TICKS.map((tick) => (
          <text key={tick} x={placeOf(tick)} y={PLOT.height - 8} textAnchor="middle">
            {percent(tick)}
          </text>
        ))}
        {engine !== null && (
          <>
            <path d={`M${String(placeOf(engine))} 6V${String(PLOT.base)}`} className="engine" />
            <text
              x={placeOf(engine) + (engine > 0.75 ? -10 : 10)}
              y={26}
              textAnchor={engine > 0.75 ? 'end' : 'start'}
              className="engine-label"
            >
              {t('list.engineAt', { percent: props.numbers ? percent(engine) : '' })}
            </text>
          </>
        )}
        {props.numbers &&
          bars
            .filter(({ labelled }) => labelled)
            .map(({ x, y, width, count }) => (
              <text key={x} x={x + width / 2} y={y - 7} textAnchor="middle" className="count">
                {count}
              </text>
            ))}
      </svg>
    </figure>
  );
}
