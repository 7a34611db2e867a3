import { useLectureWords } from './use-lecture-words';

/** Beside the name of a room in which simulated students answer; nothing in any other. */
export function RehearsalMark({ rehearsal }: { rehearsal?: true | undefined }) {
  const { t } = useLectureWords();
  return rehearsal === undefined ? null : <span className="tag draft">{t('rehearsal.mark')}</span>;
}
