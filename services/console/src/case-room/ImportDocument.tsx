import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { ErrorNotice } from '../app/ErrorNotice';
import { FileButton } from '../app/FileButton';
import { useApi } from '../api/context';
import type { ImportedCase } from '../api/types';
import { useIdempotencyKey } from '../api/use-idempotency-key';
import { useWords } from '../i18n/use-words';
import { caseDocument } from './case-document';

/** So much of what was left out is listed; of a long record most is. */
const LISTED = 8;

function Brought({ brought, onRank }: { brought: ImportedCase; onRank: () => void }) {
  const { t } = useWords();
  const { findings, labs, rejected } = brought;
  return (
    <div data-testid="brought">
      <p className="small">
        {t('bring.read', { findings: findings.length, labs: labs.length, rejected: rejected.length })}
      </p>
      <ul className="plain small">
        {rejected.slice(0, LISTED).map(({ pointer, code, reason }) => (
          <li key={pointer + code}>
            {reason} <code>{pointer}</code>
          </li>
        ))}
      </ul>
      {rejected.length > LISTED && (
        <p className="small mute">{t('bring.more', { count: rejected.length - LISTED })}</p>
      )}
      <button type="button" className="btn" onClick={onRank}>
        {t('bring.rank')}
      </button>
    </div>
  );
}

/** The fourth way to start: a coded case from a file. What could not be used is named before anything is ranked. */
export function ImportDocument({ onRank }: { onRank: (caseId: string) => void }) {
  const api = useApi();
  const id = useId();
  const { t, locale } = useWords();
  const idempotency = useIdempotencyKey();
  const bring = useMutation({
    mutationFn: async (file: File) => {
      const text = await file.text();
      return api.importCase(text, caseDocument(file.name, text), idempotency.keyOf(text), locale);
    },
    onSuccess: idempotency.accepted,
  });
  return (
    <section aria-labelledby={`${id}h`}>
      <div className="head">
        <h2 id={`${id}h`}>{t('bring.heading')}</h2>
      </div>
      <FileButton
        label={t('bring.choose')}
        hint={t('bring.hint')}
        accept=".json,.csv,.tsv,.txt"
        onFile={(file) => {
          bring.mutate(file);
        }}
      />
      <div role="status">
        {bring.isPending && <p className="small mute">{t('author.importing')}</p>}
        {bring.data !== undefined && (
          <Brought
            brought={bring.data}
            onRank={() => {
              onRank(bring.data.id);
            }}
          />
        )}
      </div>
      {bring.error !== null && <ErrorNotice error={bring.error} safe={t('author.importNothing')} />}
    </section>
  );
}
