import { KEYS, type LectureKey } from './keys';
import { Overlay } from './Overlay';
import { useLectureWords } from './use-lecture-words';

const SIGNS: Readonly<Record<string, string>> = {
  ArrowRight: '→',
  ArrowLeft: '←',
  Escape: 'Esc',
};

/** All keys, and the switch for those of one letter. */
export function KeysHelp(props: { letters: boolean; onLetters: (on: boolean) => void; onClose: () => void }) {
  const { t } = useLectureWords();
  return (
    <Overlay label={t('keys.title')} onClose={props.onClose}>
      <h2>{t('keys.title')}</h2>
      <dl className="wall-keymap">
        {(Object.keys(KEYS) as LectureKey[]).map((key) => (
          <div key={key}>
            <dt>
              <kbd>{SIGNS[KEYS[key][0]] ?? KEYS[key][0].toUpperCase()}</kbd>
            </dt>
            <dd>{t(`keys.${key}`)}</dd>
          </div>
        ))}
      </dl>
      <label className="wall-letters">
        <input
          type="checkbox"
          checked={props.letters}
          onChange={(event) => {
            props.onLetters(event.target.checked);
          }}
        />
        {t('keys.letters')}
      </label>
    </Overlay>
  );
}
