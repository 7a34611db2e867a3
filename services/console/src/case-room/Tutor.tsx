import { useMutation } from '@tanstack/react-query';
import { useId, useState, type SyntheticEvent } from 'react';
import { useApi } from '../api/context';
import type { Run, TutorQuestion } from '../api/types';
import { newIdempotencyKey } from '../api/use-idempotency-key';
import { useWords } from '../i18n/use-words';
import { ToldSentences } from './ToldSentences';

/** Characters of a question, as the product takes them. */
const LONGEST_QUESTION = 1_000;

/** A question with what was answered, or why nothing was. */
function Answered({ asked, run, lang }: { asked: TutorQuestion; run: Run; lang: string }) {
  const { t } = useWords();
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
        <ToldSentences sentences={asked.sentences} run={run} />
        {asked.asksBack !== null && (
          <>
            <p className="small mute">{t('tutor.asksBack')}</p>
            <ToldSentences sentences={[asked.asksBack]} run={run} />
          </>
        )}
      </div>
      {dropped > 0 && <p className="small mute">{t('narrations.dropped', { count: dropped })}</p>}
    </li>
  );
}

/** A thread of this run as it is kept here: it begins with the first question. */
interface Thread {
  readonly id: string | null;
  readonly lang: string;
  readonly asked: readonly TutorQuestion[];
}

/** Asks the language model about this run, one question after the other. */
function useTutor(run: Run) {
  const api = useApi();
  const { locale } = useWords();
  const [thread, setThread] = useState<Thread>({ id: null, lang: locale, asked: [] });
  const { mutate, isPending, isError } = useMutation({
    mutationFn: async ({ question, socratic }: { question: string; socratic: boolean }) => {
      const begun = thread.id ?? (await api.beginTutorThread(run.id, { language: locale, socratic })).id;
      setThread((before) => ({ ...before, id: begun, lang: before.id === null ? locale : before.lang }));
      return api.askTutor(begun, question, newIdempotencyKey(), locale);
    },
    onSuccess: (asked) => {
      setThread((before) => ({ ...before, asked: [...before.asked, asked] }));
    },
  });
  return { thread, ask: mutate, isPending, isError };
}

/** Questions about the run, answered from its evidence and passages alone. */
export function Tutor({ run }: { run: Run }) {
  const { t } = useWords();
  const id = useId();
  const { thread, ask, isPending, isError } = useTutor(run);
  const [question, setQuestion] = useState('');
  const [socratic, setSocratic] = useState(false);
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    const given = question.trim();
    if (given === '' || isPending) return;
    ask(
      { question: given, socratic },
      {
        onSuccess: () => {
          setQuestion('');
        },
      },
    );
  };
  return (
    <div data-testid="tutor">
      <h3>{t('tutor.heading')}</h3>
      <p className="small mute">{t('tutor.hint')}</p>
      <ol className="plain" aria-live="polite">
        {thread.asked.map((asked) => (
          <Answered key={asked.id} asked={asked} run={run} lang={thread.lang} />
        ))}
      </ol>
      <form onSubmit={send}>
        <label className="label" htmlFor={`${id}question`}>
          {t('tutor.question')}
        </label>
        <textarea
          id={`${id}question`}
          className="field"
          rows={2}
          maxLength={LONGEST_QUESTION}
          value={question}
          onChange={(event) => {
            setQuestion(event.target.value);
          }}
        />
        {thread.id === null && (
          <p>
            <label>
              <input
                type="checkbox"
                checked={socratic}
                onChange={(event) => {
                  setSocratic(event.target.checked);
                }}
              />{' '}
              {t('tutor.socratic')}
            </label>
          </p>
        )}
        <button type="submit" className="btn" aria-disabled={isPending}>
          {t('tutor.ask')}
        </button>
        {isPending && <p className="small mute">{t('tutor.waiting')}</p>}
        {isError && <p role="alert">{t('tutor.failed')}</p>}
      </form>
    </div>
  );
}
