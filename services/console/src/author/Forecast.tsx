import { useState } from 'react';
import { ScrollRegion } from '../app/ScrollRegion';
import type { CaseBody, CaseForecast } from '../api/types';
import { StageLines } from '../charts/StageLines';
import { useWords } from '../i18n/use-words';
import { CaseError } from './CaseError';
import { forecastLines } from './forecast-lines';
import { stageTitle } from './stage-title';
import { useDiseases } from './use-named';
import { useForecast } from './use-forecast';

/** So many of the leading diseases and of the tests are shown after each stage. */
const LEADING = 5;
const TESTS = 2;

function Table({ forecast, titles }: { forecast: CaseForecast; titles: readonly string[] }) {
  const { t, percent, list } = useWords();
  return (
    <ScrollRegion label={t('author.forecast')}>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{t('author.afterStage')}</th>
            <th scope="col">{t('differential.heading')}</th>
            <th scope="col">{t('author.bestTests')}</th>
          </tr>
        </thead>
        <tbody>
          {forecast.stages.map(({ stageNo, differential, other, nextTests }, place) => (
            <tr key={stageNo}>
              <th scope="row">{titles[place]}</th>
              <td>
                <ol>
                  {differential.slice(0, LEADING).map(({ diseaseId, name, probability }) => (
                    <li key={diseaseId}>
                      {name} <b className="num">{percent(probability)}</b>
                    </li>
                  ))}
                  <li>
                    {t('differential.otherShort')} <b className="num">{percent(other)}</b>
                  </li>
                </ol>
              </td>
              <td>{list(nextTests.slice(0, TESTS).map(({ name }) => name))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Lines({ forecast, body }: { forecast: CaseForecast; body: CaseBody }) {
  const { t, percent, list } = useWords();
  const diseases = useDiseases();
  const [asTable, setAsTable] = useState(false);
  const { key, rival } = forecastLines(forecast, body.key, diseases.nameOf);
  const titles = body.stages.map((stage) => stageTitle(stage, t));
  const told = (values: readonly (number | null)[]): string =>
    list(values.map((value) => (value === null ? t('author.notNamed') : percent(value))));
  const sentence = [key, ...(rival === null ? [] : [rival])]
    .map(({ name, values }) => t('author.line', { name, values: told(values) }))
    .join(' ');
  return (
    <>
      <ul className="key lines-key">
        <li className="lead">
          <svg width="24" height="10" aria-hidden="true">
            <path d="M0 5h24" />
          </svg>
          {t('author.keyLine', { name: key.name })}
        </li>
        {rival !== null && (
          <li className="rival">
            <svg width="24" height="10" aria-hidden="true">
              <path d="M0 5h24" />
            </svg>
            {rival.name}
          </li>
        )}
      </ul>
      {asTable ? (
        <Table forecast={forecast} titles={titles} />
      ) : (
        <StageLines
          stages={titles}
          lines={[
            { ...key, tone: 'lead' },
            ...(rival === null ? [] : [{ ...rival, tone: 'rival' as const }]),
          ]}
          percent={percent}
          sentence={sentence}
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
        {asTable ? t('evidence.asChart') : t('evidence.asTable')}
      </button>
    </>
  );
}

/** What the engine would say after each stage; it only answers, the key counts. */
export function Forecast(props: { caseId: string; version: number; body: CaseBody; dirty: boolean }) {
  const { t } = useWords();
  const { caseId, version, body, dirty } = props;
  const { data, error, onItsWay, refetch } = useForecast(caseId, version);
  return (
    <section aria-labelledby="h-forecast" data-testid="forecast">
      <h2 id="h-forecast">{t('author.forecast')}</h2>
      <p className="small soft">{dirty ? t('author.forecastOf', { version }) : t('author.forecastHint')}</p>
      {data !== undefined && <Lines forecast={data} body={body} />}
      {data === undefined && onItsWay && (
        <p className="small mute" role="status">
          {t('author.forecastWaiting')}
        </p>
      )}
      {data === undefined && !onItsWay && error !== null && (
        <CaseError error={error} safe={t('author.forecastFailed')} onRetry={() => void refetch()} />
      )}
    </section>
  );
}
