import type { DifferentialEntry, Outcome } from '../api/types';
import { useWords } from '../i18n/use-words';
import { type OutcomeRow, outcomeRows } from './outcome-rows';

const at = (probability: number): string => `${String(probability * 100)}%`;

function Row({ row, leading }: { row: OutcomeRow; leading: boolean }) {
  const { t, percent } = useWords();
  const { probability, exact } = row.after;
  const fill = row.diseaseId === null ? 'o' : leading ? 'b' : 'bl';
  return (
    <div className="o-row">
      <span>{row.diseaseId === null ? t('differential.otherShort') : row.name}</span>
      <svg>
        <rect className="track" width="100%" height="100%" />
        {exact && (
          <rect
            className={fill}
            width={at(probability)}
            height="100%"
            fill={fill === 'o' ? 'url(#hatch-n)' : undefined}
          />
        )}
        {row.now !== null && <line className="was" x1={at(row.now)} x2={at(row.now)} y1="-15%" y2="115%" />}
      </svg>
      <b className={exact ? 'num' : 'num bound'}>
        {exact ? percent(probability) : t('next.atMost', { probability: percent(probability) })}
      </b>
    </div>
  );
}

/** What each result would make of the list: same rows, same scale 0 to 1; the bar is "if", the line is "now". */
export function OutcomePanels(props: {
  outcomes: readonly Outcome[];
  differential: readonly DifferentialEntry[];
  other: number;
  onRecord?: (outcome: Outcome) => void;
}) {
  const { t, percent, list } = useWords();
  const panels = outcomeRows(props.outcomes, props.differential, props.other);

  const sentence = (rows: readonly OutcomeRow[]) =>
    list(
      rows.map((row) => {
        const name = row.diseaseId === null ? t('differential.otherShort') : row.name;
        const after = row.after.exact
          ? percent(row.after.probability)
          : t('next.atMost', { probability: percent(row.after.probability) });
        return row.now === null
          ? t('next.panelRowNew', { name, after })
          : t('next.panelRow', { name, after, now: percent(row.now) });
      }),
    );

  return (
    <div className="outcomes">
      {props.outcomes.map((outcome, i) => {
        const rows = panels[i] ?? [];
        return (
          <figure key={outcome.outcome}>
            <figcaption>
              {outcome.name} <span>{t('next.ofTheTime', { percent: percent(outcome.probability) })}</span>
            </figcaption>
            <div role="img" aria-label={t('next.panel', { outcome: outcome.name, rows: sentence(rows) })}>
              {rows.map((row, rank) => (
                <Row key={row.diseaseId ?? ''} row={row} leading={rank === 0} />
              ))}
            </div>
            {props.onRecord !== undefined && (
              <button
                type="button"
                className="link small"
                onClick={() => {
                  props.onRecord?.(outcome);
                }}
              >
                {t('next.record')} <span className="vh">{outcome.name}</span>
              </button>
            )}
          </figure>
        );
      })}
    </div>
  );
}
