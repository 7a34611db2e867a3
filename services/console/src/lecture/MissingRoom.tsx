import { ApiError } from '../api/http';
import { ErrorNotice } from '../app/ErrorNotice';
import { LECTURE_PATH } from './lecture-address';
import { useLectureWords } from './use-lecture-words';

/** Whether a room is not there, or not one's own. */
export const isRefused = (fault: unknown): boolean =>
  fault instanceof ApiError && fault.kind === 'problem' && fault.status < 500;

/** Before the room is there, or in place of one that is not one's own. */
export function MissingRoom({ code, fault }: { code: string; fault: unknown }) {
  const { t } = useLectureWords();
  return (
    <main className="wrap sign-in" id="main">
      {isRefused(fault) ? (
        <>
          <h1>{t('missing.title', { code })}</h1>
          <p className="lede">{t('missing.text')}</p>
          <p className="ct-back">
            <a href={LECTURE_PATH}>{t('missing.back')}</a>
          </p>
        </>
      ) : (
        <>
          <h1>{t('opening')}</h1>
          {fault !== null && <ErrorNotice error={fault} />}
        </>
      )}
    </main>
  );
}
