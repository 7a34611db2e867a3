import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type SyntheticEvent } from 'react';
import { useApi } from '../api/context';
import type { PatientConversation, PatientQuestion } from '../api/types';
import { useIdempotencyKey } from '../api/use-idempotency-key';
import type { PatientOf } from '../api/voice';
import { useWords } from '../i18n/use-words';

/** Characters of a question, as the product takes them. */
const LONGEST_QUESTION = 500;
/** A model answers within seconds; until then the page looks again. */
const LOOK_AGAIN_MS = 1_000;

const isWaiting = (told: PatientConversation | undefined): boolean =>
  told?.items.some(({ status }) => status === 'waiting') ?? false;

function useConversation(of: PatientOf) {
  const api = useApi();
  const client = useQueryClient();
  const { locale } = useWords();
  const keys = useIdempotencyKey();
  const key = ['patient', 'attemptId' in of ? of.attemptId : of.caseId, locale];
  const told = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.voice.conversation(of, locale, signal),
    refetchInterval: ({ state }) => (isWaiting(state.data) ? LOOK_AGAIN_MS : false),
    placeholderData: (previous) => previous,
  });
  const ask = useMutation({
    mutationFn: (question: string) =>
      api.voice.ask(of, question, keys.keyOf(JSON.stringify([of, question])), locale),
    onSuccess: (next) => {
      keys.accepted();
      client.setQueryData(key, next);
    },
  });
  return { told: told.data, ask };
}

/** A question with what the patient said, each sentence with what of the case it rests on. */
function Turn({ asked, label }: { asked: PatientQuestion; label: string }) {
  const { t } = useWords();
  const generatedBy = asked.sentences[0]?.generatedBy;
  const dropped = Object.values(asked.dropped).reduce((sum, count) => sum + count, 0);
  return (
    <li data-testid="patient-question" data-status={asked.status}>
      <p>
        <b>{asked.question}</b>
      </p>
      {asked.status === 'waiting' && <p className="small mute">{t('voice.waiting')}</p>}
      {asked.nothing !== null && <p>{asked.nothing}</p>}
      {generatedBy !== undefined && (
        <>
          <p className="small mute">
            {label} {t('narrations.by', generatedBy)}
          </p>
          <ol lang={asked.language}>
            {asked.sentences.map(({ text, statements }) => (
              <li key={text}>
                {text}
                <details>
                  <summary className="small mute">
                    {t('narrations.restsOn', { count: statements.length })}
                  </summary>
                  <ul className="small">
                    {statements.map((statement) => (
                      <li key={statement.id}>{statement.text}</li>
                    ))}
                  </ul>
                </details>
              </li>
            ))}
          </ol>
        </>
      )}
      {dropped > 0 && <p className="small mute">{t('narrations.dropped', { count: dropped })}</p>}
    </li>
  );
}

/** Questions to the patient of a case. Where a case is over, what was asked stays to be read. */
export function PatientTalk({ of, closed = false }: { of: PatientOf; closed?: boolean }) {
  const { t } = useWords();
  const id = useId();
  const { told, ask } = useConversation(of);
  const [question, setQuestion] = useState('');
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    const given = question.trim();
    if (given === '' || ask.isPending) return;
    ask.mutate(given, {
      onSuccess: () => {
        setQuestion('');
      },
    });
  };
  if (told === undefined || (closed && told.items.length === 0)) return null;
  return (
    <section aria-labelledby={`${id}h`} data-testid="patient">
      <h2 id={`${id}h`}>{t('voice.heading')}</h2>
      <p className="small mute">{t('voice.hint')}</p>
      <ol className="plain" aria-live="polite">
        {told.items.map((asked) => (
          <Turn key={asked.id} asked={asked} label={told.label} />
        ))}
      </ol>
      {!closed && told.left === 0 && <p>{t('voice.full')}</p>}
      {!closed && told.left > 0 && (
        <form onSubmit={send}>
          <label className="label" htmlFor={`${id}q`}>
            {t('voice.question')}
          </label>
          <textarea
            id={`${id}q`}
            className="field"
            rows={2}
            maxLength={LONGEST_QUESTION}
            value={question}
            onChange={(event) => {
              setQuestion(event.target.value);
            }}
          />
          <button type="submit" className="btn" aria-disabled={ask.isPending}>
            {t('voice.ask')}
          </button>
          {ask.isError && <p role="alert">{t('voice.failed')}</p>}
        </form>
      )}
    </section>
  );
}
