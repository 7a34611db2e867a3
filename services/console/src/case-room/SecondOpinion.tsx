import type { Run } from '../api/types';
import { isOver } from '../api/use-run';
import { useWords } from '../i18n/use-words';
import { Narrations } from './Narrations';
import { rowsSideBySide } from './side-by-side';
import { Tutor } from './Tutor';

/** The engine's list, the model's and the pooled one, each disease in a row of its own. */
function SideBySide({ run }: { run: Run }) {
  const { t, percent } = useWords();
  const { rows, more } = rowsSideBySide(run);
  const cell = (probability: number | undefined) => (probability === undefined ? '–' : percent(probability));
  return (
    <>
      <table data-testid="side-by-side">
        <caption className="small mute">{t('secondOpinion.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('secondOpinion.disease')}</th>
            <th scope="col">{t('secondOpinion.engine')}</th>
            <th scope="col">{t('secondOpinion.model')}</th>
            <th scope="col">{t('secondOpinion.pooled')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ diseaseId, name, mustNotMiss, engine, model, pooled }) => (
            <tr key={diseaseId} data-disease={diseaseId}>
              <th scope="row">
                {name}
                {mustNotMiss && <span className="tag"> {t('secondOpinion.mustNotMiss')}</span>}
              </th>
              <td>{cell(engine)}</td>
              <td>{cell(model)}</td>
              <td>{cell(pooled)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="small mute">{t('secondOpinion.more', { count: more })}</p>}
    </>
  );
}

/** What the model thinks of that the knowledge base does not hold: by name, without a number. */
function Proposals({ run }: { run: Run }) {
  const { t, list } = useWords();
  const proposals = run.llm.proposedOutsideKnowledgeBase;
  if (proposals === undefined) return <p className="small mute">{t('secondOpinion.proposalsMissing')}</p>;
  return (
    <p data-testid="proposals">
      <b>{t('secondOpinion.proposals')}</b>{' '}
      {proposals.length === 0 ? t('secondOpinion.noProposals') : list(proposals.map(({ name }) => name))}
    </p>
  );
}

/** The language model beside the engine: its list, what it would add, and the run in its sentences. */
export function SecondOpinion({ run }: { run: Run }) {
  const { t } = useWords();
  const { used } = run.llm;
  const down = run.degraded.includes('llm');
  if (!isOver(run) || (!used && !down)) return null;
  return (
    <section
      aria-labelledby="h-second-opinion"
      data-testid="second-opinion"
      className="outlook second-opinion"
    >
      <div className="head">
        <h2 id="h-second-opinion">{t('secondOpinion.heading')}</h2>
        {used && (
          <span className="small mute">
            {t('secondOpinion.label', { model: run.versions.llm ?? t('secondOpinion.unnamed') })}
          </span>
        )}
      </div>
      {used ? (
        <>
          <SideBySide run={run} />
          <p className="small mute">{t('secondOpinion.bounds')}</p>
          <Proposals run={run} />
        </>
      ) : (
        <p>{t('secondOpinion.down')}</p>
      )}
      <Narrations run={run} />
      <Tutor key={run.id} run={run} />
    </section>
  );
}
