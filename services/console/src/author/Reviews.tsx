import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useApi } from '../api/context';
import type { TeachingCase } from '../api/types';
import { formatInstant } from '../format/instant';
import { useWords } from '../i18n/use-words';
import { CaseError } from './CaseError';

const MAX_COMMENT = 1_000;

function ReviewForm({ stored, onDone }: { stored: TeachingCase; onDone: (now: TeachingCase) => void }) {
  const api = useApi();
  const { t, locale } = useWords();
  const [comment, setComment] = useState('');
  const send = useMutation({
    mutationFn: (verdict: 'agree' | 'change') =>
      api.teaching.review(
        stored.id,
        { version: stored.version, verdict, ...(comment.trim() !== '' && { comment }) },
        locale,
      ),
    onSuccess: onDone,
  });
  return (
    <form
      className="review"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
      }}
    >
      <label className="label" htmlFor="review-comment">
        {t('author.reviewComment')}
      </label>
      <textarea
        id="review-comment"
        className="field"
        rows={4}
        maxLength={MAX_COMMENT}
        value={comment}
        onChange={(event) => {
          setComment(event.target.value);
        }}
      />
      <div className="submit">
        {(['agree', 'change'] as const).map((verdict) => (
          <button
            key={verdict}
            type="button"
            className="btn"
            disabled={send.isPending}
            onClick={() => {
              send.mutate(verdict);
            }}
          >
            {t(`author.${verdict}`)}
          </button>
        ))}
      </div>
      {send.error !== null && <CaseError error={send.error} />}
    </form>
  );
}

/** What others said of this version; and the form for whoever may say something. */
export function Reviews({ stored, onDone }: { stored: TeachingCase; onDone: (now: TeachingCase) => void }) {
  const { t, locale } = useWords();
  const { reviews, mine, state } = stored;
  if (stored.mark === 'built-in') return null;
  return (
    <section aria-labelledby="h-reviews" data-testid="reviews">
      <h2 id="h-reviews">{t('author.reviews')}</h2>
      {reviews.length === 0 && <p className="small mute">{t('author.noReview')}</p>}
      <ul className="plain">
        {reviews.map(({ reviewer, at, verdict, comment }) => (
          <li key={reviewer + at}>
            <b>{t(`author.said.${verdict}`)}</b>
            {comment !== null && <p className="soft">{comment}</p>}
            <p>{formatInstant(at, locale)}</p>
          </li>
        ))}
      </ul>
      {!mine && state === 'in-review' && <ReviewForm stored={stored} onDone={onDone} />}
    </section>
  );
}
