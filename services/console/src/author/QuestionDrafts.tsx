import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../api/context';
import type { DraftedQuestion, Language, QuestionDrafts as Drafts } from '../api/types';
import { useHasModel } from '../api/use-meta';
import { newIdempotencyKey } from '../api/use-idempotency-key';
import { useWords } from '../i18n/use-words';
import { type Question } from './case-form';

/** A model answers within seconds; until then the page looks again. */
const LOOK_AGAIN_MS = 1_000;

/** A draft as a question of the case, for its author to edit; saving the case releases it. */
export function questionOf(
  { stem, options, explanation }: DraftedQuestion,
  language: Language,
  draftedBy: NonNullable<Drafts['generatedBy']>,
): Question {
  const answer = explanation.map(({ text }) => text).join(' ');
  return {
    ask: { [language]: stem },
    ...(answer !== '' && { answer: { [language]: answer } }),
    options: options.map(({ text, right }) => ({ text: { [language]: text }, right })),
    draftedBy,
  };
}

function Draft(props: { drafted: DraftedQuestion; lang: Language; onTake: () => void }) {
  const { t } = useWords();
  const { stem, options, explanation } = props.drafted;
  return (
    <li data-testid="question-draft">
      <p lang={props.lang}>{stem}</p>
      <ol type="A" lang={props.lang}>
        {options.map(({ text, right }) => (
          <li key={text}>
            {text}
            {right && <b> {t('drafts.right')}</b>}
          </li>
        ))}
      </ol>
      {explanation.map(({ text, evidence }) => (
        <details key={text}>
          <summary className="small" lang={props.lang}>
            {text}
          </summary>
          <ul className="small mute">
            {evidence.map((line) => (
              <li key={line.id}>{line.text}</li>
            ))}
          </ul>
        </details>
      ))}
      <button type="button" className="btn" onClick={props.onTake}>
        {t('drafts.take')}
      </button>
    </li>
  );
}

/** Questions that a language model drafts from the saved case; its author takes one over, edits it and saves. */
export function QuestionDrafts({ caseId, onTake }: { caseId: string; onTake: (question: Question) => void }) {
  const api = useApi();
  const client = useQueryClient();
  const { t, locale } = useWords();
  const key = ['question-drafts', caseId, locale];
  const { data = [] } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.voice.questionDrafts(caseId, locale, signal),
    refetchInterval: ({ state }) =>
      state.data?.some(({ status }) => status === 'waiting') === true ? LOOK_AGAIN_MS : false,
  });
  const draft = useMutation({
    mutationFn: () => api.voice.draftQuestions(caseId, newIdempotencyKey(), locale),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
  const [newest] = data;
  const hasModel = useHasModel();
  if (!hasModel && newest === undefined) return null;
  return (
    <section aria-labelledby="h-drafts" data-testid="question-drafts">
      <h2 id="h-drafts">{t('drafts.heading')}</h2>
      <p className="small mute">{t('drafts.hint')}</p>
      {hasModel && (
        <button
          type="button"
          className="btn"
          aria-disabled={draft.isPending || newest?.status === 'waiting'}
          onClick={() => {
            if (!draft.isPending && newest?.status !== 'waiting') draft.mutate();
          }}
        >
          {t('drafts.ask')}
        </button>
      )}
      <div aria-live="polite">
        {draft.isError && <p role="alert">{t('drafts.failed')}</p>}
        {newest?.status === 'waiting' && <p className="small mute">{t('drafts.waiting')}</p>}
        {newest !== undefined && newest.fault !== null && <p>{newest.fault.text}</p>}
        {newest !== undefined && newest.generatedBy !== null && (
          <p className="small mute">
            {newest.label} {t('narrations.by', newest.generatedBy)}
          </p>
        )}
        <ol className="plain">
          {newest?.questions.map((drafted) => (
            <Draft
              key={drafted.stem}
              drafted={drafted}
              lang={newest.language}
              onTake={() => {
                if (newest.generatedBy !== null)
                  onTake(questionOf(drafted, newest.language, newest.generatedBy));
              }}
            />
          ))}
        </ol>
      </div>
    </section>
  );
}
