import type { TeacherRoomState } from '../room/types';
import { choiceRows } from './choice-rows';
import { useLectureWords } from './use-lecture-words';

/** How the votes of the class fell. */
export function ChoiceBars({ state, numbers }: { state: TeacherRoomState; numbers: boolean }) {
  const { t } = useLectureWords();
  const result = state.result?.class ?? null;
  const rows = state.round === null ? [] : choiceRows(state.round.task, result);
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <div className="wall-lists">
      <p className="wall-ask">{t('list.votes', { count: result?.answered ?? 0 })}</p>
      <ul className="wall-choices">
        {rows.map(({ id, text, language, count }) => (
          <li key={id}>
            <span lang={language}>{text}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect width="100" height="10" className="track" />
              <rect width={(count / most) * 100} height="10" className="fill" />
            </svg>
            <b className="num">{numbers ? count : ''}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
