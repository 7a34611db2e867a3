import { useState } from 'react';
import type { DifferentialEntry, Run } from '../api/types';
import { WaterfallChart } from '../charts/WaterfallChart';
import { WaterfallTable } from '../charts/WaterfallTable';
import { waterfallOf } from '../charts/waterfall';
import { oddsOf } from '../format/odds';
import { useWords } from '../i18n/use-words';
import { Compare } from './Compare';

interface EvidenceDetailProps {
  readonly run: Run;
  readonly disease: DifferentialEntry;
  readonly nameOf: (findingId: string) => string;
}

function Computation({ run, disease, nameOf }: EvidenceDetailProps) {
  const { t, percent, odds } = useWords();
  const [asTable, setAsTable] = useState(false);
  const waterfall = waterfallOf(disease, run.other?.probability ?? 0);
  if (waterfall === null) return <p className="small mute">{t('evidence.noOdds')}</p>;
  const { steps, closes } = waterfall;
  const sentence = t('evidence.chart', {
    name: disease.name,
    start: odds(oddsOf(disease.priorContribution)),
    count: steps.length - 2,
    probability: percent(disease.probability),
  });
  return (
    <>
      <div className="head">
        <h3>{t('evidence.heading', { probability: percent(disease.probability) })}</h3>
        <button
          type="button"
          className="link small"
          aria-pressed={asTable}
          onClick={() => {
            setAsTable(!asTable);
          }}
        >
          {asTable ? t('evidence.asChart') : t('evidence.asTable')}
        </button>
      </div>
      <p className="lede">{t('evidence.lede')}</p>
      {!closes && (
        <p className="fault" role="alert">
          {t('evidence.doesNotClose')}
        </p>
      )}
      {!asTable && (
        <WaterfallChart
          waterfall={waterfall}
          probability={disease.probability}
          mix={run.caseMix}
          nameOf={nameOf}
          sentence={sentence}
        />
      )}
      <div className={asTable ? 'wf-table' : 'wf-table vh'}>
        <WaterfallTable hidden={!asTable} steps={steps} disease={disease} mix={run.caseMix} nameOf={nameOf} />
      </div>
    </>
  );
}

/** All that speaks for and against one disease, and what is not known yet. */
export function EvidenceDetail({ run, disease, nameOf }: EvidenceDetailProps) {
  const { t } = useWords();
  const { missing } = disease.summary;
  return (
    <div className="detail" id={`evidence-${disease.diseaseId}`}>
      <Computation run={run} disease={disease} nameOf={nameOf} />
      <section>
        <h4>{t('evidence.unknown')}</h4>
        {missing.length === 0 ? (
          <p className="small mute">{t('evidence.unknownEmpty')}</p>
        ) : (
          <ul className="unknowns">
            {missing.map((findingId) => (
              <li key={findingId}>
                <span className="sg n" aria-hidden="true">
                  {t('letter.unknown')}
                </span>
                {nameOf(findingId)}
              </li>
            ))}
          </ul>
        )}
      </section>
      <Compare run={run} disease={disease} />
    </div>
  );
}
