import { useId, useState } from 'react';
import { FileButton } from '../app/FileButton';
import { useDocumentTitle } from '../app/use-document-title';
import { useFileDrop } from '../app/use-file-drop';
import { useWords } from '../i18n/use-words';
import { verifyRecordFile } from '../../../../libs/transparency-log/src/record/verify-record-file';
import { PRIMITIVES } from './primitives';
import { Verdict } from './Verdict';

interface Chosen {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Checks a record file in this browser: nothing is sent and nobody is asked. */
export function VerifyPage() {
  const { t } = useWords();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [key, setKey] = useState('');
  const keyId = useId();
  useDocumentTitle(t('verify.title'));

  const open = (file: File): void => {
    void file.arrayBuffer().then((buffer) => {
      setChosen({ name: file.name, bytes: new Uint8Array(buffer) });
    });
  };
  const { over, handlers } = useFileDrop(([file]) => {
    if (file !== undefined) open(file);
  });
  const trusted = key.trim() === '' ? undefined : key.trim();

  return (
    <main className="wrap verify-page" id="main" {...handlers}>
      <div className="strip">
        <div>
          <h1>{t('verify.title')}</h1>
          <p className="soft">{t('verify.lede')}</p>
        </div>
      </div>
      <div className={over ? 'drop over' : 'drop'}>
        <FileButton
          label={t('verify.choose')}
          hint={t('verify.hint')}
          accept=".json,application/json"
          onFile={open}
        />
      </div>
      <p>
        <label htmlFor={keyId}>{t('verify.key')}</label>
        <input
          className="field"
          id={keyId}
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={key}
          aria-describedby={`${keyId}hint`}
          onChange={(event) => {
            setKey(event.target.value);
          }}
        />
        <span className="small soft" id={`${keyId}hint`}>
          {t('verify.keyHint')}
        </span>
      </p>
      <div aria-live="polite">
        {chosen !== null && (
          <Verdict
            name={chosen.name}
            verdict={verifyRecordFile(chosen.bytes, PRIMITIVES, trusted)}
            keyGiven={trusted !== undefined}
          />
        )}
      </div>
    </main>
  );
}
