import { Choice } from '../app/Choice';
import { LogoIcon } from '../app/icons';
import { useSession } from '../app/session-context';
import { SignOut } from '../app/SignOut';
import { chooseLanguage } from '../i18n/start';
import { useLectureWords } from './use-lecture-words';

const LANGUAGES = [
  { value: 'en', label: 'English', lang: 'en' },
  { value: 'zh', label: '中文', lang: 'zh' },
] as const;

/** The head of the pages that only the teacher sees. */
export function ControlBar() {
  const { t, locale } = useLectureWords();
  const { subject } = useSession();
  return (
    <header className="bar">
      <a className="brand" href="/">
        <LogoIcon />
        OpenRounds
      </a>
      <nav className="nav" aria-label={t('title')}>
        <a href="/">{t('home')}</a>
        <a href="/library">{t('library')}</a>
        <a href="/author">{t('author')}</a>
        <a href="/lecture" aria-current="page">
          {t('title')}
        </a>
      </nav>
      <div className="tools">
        <Choice
          label={t('keys.language')}
          options={LANGUAGES}
          value={locale}
          onChange={(language) => {
            void chooseLanguage(language);
          }}
        />
        <SignOut subject={subject} />
      </div>
    </header>
  );
}
