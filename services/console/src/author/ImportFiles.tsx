import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { caseAddress } from '../app/location';
import { FileButton } from '../app/FileButton';
import { PageLink } from '../app/PageLink';
import { useApi } from '../api/context';
import { useIdempotencyKey } from '../api/use-idempotency-key';
import { useWords } from '../i18n/use-words';
import { CaseError } from './CaseError';
import { caseFileType } from './case-file';

/** Cases of another installation, from a file: what became drafts, and what did not and why. */
export function ImportFiles() {
  const api = useApi();
  const client = useQueryClient();
  const id = useId();
  const { t, locale } = useWords();
  const idempotency = useIdempotencyKey();
  const send = useMutation({
    mutationFn: async (file: File) => {
      const text = await file.text();
      return api.teaching.importFile(text, caseFileType(file.name), idempotency.keyOf(text), locale);
    },
    onSuccess: () => {
      idempotency.accepted();
      void client.invalidateQueries({ queryKey: ['teaching-cases'] });
    },
  });
  return (
    <section aria-labelledby={`${id}h`}>
      <h2 id={`${id}h`}>{t('author.import')}</h2>
      <FileButton
        label={t('bring.choose')}
        hint={t('author.importHint')}
        accept=".json,.yaml,.yml,.jsonl,.ndjson"
        onFile={(file) => {
          send.mutate(file);
        }}
      />
      <div role="status">
        {send.isPending && <p className="small mute">{t('author.importing')}</p>}
        {send.data !== undefined && (
          <div data-testid="imported">
            <p>
              {t('author.imported', { count: send.data.items.length, rejected: send.data.rejected.length })}
            </p>
            <ul className="plain">
              {send.data.items.map((item) => (
                <li key={item.id}>
                  <PageLink href={caseAddress(item.id)}>{item.slug}</PageLink>
                </li>
              ))}
              {send.data.rejected.map(({ line, pointer, reason }) => (
                <li key={`${String(line)}${pointer}`} className="fault">
                  {t('author.rejected', { line, reason })} {pointer !== '' && <code>{pointer}</code>}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      {send.error !== null && <CaseError error={send.error} safe={t('author.importNothing')} />}
    </section>
  );
}
