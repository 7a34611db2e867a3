import { useState } from 'react';
import type { Session } from '../api/types';
import { chooseLanguage } from '../i18n';
import { useWords } from '../i18n/use-words';
import { THEMES, chooseTheme, initialTheme } from '../theme/theme';
import { Choice } from './Choice';
import { LogoIcon } from './icons';
import { PATHS } from './location';
import { PageLink } from './PageLink';
import { SignOut } from './SignOut';
import { useLocation } from './use-location';

const LANGUAGES = [
  { value: 'en', label: 'English', lang: 'en' },
  { value: 'zh', label: '中文', lang: 'zh' },
] as const;

const PAGES = [
  ['case-room', 'nav.caseRoom'],
  ['library', 'nav.library'],
  ['assignments', 'nav.assignments'],
  ['passages', 'nav.passages'],
  ['author', 'nav.author'],
] as const;

/** In a frame of a learning platform only the page stands that was launched: whatever is a document of its own is refused there. */
const IS_FRAMED = window.top !== window;

export function Header({ session }: { session: Session | null }) {
  const { t, locale } = useWords();
  const { page } = useLocation();
  const [theme, setTheme] = useState(initialTheme);
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <header className="bar">
        <PageLink className="brand" href={PATHS['case-room']}>
          <LogoIcon />
          {t('brand')}
        </PageLink>
        <nav className="nav" aria-label={t('nav.label')}>
          {PAGES.map(([name, label]) => (
            <PageLink key={name} href={PATHS[name]} aria-current={name === page ? 'page' : undefined}>
              {t(label)}
            </PageLink>
          ))}
          {/* a document of its own: a projector loads no more than it shows */}
          {!IS_FRAMED && <a href="/lecture">{t('nav.lecture')}</a>}
        </nav>
        <div className="tools">
          <Choice
            label={t('tools.language')}
            options={LANGUAGES}
            value={locale}
            onChange={(language) => {
              void chooseLanguage(language);
            }}
          />
          <Choice
            label={t('tools.theme')}
            options={THEMES.map((value) => ({ value, label: t(`tools.${value}`) }))}
            value={theme}
            onChange={(chosen) => {
              chooseTheme(chosen);
              setTheme(chosen);
            }}
          />
          {session !== null && <SignOut subject={session.subject} />}
        </div>
      </header>
    </>
  );
}
