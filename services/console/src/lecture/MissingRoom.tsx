import type { ReactNode } from 'react';
import { ApiError } from '../api/http';
import { ErrorNotice } from '../app/ErrorNotice';
import { LECTURE_PATH } from './lecture-address';
import { useLectureWords } from './use-lecture-words';

/** Before the room is there, or in place of one that is not one's own. */
export function MissingRoom(props: {
  code: string;
  fault: unknown;
  /** What there is to see for whoever does not lead it. */
  children?: ReactNode;
}) {
  const { code, fault, children } = props;
  const { t } = useLectureWords();
  const isGone = fault instanceof ApiError && fault.kind === 'problem' && fault.status < 500;
  return (
    <main className="wrap sign-in" id="main">
      {isGone ? (
        <>
          <h1>{t('missing.title', { code })}</h1>
          <p className="lede">{t('missing.text')}</p>
          <p className="ct-back">
            <a href={LECTURE_PATH}>{t('missing.back')}</a>
          </p>
          {children}
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
