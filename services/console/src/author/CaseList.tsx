import { useQuery } from '@tanstack/react-query';
import { caseDraftKey } from '../app/drafts';
import { ErrorNotice } from '../app/ErrorNotice';
import { caseAddress, NEW_CASE, PATHS } from '../app/location';
import { PageLink } from '../app/PageLink';
import { useSession } from '../app/session-context';
import { useDocumentTitle } from '../app/use-document-title';
import { useApi } from '../api/context';
import type { ListedTeachingCase } from '../api/types';
import { Skeleton } from '../case-room/Skeleton';
import { useWords } from '../i18n/use-words';
import { ImportFiles } from './ImportFiles';
import { recallDraft } from './local-draft';
import { useProblems } from './use-named';

function Listed({ listed }: { listed: ListedTeachingCase }) {
  const { t, locale } = useWords();
  const { subject } = useSession();
  const { nameOf } = useProblems();
  const { title, state, mine } = listed;
  const unsaved = recallDraft(caseDraftKey(subject, listed.id)) !== null;
  return (
    <li data-case={listed.id}>
      <div>
        <h3 lang={title.language === locale ? undefined : title.language}>
          <PageLink href={caseAddress(listed.id)}>{title.text}</PageLink>
        </h3>
        {unsaved && <p className="caution">{t('author.notSaved')}</p>}
      </div>
      <p className="about">
        <span>{nameOf(listed.problemId)}</span>
        {mine && <span>{t('library.mine')}</span>}
      </p>
      <p className="about">
        <span>
          <span className={state === 'published' ? 'tag' : 'tag draft'}>{t(`author.state.${state}`)}</span>
        </span>
        <span>{t('author.version', { version: listed.version })}</span>
      </p>
    </li>
  );
}

function Unsaved() {
  const { t } = useWords();
  const { subject } = useSession();
  if (recallDraft(caseDraftKey(subject, NEW_CASE)) === null) return null;
  return (
    <div className="changes">
      <p>{t('author.newUnsaved')}</p>
      <PageLink href={caseAddress(NEW_CASE)}>{t('author.goOn')}</PageLink>
    </div>
  );
}

/** What the teachers of this installation have written, newest first, whatever its state. */
export function CaseList() {
  const api = useApi();
  const { t, locale } = useWords();
  useDocumentTitle(t('author.heading'));
  const { data, error, refetch } = useQuery({
    queryKey: ['teaching-cases', locale],
    queryFn: ({ signal }) => api.teaching.cases(locale, signal),
    placeholderData: (previous) => previous,
  });
  return (
    <>
      <main className="wrap" id="main">
        <div className="strip">
          <div>
            <h1>{t('author.heading')}</h1>
            <p className="lede">{t('author.lede')}</p>
          </div>
          <div className="acts">
            <PageLink className="btn primary" href={caseAddress(NEW_CASE)}>
              {t('library.write')}
            </PageLink>
          </div>
        </div>
        <Unsaved />
        <div className="workshop listing">
          <section aria-labelledby="h-own">
            <h2 className="vh" id="h-own">
              {t('library.cases')}
            </h2>
            {error !== null && (
              <ErrorNotice
                error={error}
                safe={data === undefined ? t('library.nothingLost') : t('library.lastAnswer')}
                onRetry={() => void refetch()}
              />
            )}
            {data === undefined && error === null && <Skeleton />}
            {data?.length === 0 && (
              <p>
                {t('author.none')} <PageLink href={PATHS.library}>{t('author.noneLibrary')}</PageLink>
              </p>
            )}
            <ol className="cards" data-testid="own-cases">
              {data?.map((listed) => (
                <Listed key={listed.id} listed={listed} />
              ))}
            </ol>
          </section>
          <aside aria-label={t('author.import')}>
            <ImportFiles />
          </aside>
        </div>
      </main>
      <footer className="foot" aria-label={t('foot.label')}>
        <p>{t('foot.notice')}</p>
      </footer>
    </>
  );
}
