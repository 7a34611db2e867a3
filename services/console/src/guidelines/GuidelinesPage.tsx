import { ErrorNotice } from '../app/ErrorNotice';
import { PATHS } from '../app/location';
import { PageLink } from '../app/PageLink';
import { useSession } from '../app/session-context';
import { useDocumentTitle } from '../app/use-document-title';
import { Skeleton } from '../case-room/Skeleton';
import { useWords } from '../i18n/use-words';
import { DocumentList } from './DocumentList';
import { ImportDocuments } from './ImportDocuments';
import { useDocuments } from './use-documents';

/** Who may import and withdraw; other teachers read. */
const WRITERS: readonly string[] = ['author', 'admin'];

/** The guideline documents of the institution. */
export function GuidelinesPage() {
  const { t } = useWords();
  const { role } = useSession();
  const reads = role !== 'student';
  const writes = WRITERS.includes(role);
  const { data, error, refetch } = useDocuments(reads);
  useDocumentTitle(t('guidelines.heading'));
  return (
    <>
      <main className="wrap" id="main">
        <div className="strip">
          <div>
            <h1>{t('guidelines.heading')}</h1>
            <p className="lede">{t(reads ? 'guidelines.lede' : 'guidelines.teachersOnly')}</p>
          </div>
          <div className="acts">
            <PageLink className="btn" href={PATHS.passages}>
              {t('passages.toSearch')}
            </PageLink>
          </div>
        </div>
        {reads && (
          <div className="workshop listing">
            <section aria-labelledby="h-documents">
              <h2 className="vh" id="h-documents">
                {t('guidelines.documents')}
              </h2>
              {error !== null && (
                <ErrorNotice
                  error={error}
                  safe={data === undefined ? t('library.nothingLost') : t('library.lastAnswer')}
                  onRetry={() => void refetch()}
                />
              )}
              {data === undefined ? (
                error === null && <Skeleton />
              ) : (
                <DocumentList documents={data} writes={writes} />
              )}
            </section>
            {writes && (
              <aside aria-label={t('guidelines.import')}>
                <ImportDocuments documents={data ?? []} />
              </aside>
            )}
          </div>
        )}
      </main>
      <footer className="foot" aria-label={t('foot.label')}>
        <p>{t('foot.notice')}</p>
      </footer>
    </>
  );
}
