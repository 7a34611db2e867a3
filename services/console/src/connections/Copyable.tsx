import { useId, useRef, useState } from 'react';
import { useWords } from '../i18n/use-words';

/** An address to paste elsewhere. Where the browser lets nobody copy, it is selected for the keyboard. */
export function Copyable({ label, value }: { label: string; value: string }) {
  const { t } = useWords();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState<'copied' | 'selected' | null>(null);
  const copy = async (): Promise<void> => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setTold('copied');
    } catch {
      setTold('selected');
    }
  };
  return (
    <div className="copyable">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input id={id} ref={field} readOnly value={value} />
      <button type="button" className="btn" onClick={() => void copy()}>
        {t('connections.copy')} <span className="vh">{label}</span>
      </button>
      <span className="small" role="status">
        {told !== null && t(`connections.${told}`)}
      </span>
    </div>
  );
}
