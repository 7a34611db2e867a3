import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { namedExactly } from '../phone/name-search';
import type { NamedDisease, RoomResults, TeacherRoomState } from '../room/types';
import { FeedbackDrafts } from './FeedbackDrafts';
import { TeamsTable } from './TeamsTable';
import { useLectureApi } from './context';
import type { LectureRoom } from './use-lecture-room';
import { useLectureWords } from './use-lecture-words';

/** What came in, as figures of the class, and words to be matched by hand. */
export function ResultsSection({ state, press }: { state: TeacherRoomState; press: LectureRoom['press'] }) {
  const api = useLectureApi();
  const { t, locale } = useLectureWords();
  const { code, control } = state;
  const asked = control.rounds.filter((round) => round.state !== 'prepared' && round.state !== 'open');
  const { data } = useQuery({
    queryKey: ['room', code, 'results', locale, state.seq],
    queryFn: ({ signal }) => api.results(code, locale, signal),
    enabled: asked.length > 0,
    placeholderData: (previous) => previous,
  });
  if (data === undefined || asked.length === 0) return null;
  const words = wordsOf(data);
  return (
    <section>
      <h2>{t('control.results')}</h2>
      <Scores results={data} />
      <TeamsTable results={data} />
      <FeedbackDrafts state={state} />
      <h3>{t('control.words')}</h3>
      {words.length === 0 ? (
        <p className="small soft">{t('control.wordsNone')}</p>
      ) : (
        <Words code={code} words={words} press={press} />
      )}
    </section>
  );
}

/** Words that stand in several rounds stand here once: they are matched for all. */
function wordsOf({ rounds }: RoomResults): RoomResults['rounds'][number]['unmatched'] {
  const counts = new Map<string, number>();
  for (const { text, count } of rounds.flatMap(({ unmatched }) => unmatched))
    counts.set(text, (counts.get(text) ?? 0) + count);
  return [...counts].map(([text, count]) => ({ text, count }));
}

/** How many were right in each question, and how well. */
export function Scores({ results }: { results: RoomResults }) {
  const { t, percent } = useLectureWords();
  return (
    <>
      <ul className="ct-list">
        {results.rounds.map(({ id, position, scores }) =>
          scores === null || scores.of === 0 ? null : (
            <li key={id} className="num">
              {position}.{' '}
              {scores.logScore === null || scores.brier === null
                ? t('control.right', { right: scores.right, of: scores.of })
                : t('control.scores', {
                    right: scores.right,
                    of: scores.of,
                    log: scores.logScore.toFixed(2),
                    brier: scores.brier.toFixed(2),
                  })}
            </li>
          ),
        )}
      </ul>
      {results.prompts !== null && results.prompts.length > 0 && (
        <>
          <h3>{t('control.prompts')}</h3>
          <ul className="ct-list">
            {PROMPTS.map((code) => {
              const share = results.prompts?.find((each) => each.code === code)?.share;
              return share === undefined ? null : (
                <li key={code} className="num">
                  {t(`prompt.${code}`)} {percent(share)}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </>
  );
}

const PROMPTS = [
  'danger-missed',
  'premature-closure',
  'anchoring',
  'base-rate-neglect',
  'test-choice',
  'overconfidence',
] as const;

function Words(props: {
  code: string;
  words: RoomResults['rounds'][number]['unmatched'];
  press: LectureRoom['press'];
}) {
  const api = useLectureApi();
  const { locale } = useLectureWords();
  const { data } = useQuery({
    queryKey: ['room', props.code, 'vocabulary', locale],
    queryFn: ({ signal }) => api.vocabulary(props.code, locale, signal),
    staleTime: Infinity,
  });
  const vocabulary: readonly NamedDisease[] = data ?? [];
  return (
    <>
      <datalist id="diseases">
        {vocabulary.map(([id, name]) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <ul className="ct-list">
        {props.words.map(({ text, count }) => (
          <Word key={text} text={text} count={count} vocabulary={vocabulary} press={props.press} />
        ))}
      </ul>
    </>
  );
}

function Word(props: {
  text: string;
  count: number;
  vocabulary: readonly NamedDisease[];
  press: LectureRoom['press'];
}) {
  const { text, count, vocabulary, press } = props;
  const { t } = useLectureWords();
  const [typed, setTyped] = useState('');
  return (
    <li className="ct-row">
      <label>
        {t('control.wordsMap', { text, count })}{' '}
        <input
          className="field ct-words"
          list="diseases"
          value={typed}
          placeholder={t('control.wordsPick')}
          onChange={(event) => {
            setTyped(event.target.value);
            const disease = namedExactly(event.target.value, vocabulary);
            if (disease !== undefined) void press({ type: 'words', text, diseaseId: disease[0] });
          }}
        />
      </label>
      <button
        type="button"
        className="link"
        onClick={() => void press({ type: 'words', text, diseaseId: null })}
      >
        {t('control.wordsOther')}
      </button>
    </li>
  );
}
