import { useWords } from '../i18n/use-words';

/** Asked where identities were masked in the text; a case goes on only when it is fictional or taught with consent. */
export function RealPatientQuestion(props: {
  identities: number;
  confirmed: boolean;
  onConfirm: (fictional: boolean) => void;
}) {
  const { t } = useWords();
  return (
    <fieldset className="real-patient">
      <legend className="label">{t('realPatient.question')}</legend>
      <p className="small mute">{t('realPatient.why', { identities: props.identities })}</p>
      <label className="confirm">
        <input
          type="checkbox"
          checked={props.confirmed}
          onChange={(event) => {
            props.onConfirm(event.target.checked);
          }}
        />
        {t('realPatient.fictional')}
      </label>
    </fieldset>
  );
}
