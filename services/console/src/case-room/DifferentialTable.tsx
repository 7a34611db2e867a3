import { ScrollRegion } from '../app/ScrollRegion';
import { useWords } from '../i18n/use-words';
import type { RowContext } from './row-context';
import { listRows } from './list-rows';

/** The same list and the same numbers as a table. */
export function DifferentialTable({ context }: { context: RowContext }) {
  const { t, percent, range } = useWords();
  const { run, numbers, model } = context;
  const intervals = run.differential.some(({ interval }) => interval !== null);
  const shown = (probability: number) => (numbers ? percent(probability) : '–');
  return (
    <ScrollRegion label={t('differential.heading')}>
      <table className="tbl" data-testid="differential-table">
        <caption className="vh">{t('differential.heading')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('differential.rank')}</th>
            <th scope="col">{t('differential.disease')}</th>
            <th scope="col">{t('differential.icd10')}</th>
            <th scope="col" className="r">
              {t('differential.probability')}
            </th>
            {intervals && (
              <th scope="col" className="r">
                {t('differential.sensitivity')}
              </th>
            )}
            {model !== null && (
              <th scope="col" className="r">
                {t('differential.modelSays')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {listRows(run).map((row) => {
            const interval =
              row.kind === 'disease' ? row.disease.interval : row.kind === 'other' ? row.interval : null;
            const disease = row.kind === 'disease' ? row.disease : null;
            const probability = disease?.probability ?? (row.kind === 'disease' ? 0 : row.probability);
            const name =
              row.kind === 'other'
                ? t('differential.other')
                : row.kind === 'remainder'
                  ? t('differential.further', { count: row.count })
                  : row.disease.name;
            const says = disease === null ? undefined : model?.get(disease.diseaseId);
            return (
              <tr key={row.key}>
                <td>{disease?.rank}</td>
                <td>
                  {name}{' '}
                  {disease?.mustNotMiss === true && (
                    <span className="tag">{t('differential.mustNotMiss')}</span>
                  )}{' '}
                  {disease?.status === 'draft' && (
                    <span className="tag draft">{t('differential.draft')}</span>
                  )}
                </td>
                <td className="soft">{disease?.icd10.join(', ')}</td>
                <td className="r num">{shown(probability)}</td>
                {intervals && (
                  <td className="r num">
                    {numbers && interval !== null ? range(interval.p05, interval.p95) : '–'}
                  </td>
                )}
                {model !== null && <td className="r num">{says === undefined ? '–' : percent(says)}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
