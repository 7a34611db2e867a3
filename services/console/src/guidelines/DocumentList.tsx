import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useApi } from '../api/context';
import type { GuidelineDocument } from '../api/types';
import { ErrorNotice } from '../app/ErrorNotice';
import { passageSearchAddress } from '../app/location';
import { PageLink } from '../app/PageLink';
import { isWebAddress } from '../case-room/Passages';
import { formatInstant } from '../format/instant';
import { regionName } from '../format/region';
import { LANGUAGE_NAMES } from '../i18n/language-names';
import { useWords } from '../i18n/use-words';
import { DOCUMENTS_KEY } from './use-documents';
import { Withdraw } from './Withdraw';

function Source({ source }: Pick<GuidelineDocument, 'source'>) {
  return isWebAddress(source) ? (
    <a href={source} target="_blank" rel="noreferrer">
      {source}
    </a>
  ) : (
    source
  );
}

function State({ document, newer }: { document: GuidelineDocument; newer: GuidelineDocument | undefined }) {
  const { t, locale } = useWords();
  const { status, withdrawnAt } = document;
  if (withdrawnAt !== null)
    return (
      <span>
        <span className="tag draft">{t('guidelines.status.withdrawn')}</span>{' '}
        {formatInstant(withdrawnAt, locale)}
      </span>
    );
  return (
    <>
      <span>
        <span className="tag">{t(`guidelines.status.${status}`)}</span>
      </span>
      {newer !== undefined && (
        <span>{t('guidelines.supersededBy', { title: newer.title, year: String(newer.year) })}</span>
      )}
    </>
  );
}

function Row(props: {
  document: GuidelineDocument;
  newer: GuidelineDocument | undefined;
  writes: boolean;
  onWithdrawn: (title: string) => void;
}) {
  const api = useApi();
  const client = useQueryClient();
  const { t, locale } = useWords();
  const { document, newer, writes } = props;
  const { id, title, publisher, source, licence, year, region, language, passages, withdrawnAt } = document;
  const withdraw = useMutation({
    mutationFn: () => api.guidelines.withdraw(id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: DOCUMENTS_KEY });
      props.onWithdrawn(title);
    },
  });
  const again = (): void => {
    withdraw.mutate();
  };
  return (
    <li data-document={id}>
      <div>
        <h3 lang={language === locale ? undefined : language}>
          {withdrawnAt === null ? <PageLink href={passageSearchAddress(title)}>{title}</PageLink> : title}
        </h3>
        <p>
          {publisher !== source && `${publisher} · `}
          <Source source={source} /> · {licence}
        </p>
        {withdraw.error !== null && (
          <ErrorNotice error={withdraw.error} safe={t('guidelines.notWithdrawn')} onRetry={again} />
        )}
      </div>
      <p className="about">
        <span>{t('guidelines.edition', { year: String(year) })}</span>
        <span lang={language}>{LANGUAGE_NAMES[language]}</span>
        <span>{regionName(region, locale, t('passages.international'))}</span>
        <span>{t('guidelines.passages', { count: passages })}</span>
      </p>
      <p className="about">
        <State document={document} newer={newer} />
        {writes && withdrawnAt === null && (
          <span>
            <Withdraw title={title} busy={withdraw.isPending} onWithdraw={again} />
          </span>
        )}
      </p>
    </li>
  );
}

/** The documents of the institution, newest first, those that were withdrawn too. */
export function DocumentList({
  documents,
  writes,
}: {
  documents: readonly GuidelineDocument[];
  writes: boolean;
}) {
  const { t } = useWords();
  const [withdrawn, setWithdrawn] = useState<string | null>(null);
  const told = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone: whoever pressed it is led to what came of it.
  useEffect(() => {
    if (withdrawn !== null) told.current?.focus();
  }, [withdrawn]);
  return (
    <>
      <p className="small soft" role="status" tabIndex={-1} ref={told}>
        {withdrawn === null
          ? t('guidelines.count', { count: documents.length })
          : t('guidelines.isWithdrawn', { title: withdrawn })}
      </p>
      <ol className="cards" data-testid="documents">
        {documents.map((each) => (
          <Row
            key={each.id}
            document={each}
            newer={documents.find(({ id }) => id === each.supersededBy)}
            writes={writes}
            onWithdrawn={setWithdrawn}
          />
        ))}
      </ol>
    </>
  );
}
