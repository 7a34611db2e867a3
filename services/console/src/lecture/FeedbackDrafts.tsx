import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ApiError } from '../api/http';
import { useHasModel } from '../api/use-meta';
import { newIdempotencyKey } from '../api/use-idempotency-key';
import type { TeacherRoomState } from '../room/types';
import { useLectureApi } from './context';
import type { FeedbackDraft } from './lecture-api';
import { ReleaseForm } from './ReleaseForm';
import { useLectureWords } from './use-lecture-words';

/** A model answers within seconds; until then the page looks again. */
const LOOK_AGAIN_MS = 1_000;
const LONGEST_RUBRIC = 1_600;

/** A sentence may change until shortly after its question was closed: meanwhile the page asks again. */
const MOST_RETRIES = 6;
const isTooEarly = (error: Error): boolean =>
  error instanceof ApiError && error.problem?.type.endsWith('/problems/round-open') === true;

/** The criteria that were typed, one a line. */
export const rubricOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 8);

function Draft({ code, draft, onReleased }: { code: string; draft: FeedbackDraft; onReleased: () => void }) {
  const { t } = useLectureWords();
  const { number, representation, status, fault, generatedBy, label, released } = draft;
  return (
    <li data-testid="feedback-draft" data-status={status}>
      <h4>{t('feedback.of', { number })}</h4>
      <blockquote>{representation}</blockquote>
      {status === 'waiting' && <p className="small mute">{t('feedback.waiting')}</p>}
      {fault !== null && <p>{fault.text}</p>}
      {generatedBy !== null && (
        <p className="small mute">
          {label} {generatedBy.model} ({generatedBy.promptVersion})
        </p>
      )}
      {status === 'written' && <ReleaseForm code={code} draft={draft} onReleased={onReleased} />}
      {released !== null && <p role="status">{t('feedback.released')}</p>}
    </li>
  );
}

/** Feedback on sentences that participants wrote: a language model drafts, the teacher edits and releases. */
export function FeedbackDrafts({ state }: { state: TeacherRoomState }) {
  const api = useLectureApi();
  const client = useQueryClient();
  const { t, locale } = useLectureWords();
  const id = useId();
  const hasModel = useHasModel();
  const { code, control } = state;
  const round = control.rounds.findLast(
    (each) => each.task.task === 'representation' && each.state !== 'prepared' && each.state !== 'open',
  );
  const [number, setNumber] = useState('');
  const [rubric, setRubric] = useState(() => t('feedback.rubricDefault'));
  const key = ['room', code, 'feedback', locale];
  const { data = [] } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.feedbackDrafts(code, locale, signal),
    enabled: round !== undefined,
    refetchInterval: ({ state: { data: drafts } }) =>
      drafts?.some(({ status }) => status === 'waiting') === true ? LOOK_AGAIN_MS : false,
  });
  const refresh = () => client.invalidateQueries({ queryKey: key });
  const draft = useMutation({
    mutationFn: (roundId: string) =>
      api.draftFeedback(
        code,
        { roundId, number: Number(number), language: locale, rubric: rubricOf(rubric) },
        newIdempotencyKey(),
      ),
    retry: (failures, error) => failures < MOST_RETRIES && isTooEarly(error),
    retryDelay: LOOK_AGAIN_MS,
    onSuccess: refresh,
  });
  if (round === undefined || (!hasModel && data.length === 0)) return null;
  const isReady = /^[1-9]\d{0,4}$/.test(number) && rubricOf(rubric).length > 0;
  return (
    <section aria-labelledby={`${id}h`} data-testid="feedback-drafts" className="ct-feedback">
      <h3 id={`${id}h`}>{t('feedback.heading')}</h3>
      <p className="small soft">{t('feedback.hint')}</p>
      {hasModel && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (isReady && !draft.isPending) draft.mutate(round.id);
          }}
        >
          <label className="label" htmlFor={`${id}n`}>
            {t('feedback.number')}
          </label>
          <input
            id={`${id}n`}
            className="field"
            inputMode="numeric"
            autoComplete="off"
            maxLength={5}
            value={number}
            onChange={({ target }) => {
              setNumber(target.value);
            }}
          />
          <label className="label" htmlFor={`${id}r`}>
            {t('feedback.rubric')}
          </label>
          <textarea
            id={`${id}r`}
            className="field"
            rows={4}
            maxLength={LONGEST_RUBRIC}
            value={rubric}
            onChange={({ target }) => {
              setRubric(target.value);
            }}
          />
          <button type="submit" className="btn" aria-disabled={!isReady || draft.isPending}>
            {t('feedback.ask')}
          </button>
          {draft.isError && <p role="alert">{t('feedback.failed')}</p>}
        </form>
      )}
      <ol className="plain">
        {data.map((each) => (
          <Draft key={each.id} code={code} draft={each} onReleased={() => void refresh()} />
        ))}
      </ol>
    </section>
  );
}
