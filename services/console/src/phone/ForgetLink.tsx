import { usePhoneRoom, usePhoneState } from './use-phone-room';
import { usePhoneWords } from './use-phone-words';

/** The way to being forgotten, on every page of a room in which one sits. */
export function ForgetLink() {
  const { t } = usePhoneWords();
  const room = usePhoneRoom();
  const { memory, forgetting } = usePhoneState();
  if (memory.seat === null || forgetting !== 'no') return null;
  return (
    <button
      type="button"
      className="ph-lang"
      onClick={() => {
        room.thinkOfForgetting(true);
      }}
    >
      {t('forget.link')}
    </button>
  );
}
