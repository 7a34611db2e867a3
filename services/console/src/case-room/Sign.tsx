import { useWords } from '../i18n/use-words';
import { type Signed, signOf } from './finding-sign';

/** The small round sign before a finding; a screen reader hears the word, unless it stands beside the sign. */
export function Sign({ finding, decorative = false }: { finding: Signed; decorative?: boolean }) {
  const { t } = useWords();
  const { tone, label } = signOf(finding);
  return (
    <span
      className={`sg ${tone}`}
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': t(`sign.${label}`) })}
    >
      {t(`letter.${label}`)}
    </span>
  );
}
