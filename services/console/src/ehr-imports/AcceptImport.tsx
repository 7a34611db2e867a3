import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useApi } from '../api/context';
import { useIdempotencyKey } from '../api/use-idempotency-key';
import type { AcceptEhrImportInput, EhrImport } from '../api/types';
import { ErrorNotice } from '../app/ErrorNotice';
import { runAddress } from '../app/location';
import { goTo } from '../app/use-location';
import { optionsWith } from '../case-room/run-options';
import { useWords } from '../i18n/use-words';

type Confirmation = AcceptEhrImportInput['confirmation'];
const CONFIRMATIONS = [
  'fictional',
  'training-record',
  'consented',
] as const satisfies readonly Confirmation[];
const LONGEST_TITLE = 200;

/** What the teacher states of the patient, and the case that comes of it. */
export function AcceptImport({ of: { id, preview } }: { of: EhrImport }) {
  const api = useApi();
  const { t, locale } = useWords();
  const idempotency = useIdempotencyKey();
  const [confirmation, setConfirmation] = useState<Confirmation | null>(null);
  const [title, setTitle] = useState('');
  const [asked, setAsked] = useState(false);
  const accept = useMutation({
    mutationFn: async (confirmed: Confirmation) => {
      const given = title.trim();
      const body = { confirmation: confirmed, ...(given !== '' && { title: given }) };
      const { id: caseId } = await api.ehr.acceptImport(id, body, locale);
      return api.createRun({ caseId, options: optionsWith('teaching') }, idempotency.keyOf(caseId), locale);
    },
    onSuccess: (run) => {
      idempotency.accepted();
      goTo(runAddress(run.id));
    },
  });
  const isEmpty = (preview?.findings.length ?? 0) + (preview?.labs.length ?? 0) === 0;
  if (isEmpty) return <p className="caution">{t('ehrImport.nothing')}</p>;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (confirmation !== null && !accept.isPending) accept.mutate(confirmation);
  };
  return (
    <section aria-labelledby="h-accept">
      <h2 id="h-accept">{t('ehrImport.accept')}</h2>
      <form onSubmit={submit}>
        <fieldset className="real-patient">
          <legend className="label">{t('ehrImport.who')}</legend>
          {CONFIRMATIONS.map((each) => (
            <label key={each} className="confirm">
              <input
                type="radio"
                name="confirmation"
                checked={confirmation === each}
                onChange={() => {
                  setConfirmation(each);
                }}
              />
              {t(`ehrImport.confirmation.${each}`)}
            </label>
          ))}
        </fieldset>
        <div>
          <label className="label" htmlFor="import-title">
            {t('start.titleField')}
          </label>
          <input
            id="import-title"
            className="field"
            value={title}
            maxLength={LONGEST_TITLE}
            autoComplete="off"
            onChange={(event) => {
              setTitle(event.target.value);
            }}
          />
          <p className="small mute">{t('ehrImport.titleHint')}</p>
        </div>
        <div className="submit">
          <button type="submit" className="btn primary" aria-disabled={accept.isPending}>
            {t(accept.isPending ? 'start.ranking' : 'ehrImport.acceptNow')}
          </button>
          {asked && confirmation === null && (
            <p className="fault" role="alert">
              {t('ehrImport.needed')}
            </p>
          )}
        </div>
      </form>
      {accept.error !== null && <ErrorNotice error={accept.error} safe={t('ehrImport.notAccepted')} />}
    </section>
  );
}
