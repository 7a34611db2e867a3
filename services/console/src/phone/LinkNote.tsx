import { HalfIcon } from '../app/icons';
import { usePhoneState } from './use-phone-room';
import { usePhoneWords } from './use-phone-words';

/** Whether the phone is in step with the room; nothing where all is well. */
export function LinkNote() {
  const { t } = usePhoneWords();
  const { link, keptHere } = usePhoneState();
  if (link === 'live' || link === 'connecting') return null;
  const words = link === 'polling' ? 'polling' : keptHere ? 'lost' : 'lostUnkept';
  return (
    <p className="ph-note" data-link={link}>
      <HalfIcon />
      <span>{t(`link.${words}`)}</span>
    </p>
  );
}
