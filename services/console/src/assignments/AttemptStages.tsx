import type { Attempt } from '../api/types';
import { formatInstant } from '../format/instant';
import { useWords } from '../i18n/use-words';
import { EngineList } from './EngineList';

type Stage = Attempt['stages'][number];

function OwnList({ own, reviewed }: { own: NonNullable<Stage['own']>; reviewed: boolean }) {
  const { t, locale } = useWords();
  return (
    <>
      <h3>{t(reviewed ? 'review.list' : 'assignments.yourList')}</h3>
      <ul className="own-list">
        {own.entries.map(({ name, text, diseaseId, points }, place) => (
          <li key={place}>
            <span>
              {text ?? name}
              {diseaseId === null && <small className="soft"> {t('assignments.countsAsOther')}</small>}
            </span>
            <b className="num">{points}</b>
          </li>
        ))}
        <li>
          <span>{t('assignments.other')}</span>
          <b className="num">{own.other}</b>
        </li>
      </ul>
      <p className="small mute">
        {t('assignments.committed', { when: formatInstant(own.committedAt, locale) })}
      </p>
    </>
  );
}

/** The stages that are reached, each with the list that was committed to it. */
export function AttemptStages({ attempt, reviewed = false }: { attempt: Attempt; reviewed?: boolean }) {
  const { t, locale } = useWords();
  return attempt.stages.map(({ no, kind, text, title, own, engine }) => (
    <section key={no} className="attempt-stage" aria-labelledby={`h-stage-${String(no)}`} data-stage={no}>
      <h2 id={`h-stage-${String(no)}`}>{title?.text ?? t(`assignments.kind.${kind}`)}</h2>
      <p className="narr" lang={text.language}>
        {text.text}
      </p>
      {text.language !== locale && <p className="small mute">{t('assignments.otherLanguage')}</p>}
      {own === null && reviewed && <p className="soft">{t('assignments.noList')}</p>}
      {own !== null && <OwnList own={own} reviewed={reviewed} />}
      {engine !== null && (
        <>
          <h3>{t('assignments.engineList')}</h3>
          <EngineList engine={engine} label={t('assignments.engineList')} />
        </>
      )}
    </section>
  ));
}
