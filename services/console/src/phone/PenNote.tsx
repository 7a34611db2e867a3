import { useState } from 'react';
import { usePhoneRoom, usePhoneState } from './use-phone-room';
import { usePhoneWords } from './use-phone-words';

/** Above the form of whoever holds the pen: for whom it is, and to whom the pen can go. */
export function PenNote() {
  const { t } = usePhoneWords();
  const room = usePhoneRoom();
  const { frame, mine, memory } = usePhoneState();
  const [failed, setFailed] = useState(false);
  const team = mine?.team ?? null;
  if (frame?.round?.answerBy !== 'team' || team === null || team.pen !== memory.seat?.number) return null;
  const others = team.members.filter((number) => number !== team.pen);
  const handOn = (number: number) => {
    room.handOnPen(number).then(
      () => {
        setFailed(false);
      },
      () => {
        setFailed(true);
      },
    );
  };
  return (
    <div className="ph-pen">
      <p role="status">{t('team.write', { no: team.no })}</p>
      {others.map((number) => (
        <button
          key={number}
          type="button"
          className="ph-link"
          onClick={() => {
            handOn(number);
          }}
        >
          {t('team.handOn', { number })}
        </button>
      ))}
      {failed && <p className="fault">{t('team.failed')}</p>}
    </div>
  );
}
