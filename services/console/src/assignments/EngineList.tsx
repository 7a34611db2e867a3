import type { Feedback } from '../api/types';
import { ScrollRegion } from '../app/ScrollRegion';
import { useWords } from '../i18n/use-words';

type Engine = NonNullable<Feedback['stages'][number]['engine']>;

/** What the engine says after a stage. */
export function EngineList({ engine, label }: { engine: Engine; label: string }) {
  const { t, percent } = useWords();
  return (
    <ScrollRegion label={label}>
      <table className="tbl" data-testid="engine-list">
        <caption className="vh">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{t('assignments.disease')}</th>
            <th scope="col" className="r">
              {t('assignments.probability')}
            </th>
          </tr>
        </thead>
        <tbody>
          {engine.differential.map(({ diseaseId, name, probability, mustNotMiss }) => (
            <tr key={diseaseId}>
              <td>
                {name} {mustNotMiss && <span className="tag">{t('differential.mustNotMiss')}</span>}
              </td>
              <td className="r num">{percent(probability)}</td>
            </tr>
          ))}
          <tr>
            <td>{t('differential.other')}</td>
            <td className="r num">{percent(engine.other)}</td>
          </tr>
        </tbody>
      </table>
    </ScrollRegion>
  );
}
