import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';
import type { Guidance } from '../api/types';
import type { TeacherRoomState } from '../room/types';
import { useLectureWords } from './use-lecture-words';

/** So many sentences are read from the last row in large letters; more stand in smaller ones, to stand at all. */
const FEW = 3;

type Shown = NonNullable<NonNullable<TeacherRoomState['control']['tutor']>['shown']>;

/** A sentence in its parts, after each what the passage that it names says of it. */
function Checked({ text, guidance }: { text: string; guidance: readonly Guidance[] | undefined }) {
  const { t } = useLectureWords();
  if (guidance === undefined) return <p>{text}</p>;
  return (
    <p>
      {guidance.map(({ sentence: { from, to }, verdict }) => (
        <span key={from} data-verdict={verdict}>
          {text.slice(from, to)}{' '}
          <small className="wall-verdict">[{t(`tutor.verdict.${verdict}`)}]</small>{' '}
        </span>
      ))}
    </p>
  );
}

/** An answer of the tutor for all to see, each sentence with the lines that it rests on. */
export function WallTutor({ shown: { threadId, questionId } }: { shown: Shown }) {
  const api = useApi();
  const { t, locale } = useLectureWords();
  const { data: asked } = useQuery({
    queryKey: ['tutor-answer', threadId, questionId, locale],
    queryFn: ({ signal }) => api.tutor.question(threadId, questionId, locale, signal),
  });
  if (asked === undefined) return null;
  const sentences = [...asked.sentences, ...(asked.asksBack === null ? [] : [asked.asksBack])];
  return (
    <section className="wall-tutor" data-many={sentences.length > FEW} aria-labelledby="tutor-asked">
      <h2 id="tutor-asked">{asked.question}</h2>
      {asked.unanswered !== null && <p>{asked.unanswered}</p>}
      <ul>
        {sentences.map(({ text, evidence, guidance }) => (
          <li key={text}>
            <Checked text={text} guidance={guidance} />
            <p className="wall-small">{evidence.map((line) => line.text).join(' · ')}</p>
          </li>
        ))}
      </ul>
      <p className="wall-small">{sentences.length > 0 ? asked.label : t('tutor.title')}</p>
    </section>
  );
}
