import type { ReactNode } from 'react';
import { ApiError } from '../api/http';
import type { EhrImport } from '../api/types';
import { ErrorNotice } from '../app/ErrorNotice';
import { PATHS } from '../app/location';
import { PageLink } from '../app/PageLink';
import { useSession } from '../app/session-context';
import { useDocumentTitle } from '../app/use-document-title';
import { Skeleton } from '../case-room/Skeleton';
import { formatInstant } from '../format/instant';
import { useWords } from '../i18n/use-words';
import { AcceptImport } from './AcceptImport';
import { BeginImport } from './BeginImport';
import { Preview } from './Preview';
import { useEhrImport } from './use-ehr-import';

function Page({ lede, children }: { lede: string; children?: ReactNode }) {
  const { t } = useWords();
  const heading = t('ehrImport.heading');
  useDocumentTitle(heading);
  return (
    <>
      <main className="wrap" id="main">
        <div className="strip">
          <div>
            <h1>{heading}</h1>
            <p className="lede">{lede}</p>
          </div>
        </div>
        {children}
      </main>
      <footer className="foot" aria-label={t('foot.label')}>
        <p>{t('foot.notice')}</p>
      </footer>
    </>
  );
}

function BackToNewCase() {
  const { t } = useWords();
  return (
    <p>
      <PageLink className="btn" href={PATHS['case-room']}>
        {t('ehrImport.back')}
      </PageLink>
    </p>
  );
}

/** What became of it, as far as it has come. */
function Progress({ of }: { of: EhrImport }) {
  const { t } = useWords();
  switch (of.state) {
    case 'authorizing':
    case 'reading':
      return (
        <p className="progress" role="status">
          {t(`ehrImport.${of.state}`)}
        </p>
      );
    case 'failed':
      return (
        <>
          <p className="fault" role="alert">
            {t(`ehrImport.fault.${of.fault ?? 'smart-not-understood'}`)}
          </p>
          <BackToNewCase />
        </>
      );
    case 'ready':
      return of.preview === null ? null : (
        <div className="desk ehr-import" data-testid="ehr-preview">
          <div>
            <Preview preview={of.preview} missingScopes={of.missingScopes} />
          </div>
          <aside>
            <AcceptImport of={of} />
          </aside>
        </div>
      );
  }
}

function OneImport({ id }: { id: string }) {
  const { t, locale } = useWords();
  const { data, error, refetch } = useEhrImport(id);
  const isOver = error instanceof ApiError && error.status === 404;
  if (isOver)
    return (
      <Page lede={t('ehrImport.over')}>
        <BackToNewCase />
      </Page>
    );
  if (data === undefined)
    return (
      <Page lede={t('ehrImport.lede')}>
        {error === null ? (
          <Skeleton />
        ) : (
          <ErrorNotice error={error} safe={t('library.nothingLost')} onRetry={() => void refetch()} />
        )}
      </Page>
    );
  const lede = t('ehrImport.of', {
    name: data.connection.name,
    until: formatInstant(data.expiresAt, locale),
  });
  return (
    <Page lede={lede}>
      <Progress of={data} />
    </Page>
  );
}

/** A training patient on the way from an EHR to a case: asked for, looked at, accepted. */
export function EhrImportPage({ id }: { id: string | null }) {
  const { t } = useWords();
  const { role } = useSession();
  if (role === 'student') return <Page lede={t('ehrImport.teachersOnly')} />;
  if (id !== null) return <OneImport id={id} />;
  return (
    <Page lede={t('ehrImport.lede')}>
      <BeginImport otherwise={<BackToNewCase />} />
    </Page>
  );
}
