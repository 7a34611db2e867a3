import { useRunView } from '../api/use-run-view';
import { ProbabilityBar } from '../charts/ProbabilityBar';
import { useWords } from '../i18n/use-words';
import { RunView } from './RunView';
import { type StageRow, type StageView, stageViews } from './stage-rows';

function Row({ row, numbers }: { row: StageRow; numbers: boolean }) {
  const { t, percent } = useWords();
  const name = row.diseaseId === null ? t('differential.otherShort') : row.name;
  if (!numbers) return row.diseaseId === null ? null : <li className="bare">{name}</li>;
  const sentence = t('differential.bar', { name, probability: percent(row.probability) });
  return (
    <li>
      <span>{name}</span>
      <ProbabilityBar
        kind={row.diseaseId === null ? 'other' : 'disease'}
        probability={row.probability}
        earlier={row.earlier}
        sentence={
          row.earlier === undefined
            ? sentence
            : t('stages.barEarlier', { sentence, earlier: percent(row.earlier) })
        }
      />
      <b className="num">{percent(row.probability)}</b>
    </li>
  );
}

function Stage({ stage }: { stage: StageView }) {
  const { t, list } = useWords();
  return (
    <li data-stage={stage.name}>
      <h4>{stage.title}</h4>
      <p className="small soft">{list(stage.revealed.map(({ name }) => name))}</p>
      {!stage.numbers && <p className="small">{t('sufficiency.too-little')}</p>}
      <ol className="stage-rows">
        {stage.rows.map((row) => (
          <Row key={row.diseaseId ?? ''} row={row} numbers={stage.numbers} />
        ))}
      </ol>
    </li>
  );
}

/** The case as it is met at the bedside: the list after the history, after the examination and so on. */
export function StepByStep({ runId }: { runId: string }) {
  const { t, locale } = useWords();
  const query = useRunView(runId, 'stages', locale, (api, signal) => api.stages(runId, locale, signal));
  return (
    <RunView query={query}>
      {(view) => (
        <>
          <ol className="stages">
            {stageViews(view.stages).map((stage) => (
              <Stage key={stage.name} stage={stage} />
            ))}
          </ol>
          <p className="small mute">{t('stages.key')}</p>
        </>
      )}
    </RunView>
  );
}
