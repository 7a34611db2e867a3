import { type ReactNode, useId, useState, type SyntheticEvent } from 'react';
import type { TutorAbout } from '../api/tutor';
import type { Run, TutorQuestion, TutorThreadSummary } from '../api/types';
import { useHasModel } from '../api/use-meta';
import { useWords } from '../i18n/use-words';
import { formatInstant } from '../format/instant';
import { AnsweredQuestion } from './AnsweredQuestion';
import { useTutor } from './use-tutor';

/** Characters of a question, as the product takes them. */
const LONGEST_QUESTION = 1_000;

/** What was asked before, by its first question. */
function EarlierThreads(props: { threads: readonly TutorThreadSummary[]; onOpen: (id: string) => void }) {
  const { t, locale } = useWords();
  if (props.threads.length === 0) return null;
  return (
    <details data-testid="tutor-earlier">
      <summary>{t('tutor.earlier', { count: props.threads.length })}</summary>
      <ul className="plain">
        {props.threads.map(({ id, first, asked, createdAt }) => (
          <li key={id}>
            <button
              type="button"
              className="link"
              onClick={() => {
                props.onOpen(id);
              }}
            >
              {first}
            </button>{' '}
            <span className="small mute">
              {t('tutor.asked', { count: asked, when: formatInstant(createdAt, locale) })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function AskForm(props: {
  choosesSocratic: boolean;
  isPending: boolean;
  isError: boolean;
  onAsk: (given: { question: string; socratic: boolean }, onAnswered: () => void) => void;
}) {
  const { t } = useWords();
  const id = useId();
  const [question, setQuestion] = useState('');
  const [socratic, setSocratic] = useState(false);
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    const given = question.trim();
    if (given === '' || props.isPending) return;
    props.onAsk({ question: given, socratic }, () => {
      setQuestion('');
    });
  };
  return (
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
      {props.choosesSocratic && (
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
      <button type="submit" className="btn" aria-disabled={props.isPending}>
        {t('tutor.ask')}
      </button>
      {props.isPending && <p className="small mute">{t('tutor.waiting')}</p>}
      {props.isError && <p role="alert">{t('tutor.failed')}</p>}
    </form>
  );
}

/** Questions about a list, answered from its evidence and passages alone. */
export function TutorPanel(props: {
  about: TutorAbout;
  /** The run on this page, where the list is one. */
  run?: Run;
  /** Whether the reader says if the tutor leads by questions; else their teacher does. */
  choosesSocratic: boolean;
  /** What can be done with an answer. */
  acts?: (asked: TutorQuestion) => ReactNode;
}) {
  const { t } = useWords();
  const hasModel = useHasModel();
  const { thread, earlier, ask, open, beginAnew, isPending, isError } = useTutor(props.about);
  return (
    <div className="tutor" data-testid="tutor">
      <p className="small mute">{t('tutor.hint')}</p>
      <EarlierThreads threads={earlier} onOpen={open} />
      <ol className="plain" aria-live="polite">
        {thread.asked.map((asked) => (
          <AnsweredQuestion key={asked.id} asked={asked} run={props.run} lang={thread.lang}>
            {props.acts?.(asked)}
          </AnsweredQuestion>
        ))}
      </ol>
      {hasModel && (
        <AskForm
          choosesSocratic={props.choosesSocratic && thread.id === null}
          isPending={isPending}
          isError={isError}
          onAsk={(given, onAnswered) => {
            ask(given, { onSuccess: onAnswered });
          }}
        />
      )}
      {thread.id !== null && (
        <p>
          <button type="button" className="link" onClick={beginAnew}>
            {t('tutor.anew')}
          </button>
        </p>
      )}
    </div>
  );
}
