import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useLectureApi } from './context';
import type { FeedbackDraft, ReleasedCriterion } from './lecture-api';
import { useLectureWords } from './use-lecture-words';

const JUDGEMENTS = ['met', 'partly', 'missing'] as const;
const LONGEST_ADVICE = 600;

/** A draft as the teacher edits it; what is released is the teacher's. */
export function ReleaseForm(props: { code: string; draft: FeedbackDraft; onReleased: () => void }) {
  const api = useLectureApi();
  const { t, locale } = useLectureWords();
  const id = useId();
  const { code, draft, onReleased } = props;
  const [criteria, setCriteria] = useState<readonly ReleasedCriterion[]>(() =>
    (draft.released?.criteria ?? draft.criteria).map(({ criterion, judgement, advice }) => ({
      criterion,
      judgement,
      advice,
    })),
  );
  const change = (place: number, changed: Partial<ReleasedCriterion>): void => {
    setCriteria(criteria.map((each, at) => (at === place ? { ...each, ...changed } : each)));
  };
  const release = useMutation({
    mutationFn: () => api.releaseFeedback(code, draft.id, [...criteria], locale),
    onSuccess: onReleased,
  });
  const isReady = criteria.every(({ advice }) => advice.trim() !== '');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !release.isPending) release.mutate();
      }}
    >
      {criteria.map(({ criterion, judgement, advice }, place) => (
        <fieldset key={criterion}>
          <legend className="label">{criterion}</legend>
          <label className="small" htmlFor={`${id}j${String(place)}`}>
            {t('feedback.judgement')}
          </label>{' '}
          <select
            id={`${id}j${String(place)}`}
            className="field"
            value={judgement}
            onChange={({ target }) => {
              change(place, { judgement: JUDGEMENTS.find((each) => each === target.value) ?? judgement });
            }}
          >
            {JUDGEMENTS.map((each) => (
              <option key={each} value={each}>
                {t(`feedback.judgements.${each}`)}
              </option>
            ))}
          </select>
          <textarea
            className="field"
            aria-label={t('feedback.advice', { criterion })}
            rows={2}
            maxLength={LONGEST_ADVICE}
            value={advice}
            onChange={({ target }) => {
              change(place, { advice: target.value });
            }}
          />
        </fieldset>
      ))}
      <button type="submit" className="btn primary" aria-disabled={!isReady || release.isPending}>
        {t('feedback.release')}
      </button>
      {release.isError && <p role="alert">{t('feedback.failed')}</p>}
    </form>
  );
}
