import type { Run } from '../api/types';
import { useWords } from '../i18n/use-words';
import { Sign } from './Sign';

export function Unexplained({ run }: { run: Run }) {
  const { t } = useWords();
  const understood = new Map((run.understood?.findings ?? []).map((finding) => [finding.findingId, finding]));
  return (
    <section aria-labelledby="h-unexplained">
      <h2 id="h-unexplained">{t('unexplained.heading')}</h2>
      {run.unexplainedFindings.length === 0 ? (
        <p className="small mute">{t('unexplained.empty')}</p>
      ) : (
        <ul className="plain">
          {run.unexplainedFindings.map((finding) => (
            <li key={finding.findingId}>
              <span className="line">
                <Sign finding={understood.get(finding.findingId) ?? { presence: 'present' }} />
                {finding.name}
              </span>
              <p>{finding.reason}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
