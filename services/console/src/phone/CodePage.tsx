import { useState } from 'react';
import { readCode } from './address';
import { PhoneFrame } from './PhoneFrame';
import { usePhoneWords } from './use-phone-words';

/** Asks for the six digits. */
export function CodePage({ onCode }: { onCode: (code: string) => void }) {
  const { t } = usePhoneWords();
  const [typed, setTyped] = useState('');
  const [faulty, setFaulty] = useState(false);
  const go = () => {
    const code = readCode(typed);
    setFaulty(code === null);
    if (code !== null) onCode(code);
  };
  return (
    <PhoneFrame place={t('brand')} title={t('code.title')}>
      <form
        className="ph-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <label className="label" htmlFor="code">
          {t('code.label')}
        </label>
        <input
          id="code"
          className={faulty ? 'ph-field ph-code bad' : 'ph-field ph-code'}
          inputMode="numeric"
          autoComplete="off"
          enterKeyHint="go"
          value={typed}
          aria-invalid={faulty}
          aria-describedby={faulty ? 'code-fault' : 'code-hint'}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
        {faulty ? (
          <p className="fault" id="code-fault" role="alert">
            {t('code.six')}
          </p>
        ) : (
          <p className="small soft" id="code-hint">
            {t('code.hint')}
          </p>
        )}
        <button type="submit" className="ph-btn primary">
          {t('code.go')}
        </button>
      </form>
    </PhoneFrame>
  );
}
