import { Fragment, type ReactNode } from 'react';
import { documentLicenceText } from '../../../../libs/presentation/src/messages/document-licence';
import type { Named, PassagePage as Page, PassageReference } from '../api/types';
import { ErrorNotice } from '../app/ErrorNotice';
import { passageAddress, passageSearchAddress, PATHS } from '../app/location';
import { PageLink } from '../app/PageLink';
import { useDocumentTitle } from '../app/use-document-title';
import { isWebAddress, PassageQuote } from '../case-room/Passages';
import { Skeleton } from '../case-room/Skeleton';
import { useWords } from '../i18n/use-words';
import { readRange } from './marked';
import { usePassage } from './use-passages';

function Part({ id, heading, children }: { id: string; heading: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {children}
    </section>
  );
}

function Details({ page }: { page: Page }) {
  const { t, locale } = useWords();
  const { documentLicence: licence } = page;
  const rows = [
    ['document', page.title],
    ['publisher', page.publisher],
    ['year', String(page.year)],
    ['edition', page.edition],
    ['sectionOf', page.section],
    ['aspect', page.about === undefined ? undefined : t(`passages.aspects.${page.about}`)],
    ['population', page.population],
    ['strengthOf', page.strength],
    ['certaintyOf', page.certainty],
    ['region', page.region],
    ['basis', page.basisText],
    ['licencePassage', page.licence],
    ['licenceDocument', licence === undefined ? undefined : documentLicenceText(licence, locale)],
    // Of a document of one's own alone.
    ...(page.own === true ? ([['source', page.source]] as const) : []),
    ...(page.page === undefined ? [] : ([['pageOf', String(page.page)]] as const)),
  ] as const;
  return (
    <dl>
      {rows.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{t(`passages.${name}`)}</dt>
          <dd>{value === undefined || value === '' ? t('passages.notGiven') : value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function References({
  passages,
  ownDocument = false,
}: {
  passages: readonly PassageReference[];
  ownDocument?: boolean;
}) {
  const { t, list } = useWords();
  return (
    <ul>
      {passages.map(({ passageId, title, publisher, year, section, about }) => (
        <li key={passageId}>
          <PageLink href={passageAddress(passageId)}>
            {ownDocument ? section : list([section, title])}
          </PageLink>{' '}
          <span className="small soft">
            {list([
              ...(ownDocument ? [] : [publisher, String(year)]),
              ...(about === undefined ? [] : [t(`passages.aspects.${about}`)]),
            ])}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Names that lead to what else is said on them. */
function Names({ names }: { names: readonly Named[] }) {
  return (
    <ul>
      {names.map(({ id, name }) => (
        <li key={id}>
          <PageLink href={passageSearchAddress(name)}>{name}</PageLink>
        </li>
      ))}
    </ul>
  );
}

function Body({ page }: { page: Page }) {
  const { t } = useWords();
  const { conflictsWith = [], neighbours, diseases, findings } = page;
  return (
    <div className="passages">
      <div className="pass">
        <PassageQuote passage={page} range={readRange(location.search)} />
        <p className="small">
          {page.basisText}{' '}
          {isWebAddress(page.url) && (
            <a href={page.url} target="_blank" rel="noreferrer">
              {t('passages.open')}
            </a>
          )}
        </p>
        {page.withdrawn === true && (
          <p>
            <span className="tag">{t('passages.withdrawn')}</span>
          </p>
        )}
        {page.supersededBy !== undefined && (
          <p>
            <span className="tag">{t('passages.superseded', { by: page.supersededBy })}</span>
          </p>
        )}
      </div>
      {conflictsWith.length > 0 && (
        <Part id="h-conflicts" heading={t('passages.conflicts')}>
          <p className="small soft">{t('passages.conflictsLede')}</p>
          <References passages={conflictsWith} />
        </Part>
      )}
      <Part id="h-details" heading={t('passages.details')}>
        <Details page={page} />
      </Part>
      {diseases.length > 0 && (
        <Part id="h-diseases" heading={t('passages.diseases')}>
          <Names names={diseases} />
        </Part>
      )}
      {findings.length > 0 && (
        <Part id="h-findings" heading={t('passages.findings')}>
          <Names names={findings} />
        </Part>
      )}
      <Part id="h-neighbours" heading={t('passages.neighbours')}>
        {neighbours.length === 0 ? (
          <p>{t('passages.alone')}</p>
        ) : (
          <References passages={neighbours} ownDocument />
        )}
      </Part>
    </div>
  );
}

/** A guideline passage with what it rests on and what stands beside it. */
export function PassagePage({ passageId }: { passageId: string }) {
  const { t } = useWords();
  const { data, error, refetch } = usePassage(passageId);
  useDocumentTitle(data?.section ?? t('passages.page'));
  return (
    <>
      <main className="wrap" id="main">
        <div className="strip">
          <div>
            <h1>{data === undefined ? t('passages.page') : data.section}</h1>
            {data !== undefined && <p className="lede">{data.title}</p>}
          </div>
          <div className="acts">
            <PageLink className="btn" href={PATHS.passages}>
              {t('passages.toSearch')}
            </PageLink>
          </div>
        </div>
        {error !== null && (
          <ErrorNotice error={error} safe={t('library.nothingLost')} onRetry={() => void refetch()} />
        )}
        {data === undefined ? error === null && <Skeleton /> : <Body page={data} />}
      </main>
      <footer className="foot" aria-label={t('foot.label')}>
        <p>{data?.notice ?? t('foot.notice')}</p>
      </footer>
    </>
  );
}
