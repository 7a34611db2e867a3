import { useWords } from '../i18n/use-words';
import { type Signed, signOf } from './finding-sign';

/** The small round sign before a finding; a screen reader hears the word. */
export function Sign({ finding }: { finding: Signed }) {
  const { t } = useWords();
  const { tone, label } = signOf(finding);
  return (
    <span className={`sg ${tone}`} role="img" aria-label={t(`sign.${label}`)}>
      {t(`letter.${label}`)}
    </span>
  );
}
