import type { CheckOutcome } from '../api/types';
import { useWords } from '../i18n/use-words';

export interface Asked {
  readonly what: string;
  readonly outcome: CheckOutcome;
  /** HTTP status, where there was an answer. */
  readonly status: number | null;
}

/** What a foreign system was asked, and what came of it. */
export function Outcomes({ asked }: { asked: readonly Asked[] }) {
  const { t } = useWords();
  return (
    <ul className="small" role="status">
      {asked.map(({ what, outcome, status }) => (
        <li key={what}>
          {what}: {t(`connections.outcome.${outcome}`)}
          {status !== null && outcome !== 'ok' && ` (${String(status)})`}
        </li>
      ))}
    </ul>
  );
}
