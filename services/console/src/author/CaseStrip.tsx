import type { ReactNode } from 'react';
import type { TeachingCase } from '../api/types';
import { useDocumentTitle } from '../app/use-document-title';
import { useWords } from '../i18n/use-words';
import type { BilingualText } from './case-form';

/** Title, how far the case is, and what to do next. */
export function CaseStrip(props: {
  title: BilingualText;
  stored: TeachingCase | null;
  /** What is saved and what is not, in words. */
  saved: string;
  children: ReactNode;
}) {
  const { t, locale } = useWords();
  const { title, stored, saved } = props;
  const [own, other] = locale === 'en' ? [title.en, title.zh] : [title.zh, title.en];
  const written = [own, other].find((text) => text !== undefined && text.trim() !== '');
  const name = written ?? t('title.untitled');
  useDocumentTitle(name);
  const facts = [
    [
      t('author.stateLabel'),
      stored === null
        ? t('author.state.new')
        : t('author.stateVersion', { state: t(`author.state.${stored.state}`), version: stored.version }),
    ],
    ...(stored === null ? [] : [[t('author.markLabel'), t(`library.mark.${stored.mark}`)]]),
    [t('author.savedLabel'), saved],
  ];
  return (
    <div className="strip">
      <div>
        <h1 lang={written !== undefined && written !== own ? (locale === 'en' ? 'zh' : 'en') : undefined}>
          {name}
        </h1>
        <dl className="facts" data-testid="case-state">
          {facts
            .filter(([, value]) => value !== '')
            .map(([term, value]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
      </div>
      <div className="acts">{props.children}</div>
    </div>
  );
}
