import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ErrorNotice } from '../app/ErrorNotice';
import { useApi } from '../api/context';
import { isUnavailable } from '../api/http';
import { questionsAddress, type QuestionsWanted } from '../api/teaching';
import type { LibraryCard, QuestionLosses } from '../api/types';
import { useWords } from '../i18n/use-words';
import { lossGroups } from './loss-groups';

const FORMATS = ['qti3', 'qti21', 'moodle-xml', 'gift'] as const;
const ASK_AGAIN_MS = 2_000;
/** As many as one export takes by their ids. */
const MOST_CASES = 200;

/** What an export would lose: asked again until the engine has been asked about every case. */
function useLosses(wanted: QuestionsWanted, asked: boolean) {
  const api = useApi();
  const { locale } = useWords();
  const query = useQuery({
    queryKey: ['question-losses', wanted, locale],
    queryFn: ({ signal }) => api.teaching.questionLosses(wanted, locale, signal),
    enabled: asked,
    staleTime: Infinity,
    retry: false,
    refetchInterval: ({ state }) => (isUnavailable(state.error) ? ASK_AGAIN_MS : false),
  });
  return { ...query, onItsWay: asked && (query.isPending || isUnavailable(query.error)) };
}

function Losses({ losses, wanted }: { losses: QuestionLosses; wanted: QuestionsWanted }) {
  const { t, locale } = useWords();
  const { cases, questions, written } = losses;
  const groups = lossGroups(losses.losses);
  return (
    <div data-testid="question-losses">
      <p>{t('questions.made', { written, questions, cases })}</p>
      {groups.length > 0 && (
        <>
          <p className="small mute">{t('questions.lost')}</p>
          <ul className="plain small">
            {groups.map(({ code, message, titles }) => (
              <li key={code}>
                <details>
                  <summary>{t('questions.loss', { message, count: titles.length })}</summary>
                  {titles.join(locale === 'zh' ? '；' : '; ')}
                </details>
              </li>
            ))}
          </ul>
        </>
      )}
      {written > 0 && (
        <a className="btn" href={questionsAddress(wanted, locale)} download="">
          {t('questions.download')}
        </a>
      )}
    </div>
  );
}

/** Questions made of the cases that are shown, for a learning management system, with what its format does not keep. */
export function QuestionExport({ cards, all }: { cards: readonly LibraryCard[]; all: number }) {
  const { t } = useWords();
  const id = useId();
  const [format, setFormat] = useState<(typeof FORMATS)[number]>('qti3');
  const [open, setOpen] = useState(false);
  const set = cards.length === all ? 'library' : cards.map((card) => card.id).join(',');
  const fits = cards.length > 0 && cards.length <= MOST_CASES;
  const wanted = { format, set };
  const { data, error, onItsWay, refetch } = useLosses(wanted, open && fits);
  return (
    <details
      data-testid="question-export"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{t('questions.heading', { count: cards.length })}</summary>
      <p className="small mute">{t('questions.hint')}</p>
      <label htmlFor={id}>{t('questions.format')}</label>{' '}
      <select
        id={id}
        className="field"
        value={format}
        onChange={(event) => {
          setFormat(FORMATS.find((each) => each === event.target.value) ?? 'qti3');
        }}
      >
        {FORMATS.map((each) => (
          <option key={each} value={each}>
            {t(`questions.${each}`)}
          </option>
        ))}
      </select>
      <div role="status">
        {!fits && <p className="small">{t('questions.tooMany', { most: MOST_CASES })}</p>}
        {onItsWay && <p className="small mute">{t('questions.asking')}</p>}
        {data !== undefined && fits && <Losses losses={data} wanted={wanted} />}
      </div>
      {error !== null && !onItsWay && (
        <ErrorNotice error={error} safe={t('library.nothingLost')} onRetry={() => void refetch()} />
      )}
    </details>
  );
}
