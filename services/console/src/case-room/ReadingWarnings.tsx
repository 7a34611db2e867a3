import type { Understood } from '../api/types';
import { useWords } from '../i18n/use-words';

type Told = Pick<Understood, 'warnings' | 'setAside'>;

/** The warnings in words; why words do not count is told where those words are listed. */
const messagesOf = ({ warnings, setAside }: Told): string[] =>
  warnings
    .filter(
      (warning) =>
        !setAside.some(
          ({ start, end }) => start <= Number(warning['start']) && Number(warning['end']) <= end,
        ),
    )
    .flatMap(({ message }) => message ?? []);

/** What was resolved, assumed or left out of a case, of its texts or of what was entered beside them. */
export function ReadingWarnings({ understood }: { understood: Told }) {
  const { t } = useWords();
  const messages = messagesOf(understood);
  if (messages.length === 0) return null;
  return (
    <div className="aside">
      <h3>{t('narrative.warnings')}</h3>
      <ul>
        {messages.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </div>
  );
}
