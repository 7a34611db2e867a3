import type { ReactNode } from 'react';
import type { Run, TutorQuestion } from '../api/types';
import { ToldSentences } from '../case-room/ToldSentences';
import type { Locale } from '../format/locale';
import { useWords } from '../i18n/use-words';

/** A question with what was answered, or why nothing was. */
export function AnsweredQuestion(props: {
  asked: TutorQuestion;
  /** The run on this page that its sources are shown in. */
  run?: Run | undefined;
  lang: Locale;
  children?: ReactNode;
}) {
  const { t } = useWords();
  const { asked, run, lang, children } = props;
  const generatedBy = (asked.sentences[0] ?? asked.asksBack)?.generatedBy;
  const dropped = Object.values(asked.dropped).reduce((sum, count) => sum + count, 0);
  return (
    <li data-testid="tutor-question" data-status={asked.status}>
      <p>
        <b>{asked.question}</b>
      </p>
      {generatedBy !== undefined && (
        <p className="small mute">
          {asked.label} {t('narrations.by', generatedBy)}
        </p>
      )}
      {asked.status === 'waiting' && <p>{t('tutor.late')}</p>}
      {asked.unanswered !== null && <p>{asked.unanswered}</p>}
      {asked.fault !== null && <p>{asked.fault.text}</p>}
      <div lang={lang}>
        <ToldSentences sentences={asked.sentences} language={lang} run={run} />
        {asked.asksBack !== null && (
          <>
            <p className="small mute">{t('tutor.asksBack')}</p>
            <ToldSentences sentences={[asked.asksBack]} language={lang} run={run} />
          </>
        )}
      </div>
      {dropped > 0 && <p className="small mute">{t('narrations.dropped', { count: dropped })}</p>}
      {children}
    </li>
  );
}
