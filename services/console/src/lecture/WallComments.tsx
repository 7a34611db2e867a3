import { useLectureWords } from './use-lecture-words';
import { useRoomComments } from './use-room-comments';

/** As many as can be read from the last row. */
const MOST = 5;

/** The newest of what the class says, for all to see; hidden ones never. */
export function WallComments({ code, seq }: { code: string; seq: number }) {
  const { t } = useLectureWords();
  const said = useRoomComments(code, seq);
  const shown = (said?.comments ?? []).filter(({ hidden }) => !hidden).slice(0, MOST);
  return (
    <section className="wall-comments" aria-labelledby="said">
      <h2 id="said">{t('comments.title')}</h2>
      {shown.length === 0 && <p className="wall-small">{t('comments.none')}</p>}
      <ul>
        {shown.map(({ number, author, text }) => (
          <li key={number}>
            <span>{author === null ? t('comments.teacher') : t('comments.number', { number: author })}</span>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
