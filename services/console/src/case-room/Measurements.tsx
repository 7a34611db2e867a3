import { ScrollRegion } from '../app/ScrollRegion';
import type { Measurement } from '../api/types';
import { formatQuantity } from '../format/unit';
import { useWords } from '../i18n/use-words';
import { type Vocabulary, stateName } from './finding-words';
import { rowsWorthTelling, waysOf } from './measurement-rows';

/** Vital signs that were measured more than once or in a way of their own, and which value counts. */
export function Measurements(props: {
  measurements: readonly Measurement[];
  vocabulary: Vocabulary;
  nameOf: (findingId: string) => string;
}) {
  const { t, list, locale } = useWords();
  const rows = rowsWorthTelling(props.measurements);
  const readAs = ({ findingId, state }: Measurement): string =>
    state === undefined ? '–' : stateName(props.vocabulary, findingId, state);
  if (rows.length === 0) return null;
  return (
    <section className="fnd" aria-labelledby="h-measurements">
      <div className="head">
        <h2 id="h-measurements">{t('measurements.heading')}</h2>
      </div>
      <ScrollRegion label={t('measurements.heading')}>
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">{t('measurements.sign')}</th>
              <th scope="col" className="r">
                {t('measurements.value')}
              </th>
              <th scope="col">{t('measurements.how')}</th>
              <th scope="col">{t('measurements.readAs')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr
                key={`${row.findingId}${String(i)}`}
                className={row.superseded === true ? 'soft' : undefined}
              >
                <td>{props.nameOf(row.findingId)}</td>
                <td className="r num">{formatQuantity(row.value.number, row.value.unit, locale)}</td>
                <td>{list(waysOf(row).map((way) => t(`measurements.ways.${way}`)))}</td>
                <td>
                  {row.superseded === true
                    ? t('measurements.notCounted', { state: readAs(row) })
                    : readAs(row)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {rows.some(({ superseded }) => superseded === true) && (
          <p className="small mute">{t('measurements.counts')}</p>
        )}
      </ScrollRegion>
    </section>
  );
}
