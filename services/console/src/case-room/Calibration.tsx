import { useQuery } from '@tanstack/react-query';
import { ScrollRegion } from '../app/ScrollRegion';
import { useApi } from '../api/context';
import { useWords } from '../i18n/use-words';
import { calibrationTold } from './calibration-figures';
import { RunView } from './RunView';

/** How far the probabilities of the engine were held against cases with a known diagnosis, and what came of it. */
export function Calibration() {
  const api = useApi();
  const { t, locale } = useWords();
  const query = useQuery({
    queryKey: ['knowledge', locale],
    queryFn: ({ signal }) => api.knowledge(locale, signal),
    staleTime: Infinity,
  });
  return (
    <RunView query={query}>
      {({ calibrationFigures }) => {
        const { status, fittedOn, data, figures } = calibrationTold(calibrationFigures);
        return (
          <div className="calibration" data-testid="calibration">
            <p className="small soft">{t('calibration.hint')}</p>
            {/* The record of the fit is kept in English. */}
            <p lang="en">
              {status}
              {fittedOn !== null && ` (${fittedOn})`}
            </p>
            <ul className="small soft" lang="en">
              {data.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
            {figures.length > 0 && (
              <ScrollRegion label={t('calibration.ask')}>
                <table className="tbl">
                  <thead>
                    <tr>
                      <th scope="col">{t('calibration.set')}</th>
                      <th scope="col">{t('calibration.measure')}</th>
                      <th scope="col" className="r">
                        {t('calibration.before')}
                      </th>
                      <th scope="col" className="r">
                        {t('calibration.after')}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {figures.map(({ set, measure, before, after }) => (
                      <tr key={set + measure}>
                        <td lang="en">{set}</td>
                        <td lang="en">{measure}</td>
                        <td className="r num">{before.toFixed(3)}</td>
                        <td className="r num">{after.toFixed(3)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </ScrollRegion>
            )}
          </div>
        );
      }}
    </RunView>
  );
}
