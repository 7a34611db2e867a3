import type { Counterfactual } from '../api/types';
import { useRunView } from '../api/use-run-view';
import { useWords } from '../i18n/use-words';
import { RunView } from './RunView';

function Answer({ first, counterfactual }: Counterfactual) {
  const { t, percent, text } = useWords();
  if (counterfactual === null) {
    return <p>{first === null ? t('firstPlace.nobody') : t('firstPlace.nothing', { name: first.name })}</p>;
  }
  const { changes, formerFirst } = counterfactual;
  return (
    <>
      <ul className="changes-list">
        {changes.map(({ findingId, name, observed, imagined }) => (
          <li key={findingId}>{t('firstPlace.change', { name, from: observed.name, to: imagined.name })}</li>
        ))}
      </ul>
      <p>
        {text([
          t('firstPlace.then', {
            count: changes.length,
            name: counterfactual.first.name,
            probability: percent(counterfactual.first.probability),
          }),
          t('firstPlace.former', {
            name: formerFirst.name,
            probability: percent(formerFirst.probability),
            now: percent(first?.probability ?? 0),
          }),
        ])}
      </p>
    </>
  );
}

/** The smallest change of the case that would put another disease first. */
export function ChangeOfFirst({ runId }: { runId: string }) {
  const { locale } = useWords();
  const query = useRunView(runId, 'counterfactual', locale, (api, signal) =>
    api.counterfactual(runId, locale, signal),
  );
  return <RunView query={query}>{(view) => <Answer {...view} />}</RunView>;
}
