import { useState } from 'react';
import { useIdempotencyKey } from '../api/use-idempotency-key';
import { LONGEST_COMMENT } from '../room/longest-comment';
import type { Comment } from '../room/types';
import { useLectureApi } from './context';
import type { LectureRoom } from './use-lecture-room';
import { useLectureWords } from './use-lecture-words';
import { useRoomComments } from './use-room-comments';

/** What the class says about the case, each with the press that hides it. */
export function CommentsSection({ code, seq, room }: { code: string; seq: number; room: LectureRoom }) {
  const { t } = useLectureWords();
  const said = useRoomComments(code, seq);
  if (said === null) return null;
  return (
    <section aria-labelledby="comments">
      <h2 id="comments">{t('comments.title')}</h2>
      <p className="small soft">{t('comments.onWall')}</p>
      {said.comments.length === 0 ? (
        <p className="small soft">{t('comments.none')}</p>
      ) : (
        <ul className="ct-list ct-comments">
          {said.comments.map((comment) => (
            <Said key={comment.number} comment={comment} press={room.press} />
          ))}
        </ul>
      )}
      {said.older !== undefined && (
        <button type="button" className="link" onClick={said.older}>
          {t('comments.older')}
        </button>
      )}
      {room.state?.state !== 'ended' && <SayForm code={code} />}
    </section>
  );
}

function Said({ comment, press }: { comment: Comment; press: LectureRoom['press'] }) {
  const { t } = useLectureWords();
  const { number, author, text, hidden } = comment;
  return (
    <li data-hidden={hidden}>
      <p className="small soft">
        {author === null ? t('comments.teacher') : t('comments.number', { number: author })}
        {hidden && ` · ${t('comments.hidden')}`}
      </p>
      <p className="ct-said">{text}</p>
      <button
        type="button"
        className="link"
        aria-label={`${t(hidden ? 'comments.show' : 'comments.hide')}: ${text}`}
        onClick={() => void press({ type: 'hide-comment', number, hidden: !hidden })}
      >
        {t(hidden ? 'comments.show' : 'comments.hide')}
      </button>
    </li>
  );
}

function SayForm({ code }: { code: string }) {
  const { t } = useLectureWords();
  const api = useLectureApi();
  const keys = useIdempotencyKey();
  const [text, setText] = useState('');
  const [failed, setFailed] = useState(false);
  const send = async () => {
    try {
      await api.say(code, text.trim(), keys.keyOf(text.trim()));
      keys.accepted();
      setText('');
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <form
      className="ct-say"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') void send();
      }}
    >
      <label htmlFor="say">{t('comments.label')}</label>
      <textarea
        id="say"
        className="field"
        rows={2}
        maxLength={LONGEST_COMMENT}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      <button type="submit" className="btn">
        {t('comments.send')}
      </button>
      <p role="status" className="small fault">
        {failed ? t('comments.failed') : ''}
      </p>
    </form>
  );
}
