import { useRef, useState } from 'react';
import type { Finding, Run } from '../api/types';
import { useRunView } from '../api/use-run-view';
import { useVocabulary } from '../api/use-vocabulary';
import { ProbabilityBar } from '../charts/ProbabilityBar';
import { useWords } from '../i18n/use-words';
import { type Vocabulary, valueText } from './finding-words';
import { RunView } from './RunView';
import { Sign } from './Sign';
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

interface Observed {
  readonly findings: ReadonlyMap<string, Finding>;
  readonly vocabulary: Vocabulary;
}

/** What the stage brought to light, as it was observed. */
function Revealed({ stage, observed }: { stage: StageView; observed: Observed }) {
  const { t, locale } = useWords();
  return (
    <ul className="revealed">
      {stage.revealed.map(({ findingId, name }) => {
        const finding = observed.findings.get(findingId);
        const value = finding === undefined ? '' : valueText(finding, observed.vocabulary, locale);
        return (
          <li key={findingId}>
            <Sign finding={finding ?? { presence: 'present' }} />
            {value === '' ? name : t('evidence.withValue', { name, value })}
          </li>
        );
      })}
    </ul>
  );
}

function Stage(props: { stage: StageView; observed: Observed; isNewest: boolean }) {
  const { stage, observed, isNewest } = props;
  const { t } = useWords();
  return (
    <li data-stage={stage.name} data-newest={isNewest || undefined}>
      <h3 tabIndex={-1}>{stage.title}</h3>
      <Revealed stage={stage} observed={observed} />
      {!stage.numbers && <p className="small">{t('sufficiency.too-little')}</p>}
      <ol className="stage-rows">
        {stage.rows.map((row) => (
          <Row key={row.diseaseId ?? ''} row={row} numbers={stage.numbers} />
        ))}
      </ol>
    </li>
  );
}

/** One stage after the other, so that bets are made before the list is seen; or all at once. */
function Steps({ stages, observed }: { stages: readonly StageView[]; observed: Observed }) {
  const { t } = useWords();
  const [shown, setShown] = useState(1);
  const list = useRef<HTMLOListElement>(null);
  const show = (count: number): void => {
    setShown(count);
    // What is revealed has the focus, so that it is read out and in sight.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('li[data-newest] h3')?.focus());
  };
  return (
    <>
      <ol className="stages" ref={list}>
        {stages.slice(0, shown).map((stage, place) => (
          <Stage key={place} stage={stage} observed={observed} isNewest={place === shown - 1} />
        ))}
      </ol>
      {shown < stages.length && (
        <p className="steps">
          <button
            type="button"
            className="btn"
            onClick={() => {
              show(shown + 1);
            }}
          >
            {t('stages.next', { shown, count: stages.length })}
          </button>
          <button
            type="button"
            className="link small"
            onClick={() => {
              show(stages.length);
            }}
          >
            {t('stages.all')}
          </button>
        </p>
      )}
    </>
  );
}

/** The case as it is met at the bedside: the list after the history, after the examination and so on. */
export function StepByStep({ run }: { run: Run }) {
  const { t, locale } = useWords();
  const observed: Observed = {
    findings: new Map((run.understood?.findings ?? []).map((finding) => [finding.findingId, finding])),
    vocabulary: useVocabulary(locale),
  };
  const query = useRunView(run.id, 'stages', locale, (api, signal) => api.stages(run.id, locale, signal));
  return (
    <RunView query={query}>
      {(view) => (
        <>
          <Steps stages={stageViews(view.stages)} observed={observed} />
          <p className="small mute">{t('stages.key')}</p>
        </>
      )}
    </RunView>
  );
}
