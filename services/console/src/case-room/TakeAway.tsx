import type { Run } from '../api/types';
import { PATHS } from '../app/location';
import { PageLink } from '../app/PageLink';
import { useSession } from '../app/session-context';
import { useWords } from '../i18n/use-words';

const FORMS = ['html', 'record', 'prov', 'fhir'] as const;

/** The explanation to take along: a page to print, a file that proves itself, and what it was made of for other systems. */
export function TakeAway({ run }: { run: Run }) {
  const { t, locale } = useWords();
  const { role } = useSession();
  if (role === 'student') return null;
  const addressOf = (as: string): string =>
    `/v1/runs/${run.id}/export?${new URLSearchParams({ as, lang: locale }).toString()}`;
  return (
    <section aria-labelledby="h-take-away" data-testid="take-away" className="fnd">
      <div className="head">
        <h2 id="h-take-away">{t('takeAway.heading')}</h2>
        <span className="small mute">
          <PageLink href={PATHS.verify}>{t('takeAway.verify')}</PageLink>
        </span>
      </div>
      <span className="links">
        {FORMS.map((as) => (
          <a
            key={as}
            href={addressOf(as)}
            {...(as === 'html' ? { target: '_blank', rel: 'noreferrer' } : { download: '' })}
          >
            {t(`takeAway.${as}`)}
          </a>
        ))}
        <a
          href={`/v1/cases/${run.caseId}/phenopacket?${new URLSearchParams({ lang: locale }).toString()}`}
          download=""
        >
          {t('takeAway.phenopacket')}
        </a>
      </span>
    </section>
  );
}
