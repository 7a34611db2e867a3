import { useState } from 'react';
import { useLectureWords } from './use-lecture-words';

/** A button whose act cannot be taken back: it asks once. */
export function AskFirst(props: { label: string; question: string; disabled?: boolean; onYes: () => void }) {
  const { t } = useLectureWords();
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <button
        type="button"
        className="btn"
        disabled={props.disabled}
        onClick={() => {
          setAsking(true);
        }}
      >
        {props.label}
      </button>
    );
  }
  return (
    <span className="ct-ask" role="group" aria-label={props.question}>
      {props.question}
      <button
        type="button"
        className="btn primary"
        onClick={() => {
          setAsking(false);
          props.onYes();
        }}
      >
        {t('control.sure')}
      </button>
      <button
        type="button"
        className="btn"
        onClick={() => {
          setAsking(false);
        }}
      >
        {t('control.not')}
      </button>
    </span>
  );
}
