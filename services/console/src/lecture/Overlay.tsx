import { type ReactNode, useEffect, useRef } from 'react';
import { useLectureWords } from './use-lecture-words';

/** A page above the page; the browser holds the focus in it and gives it back. */
export function Overlay(props: { label: string; onClose: () => void; children: ReactNode }) {
  const { t } = useLectureWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => {
      shown?.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="wall-over"
      aria-label={props.label}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      {props.children}
      <button type="button" className="wall-close" onClick={props.onClose}>
        {t('keys.close')}
      </button>
    </dialog>
  );
}
