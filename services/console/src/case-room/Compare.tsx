import { useId, useState } from 'react';
import type { DifferentialEntry, Run } from '../api/types';
import { useRunView } from '../api/use-run-view';
import { ComparisonTable } from '../charts/ComparisonTable';
import { SeparatingTable } from '../charts/SeparatingTable';
import { useWords } from '../i18n/use-words';
import { RunView } from './RunView';

function HeadToHead({ runId, pair }: { runId: string; pair: readonly [string, string] }) {
  const { t, locale } = useWords();
  const query = useRunView(runId, `compare ${pair.join()}`, locale, (api, signal) =>
    api.compare(runId, pair, locale, signal),
  );
  return (
    <RunView query={query}>
      {(comparison) => (
        <div data-testid="comparison">
          <ComparisonTable comparison={comparison} />
          <p className="small mute">{t('compare.key', { a: comparison.a.name, b: comparison.b.name })}</p>
          <h4>{t('compare.separating')}</h4>
          <SeparatingTable comparison={comparison} />
        </div>
      )}
    </RunView>
  );
}

/** One disease of the list head to head with another one of it. */
export function Compare({ run, disease }: { run: Run; disease: DifferentialEntry }) {
  const { t } = useWords();
  const id = useId();
  const [chosen, setChosen] = useState('');
  const others = run.differential.filter(({ diseaseId }) => diseaseId !== disease.diseaseId);
  // Another run may no longer list what was chosen.
  const other = others.find(({ diseaseId }) => diseaseId === chosen);
  if (run.status !== 'completed' || others.length === 0) return null;
  return (
    <section className="compare-with">
      <label className="label" htmlFor={id}>
        {t('compare.with')}
      </label>
      <select
        id={id}
        className="field"
        value={other?.diseaseId ?? ''}
        onChange={(event) => {
          setChosen(event.target.value);
        }}
      >
        <option value="">{t('compare.choose')}</option>
        {others.map(({ diseaseId, name }) => (
          <option key={diseaseId} value={diseaseId}>
            {name}
          </option>
        ))}
      </select>
      {other !== undefined && <HeadToHead runId={run.id} pair={[disease.diseaseId, other.diseaseId]} />}
    </section>
  );
}
