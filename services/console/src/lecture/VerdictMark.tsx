import { useTranslation } from 'react-i18next';
import { type Mark, SIGNS } from '../room/choice-rows';

/** What the teacher says of an option, as a sign and a word; nothing where nothing is said. */
export function VerdictMark({ mark }: { mark: Mark | null }) {
  // The words are those of phones: the class reads them on both.
  const { t } = useTranslation('phone');
  if (mark === null) return null;
  return (
    <span className="verdict" data-mark={mark}>
      <span aria-hidden="true">{SIGNS[mark]}</span> {t(`mark.${mark}`)}
    </span>
  );
}
