import type { Correction } from '../api/types';
import { useWords } from '../i18n/use-words';
import { valueText, type Vocabulary } from './finding-words';
import { signOf } from './finding-sign';

interface Props {
  readonly corrections: readonly Correction[];
  readonly vocabulary: Vocabulary;
}

/** What teachers have corrected in this case: it stands in every run of it. */
export function KeptCorrections({ corrections, vocabulary }: Props) {
  const { t, locale } = useWords();
  if (corrections.length === 0) return null;
  const sayings = (correction: Correction): string =>
    correction.value === undefined
      ? t(`sign.${signOf(correction).label}`)
      : valueText(correction, vocabulary, locale);
  return (
    <div className="aside" data-testid="kept-corrections">
      <h3>{t('correct.kept')}</h3>
      <ul>
        {corrections.map((correction) => {
          const { action, findingId, name = findingId, proposedBy } = correction;
          const kind = proposedBy === undefined ? action : 'proposed';
          return (
            <li key={findingId} data-correction={findingId}>
              {t(`correct.kept-${kind}`, { name, statement: sayings(correction) })}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
