import { useRef, useState } from 'react';
import { Choice } from '../app/Choice';
import type { CaseMix, Run } from '../api/types';
import { useWords } from '../i18n/use-words';
import { isCrowdedOut } from '../charts/log-odds-rows';
import { DifferentialTable } from './DifferentialTable';
import { DiseaseRow, OtherRow, RemainderRow } from './DiseaseRow';
import { LogOddsList } from './LogOddsList';
import type { RowContext } from './row-context';
import { listRows } from './list-rows';
import { useRowMotion } from './use-row-motion';

/** The scale of the bars. Log-odds are offered where the first crowds all others out. */
const SCALES = ['probability', 'log-odds'] as const;
type Scale = (typeof SCALES)[number];
const CASE_MIXES = ['teaching', 'consecutive'] as const satisfies readonly CaseMix[];

function Key({ context }: { context: RowContext }) {
  const { t } = useWords();
  const intervals = context.run.differential.some(({ interval }) => interval !== null);
  return (
    <ul className="key">
      <li>
        <svg width="20" height="12" aria-hidden="true">
          <rect className="fill" width="20" height="12" />
        </svg>
        {t('differential.keyEngine')}
      </li>
      <li>
        <svg width="20" height="12" aria-hidden="true">
          <rect className="hatched" x="0.5" y="0.5" width="19" height="11" fill="url(#hatch-n)" />
        </svg>
        {t('differential.keyOther')}
      </li>
      {intervals && (
        <li>
          <svg width="30" height="12" aria-hidden="true">
            <path className="stroke" d="M1 2v8M1 6h28M29 2v8" />
          </svg>
          {t('differential.keySensitivity')}
        </li>
      )}
      {context.model !== null && (
        <li>
          <svg width="13" height="13" aria-hidden="true">
            <circle className="ring" cx="6.5" cy="6.5" r="4.8" />
          </svg>
          {t('differential.keyModel')}
        </li>
      )}
      {context.earlier.size > 0 && (
        <li>
          <svg width="3" height="14" aria-hidden="true">
            <path className="stroke" d="M1.5 0v14" />
          </svg>
          {t('differential.keyEarlier')}
        </li>
      )}
      <li>
        <span className="mnm" aria-hidden="true" />
        {t('differential.keyMustNotMiss')}
      </li>
      <li className="mute">{t('differential.grid')}</li>
    </ul>
  );
}

function Bars({ context, busy }: { context: RowContext; busy: boolean }) {
  const { t } = useWords();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLOListElement>(null);
  const rows = listRows(context.run);
  useRowMotion(list, rows.map(({ key }) => key).join());

  function toggle(diseaseId: string): void {
    const next = new Set(open);
    if (!next.delete(diseaseId)) next.add(diseaseId);
    setOpen(next);
  }

  return (
    <div className={context.model === null ? 'dx' : 'dx with-model'} aria-busy={busy}>
      <div className="cols" aria-hidden="true">
        <span />
        <span>{t('differential.disease')}</span>
        <span>{context.numbers && t('differential.probability')}</span>
        {context.model !== null && <span>{t('differential.modelSays')}</span>}
      </div>
      <ol ref={list} data-testid="differential">
        {rows.map((row) => {
          if (row.kind === 'other') return <OtherRow {...row} key={row.key} context={context} />;
          if (row.kind === 'remainder') return <RemainderRow {...row} key={row.key} context={context} />;
          return (
            <DiseaseRow
              key={row.key}
              disease={row.disease}
              leader={row.leader}
              open={open.has(row.key)}
              onToggle={() => {
                toggle(row.key);
              }}
              context={context}
            />
          );
        })}
      </ol>
    </div>
  );
}

function Excluded({ run }: { run: Run }) {
  const { t } = useWords();
  if (run.excluded.length === 0) return null;
  return (
    <details className="excluded">
      <summary>
        {t('differential.excluded')} ({run.excluded.length})
      </summary>
      <ul>
        {run.excluded.map(({ diseaseId, name, reason }) => (
          <li key={diseaseId}>{t('differential.excludedReason', { name, reason })}</li>
        ))}
      </ul>
    </details>
  );
}

/** The ranked list: the hero of the page. */
export function Differential(props: {
  context: RowContext;
  busy: boolean;
  onCaseMix: (mix: CaseMix) => void;
}) {
  const { t } = useWords();
  const [asTable, setAsTable] = useState(false);
  const [scale, setScale] = useState<Scale>('probability');
  const { context, busy } = props;
  const { run, numbers } = context;
  const offersOdds = numbers && !asTable && isCrowdedOut(run.differential);
  const byOdds = offersOdds && scale === 'log-odds';
  return (
    <section aria-labelledby="h-dx">
      <div className="head">
        <h2 id="h-dx">{t('differential.heading')}</h2>
        <div className="tools">
          <Choice
            label={t('differential.caseMix')}
            options={CASE_MIXES.map((value) => ({ value, label: t(`differential.${value}`) }))}
            value={run.caseMix}
            onChange={props.onCaseMix}
            disabled={busy}
          />
          {offersOdds && (
            <Choice
              label={t('logOdds.scale')}
              options={SCALES.map((value) => ({ value, label: t(`logOdds.${value}`) }))}
              value={scale}
              onChange={setScale}
            />
          )}
          <button
            type="button"
            className="link small"
            aria-pressed={asTable}
            onClick={() => {
              setAsTable(!asTable);
            }}
          >
            {asTable ? t('differential.asBars') : t('differential.asTable')}
          </button>
        </div>
      </div>
      {run.differential.length === 0 ? (
        <p>{t('differential.empty')}</p>
      ) : asTable ? (
        <DifferentialTable context={context} />
      ) : byOdds ? (
        <LogOddsList context={context} />
      ) : (
        <Bars context={context} busy={busy} />
      )}
      {numbers && !asTable && !byOdds && <Key context={context} />}
      <Excluded run={run} />
    </section>
  );
}
