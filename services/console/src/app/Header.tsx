import { useState } from 'react';
import { chooseLanguage } from '../i18n';
import { useWords } from '../i18n/use-words';
import { THEMES, chooseTheme, initialTheme } from '../theme/theme';
import { Choice } from './Choice';
import { LogoIcon } from './icons';

const LANGUAGES = [
  { value: 'en', label: 'English', lang: 'en' },
  { value: 'zh', label: '中文', lang: 'zh' },
] as const;

export function Header() {
  const { t, locale } = useWords();
  const [theme, setTheme] = useState(initialTheme);
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <header className="bar">
        <a className="brand" href="/">
          <LogoIcon />
          {t('brand')}
        </a>
        <nav className="nav" aria-label={t('nav.label')}>
          <a href="/" aria-current="page">
            {t('nav.caseRoom')}
          </a>
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
        </div>
      </header>
    </>
  );
}
