import { ScrollRegion } from '../app/ScrollRegion';
import type { Comparison } from '../api/types';
import { useWords } from '../i18n/use-words';
import { separatingRows } from './comparison-rows';

/** What has not been asked and would separate two diseases: how often each result is found in either. */
export function SeparatingTable({ comparison }: { comparison: Comparison }) {
  const { t, percent } = useWords();
  const { a, b } = comparison;
  const rows = separatingRows(comparison);
  if (rows.length === 0) return <p className="small mute">{t('compare.nothingSeparates')}</p>;
  return (
    <ScrollRegion label={t('compare.separating')}>
      <table className="tbl">
        <caption className="vh">{t('compare.separating')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('compare.result')}</th>
            <th scope="col" className="r">
              {t('compare.in', { name: a.name })}
            </th>
            <th scope="col" className="r">
              {t('compare.in', { name: b.name })}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.flatMap(({ findingId, name, outcomes }) =>
            outcomes.map((each) => (
              <tr key={`${findingId} ${each.outcome}`}>
                <td>{t('evidence.withValue', { name, value: each.name })}</td>
                <td className="r num">{percent(each.probabilityInA)}</td>
                <td className="r num">{percent(each.probabilityInB)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
