import { oddsScale } from '../charts/odds-scale';
import { logOddsRows } from '../charts/log-odds-rows';
import { formatLogOdds, powerOfTen } from '../format/odds';
import { useWords } from '../i18n/use-words';
import type { RowContext } from './row-context';

/** Marks nearer than this, in per cent of the width, would write over one another. */
const APART = 11;

/** The list by log-odds: every step to the right is ten times as likely, so that the second is not like the tenth. */
export function LogOddsList({ context }: { context: RowContext }) {
  const { t } = useWords();
  const { rows, ticks } = logOddsRows(context.run.differential);
  const [low = 0] = ticks;
  const x = oddsScale([low, ticks.at(-1) ?? 1]);
  const step = ticks.length > 1 ? x(ticks[1] ?? 0) - x(low) : 100;
  const every = Math.max(1, Math.ceil(APART / step));
  const at = (logOdds: number): string => `${String(x(logOdds))}%`;
  return (
    <div className="log-odds" data-testid="log-odds">
      <p className="small soft">{t('logOdds.hint')}</p>
      <ol>
        {rows.map(({ key, name, logOdds }) => (
          <li key={key}>
            <span>{name}</span>
            <svg
              className="pb"
              role="img"
              aria-label={t('logOdds.row', { name, odds: formatLogOdds(logOdds) })}
            >
              <rect className="track" width="100%" height="100%" />
              {ticks.map((tick) => (
                <line key={tick} className="g" x1={at(tick)} x2={at(tick)} y1="0" y2="100%" />
              ))}
              <rect className="fill" width={at(logOdds)} height="100%" />
            </svg>
            <b className="num">{formatLogOdds(logOdds)}</b>
          </li>
        ))}
        <li aria-hidden="true">
          <span />
          <svg className="axis">
            {ticks
              .filter((_, place) => place % every === 0)
              .map((tick) => (
                <text key={tick} x={at(tick)} y="12" textAnchor="middle">
                  {powerOfTen(tick / Math.LN10)}
                </text>
              ))}
          </svg>
          <span />
        </li>
      </ol>
    </div>
  );
}
