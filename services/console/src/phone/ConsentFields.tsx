import type { ConsentInput, ConsentPurpose } from '../room/types';
import { usePhoneWords } from './use-phone-words';

/** What somebody who is signed in may agree to; nobody else has a profile that this could be about. */
export function ConsentFields(props: {
  consents: readonly ConsentInput[];
  onChange: (consents: readonly ConsentInput[]) => void;
}) {
  const { t } = usePhoneWords();
  const set = (purpose: ConsentPurpose, granted: boolean) => {
    props.onChange(props.consents.map((each) => (each.purpose === purpose ? { ...each, granted } : each)));
  };
  return (
    <fieldset className="ph-picks">
      <legend className="label">{t('consent.title')}</legend>
      <p className="small soft">{t('consent.free')}</p>
      {props.consents.map(({ purpose, granted }) => (
        <label key={purpose} className="ph-pick">
          <input
            type="checkbox"
            checked={granted}
            onChange={(event) => {
              set(purpose, event.target.checked);
            }}
          />
          <span>{t(`consent.${purpose}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
