import type { Run } from '../api/types';
import { PATHS } from './location';
import { PageLink } from './PageLink';
import { useWords } from '../i18n/use-words';
import { useSession } from './session-context';

const HASH = /^[0-9a-f]{16,}$/i;
const SHOWN_OF_HASH = 10;

/** Ten digits of a hash are enough to compare by eye; the whole stands in the record. */
const short = (version: string): string => (HASH.test(version) ? version.slice(0, SHOWN_OF_HASH) : version);

export function Footer({ run }: { run: Run | null }) {
  const { t } = useWords();
  const { role } = useSession();
  const log = run?.logEntry;
  return (
    <footer className="foot" aria-label={t('foot.label')}>
      <p>
        {run?.notice ?? t('foot.notice')} <PageLink href={PATHS.sources}>{t('foot.sources')}</PageLink>
        {' · '}
        <PageLink href={PATHS.verify}>{t('foot.verify')}</PageLink>
        {' · '}
        <PageLink href={PATHS.settings}>{t('foot.settings')}</PageLink>
        {role === 'admin' && (
          <>
            {' · '}
            <PageLink href={PATHS['training-ehrs']}>{t('ehr.heading')}</PageLink>
            {' · '}
            <PageLink href={PATHS['learning-platforms']}>{t('platforms.heading')}</PageLink>
            {' · '}
            <PageLink href={PATHS['record-stores']}>{t('records.heading')}</PageLink>
          </>
        )}
      </p>
      {run !== null && (
        <p className="num">
          {t('foot.versions', {
            engine: short(run.versions.engine),
            knowledge: short(run.versions.knowledge),
            calibration: short(run.versions.calibration),
            guidelines: short(run.versions.guidelines),
          })}
          {log && (
            <>
              <br />
              <span title={log.leafHash}>
                {t('foot.logEntry', { index: log.index, leaf: log.leafHash.slice(0, SHOWN_OF_HASH) })}
              </span>
            </>
          )}
        </p>
      )}
    </footer>
  );
}
