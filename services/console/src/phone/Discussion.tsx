import { useState } from 'react';
import { useIdempotencyKey } from '../api/use-idempotency-key';
import { LONGEST_COMMENT } from '../room/longest-comment';
import type { Comment } from '../room/types';
import { PhoneError } from './phone-api';
import { useComments } from './use-comments';
import { usePhoneRoom, usePhoneState } from './use-phone-room';
import { usePhoneWords } from './use-phone-words';

/** What the class says about the case, once the diagnosis is told. */
export function Discussion() {
  const { frame } = usePhoneState();
  if (frame?.comments === undefined) return null;
  return <Said seq={frame.comments.seq} isOver={frame.state === 'ended'} />;
}

function Said({ seq, isOver }: { seq: number; isOver: boolean }) {
  const { t } = usePhoneWords();
  const { said, older, refresh } = useComments(seq);
  return (
    <section className="ph-talk" aria-labelledby="said">
      <h2 id="said" className="label">
        {t('comments.title')}
      </h2>
      {!isOver && <SayForm onSaid={refresh} />}
      {said?.length === 0 && <p className="soft">{t('comments.none')}</p>}
      <ul>
        {said?.map((comment) => (
          <li key={comment.number} data-own={comment.own}>
            <Line comment={comment} />
          </li>
        ))}
      </ul>
      {older !== null && (
        <button type="button" className="ph-link" onClick={older}>
          {t('comments.older')}
        </button>
      )}
    </section>
  );
}

function Line({ comment: { author, own, text } }: { comment: Comment }) {
  const { t } = usePhoneWords();
  const speaker =
    author === null ? t('comments.teacher') : t(own ? 'comments.you' : 'comments.number', { number: author });
  return (
    <>
      <p className="small soft">{speaker}</p>
      <p>{text}</p>
    </>
  );
}

type Fault = 'limited' | 'failed';

function SayForm({ onSaid }: { onSaid: () => Promise<void> }) {
  const { t } = usePhoneWords();
  const room = usePhoneRoom();
  const keys = useIdempotencyKey();
  const [text, setText] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  const said = text.trim();
  const send = async () => {
    try {
      await room.say(said, keys.keyOf(said));
      keys.accepted();
      setText('');
      setFault(null);
      await onSaid();
    } catch (error) {
      setFault(error instanceof PhoneError && error.status === 429 ? 'limited' : 'failed');
    }
  };
  return (
    <form
      className="ph-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (said !== '') void send();
      }}
    >
      <label htmlFor="say">{t('comments.label')}</label>
      <textarea
        id="say"
        className="ph-field"
        rows={3}
        maxLength={LONGEST_COMMENT}
        aria-describedby="say-hint"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      <p id="say-hint" className="small soft">
        {t('comments.hint')} <span className="num">{t('comments.left', { count: text.length })}</span>
      </p>
      <button type="submit" className="ph-btn">
        {t('comments.send')}
      </button>
      <p className="fault" role="status">
        {fault === null ? '' : t(`comments.${fault}`)}
      </p>
    </form>
  );
}
