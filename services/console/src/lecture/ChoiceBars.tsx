import { choiceRows, type ChoiceRow } from '../room/choice-rows';
import type { TeacherRoomState } from '../room/types';
import { useErrorWords } from './use-error-words';
import { useLectureWords } from './use-lecture-words';
import { AskedText } from './WallVote';
import { VerdictMark } from './VerdictMark';

/** How the votes of the class fell, and beside them what is right, once that is shown. */
export function ChoiceBars({ state, numbers }: { state: TeacherRoomState; numbers: boolean }) {
  const { t } = useLectureWords();
  const { result, round } = state;
  const answered = result?.class?.answered ?? 0;
  const rows = round === null ? [] : choiceRows(round.task, result?.class ?? null, result?.roundKey ?? null);
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const isText = round?.task.task === 'representation';
  return (
    <div className="wall-lists">
      {round !== null && <AskedText task={round.task} />}
      <p className="wall-ask">
        {isText ? t('list.sentences', { count: answered }) : t('list.votes', { count: answered })}
        {!isText && !numbers && ` ${t('list.hidden')}`}
      </p>
      <ul className="wall-choices" data-many={rows.length > 6}>
        {rows.map((row) => (
          <Row key={row.id} row={row} most={most} numbers={numbers} />
        ))}
      </ul>
    </div>
  );
}

function Row({ row, most, numbers }: { row: ChoiceRow; most: number; numbers: boolean }) {
  const { id, text, language, count, mark, why } = row;
  return (
    <li data-option={id} data-mark={mark ?? undefined}>
      <div>
        <span lang={language}>{text}</span>
        <VerdictMark mark={mark} />
        {why !== null && <small lang={why.language}>{why.text}</small>}
        <Kinds row={row} numbers={numbers} />
      </div>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="10" className="track" />
        <rect width={(count / most) * 100} height="10" className="fill" />
      </svg>
      <b className="num">{numbers ? count : ''}</b>
    </li>
  );
}

/** What was said to be wrong with the line of the planted error, and what is. */
function Kinds({ row: { kinds }, numbers }: { row: ChoiceRow; numbers: boolean }) {
  const { t } = useLectureWords();
  const errorWords = useErrorWords();
  const right = kinds.find(({ isRight }) => isRight);
  if (right === undefined) return null;
  const told = { what: errorWords(right.kind), count: right.count };
  return <small>{numbers ? t('list.planted', told) : told.what}</small>;
}
