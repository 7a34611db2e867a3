import { AsTable } from './AsTable';
import { CHART, chartPoints, worstOf } from './score-line';
import { usePhoneState } from './use-phone-room';
import { usePhoneWords } from './use-phone-words';

/** One's log score stage by stage; the same numbers stand in its label. */
export function ScoreChart({ points }: { points: readonly { stageNo: number; log: number }[] }) {
  const { t, list } = usePhoneWords();
  const { stages } = usePhoneState();
  const scores = points.map(({ log }) => log);
  const placed = chartPoints(scores);
  const stageName = (no: number | undefined): string => {
    const kind = no === undefined ? undefined : stages[no]?.kind;
    return kind === undefined ? String(no) : t(`stage.${kind}`);
  };
  return (
    <figure>
      <figcaption className="label">{t('score.over')}</figcaption>
      <svg
        className="ph-chart"
        viewBox={`0 0 ${String(CHART.width)} 120`}
        role="img"
        aria-label={t('score.chart', { scores: list(scores.map((score) => score.toFixed(2))) })}
      >
        <text x="0" y={CHART.top + 4}>
          {t('score.best')}
        </text>
        <text x="0" y={CHART.bottom}>
          {worstOf(scores)}
        </text>
        {placed.map(({ x }, at) => (
          <g key={points[at]?.stageNo}>
            <path d={`M${String(x)} ${String(CHART.top)}V${String(CHART.bottom)}`} className="grid" />
            <text x={x} y={114} textAnchor="middle">
              {stageName(points[at]?.stageNo)}
            </text>
          </g>
        ))}
        <path className="line" d={`M${placed.map(({ x, y }) => `${String(x)} ${String(y)}`).join('L')}`} />
        {placed.map(({ x, y }, at) => (
          <circle key={points[at]?.stageNo} cx={x} cy={y} r="5" className="dot" />
        ))}
      </svg>
      <AsTable
        head={[t('score.stage'), t('score.log')]}
        rows={points.map(({ stageNo, log }) => [stageName(stageNo), log.toFixed(2)])}
      />
    </figure>
  );
}
