import i18next, { type Resource } from 'i18next';
import ICU from 'i18next-icu';
import { initReactI18next } from 'react-i18next';
import type { Locale } from '../format/locale';
import { recall, remember } from '../app/storage';
import { LANGUAGE_KEY } from './language-key';

function initialLanguage(): Locale {
  const asked =
    new URLSearchParams(location.search).get('lang') ?? recall(LANGUAGE_KEY) ?? navigator.language;
  return asked.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

function announce(language: string): void {
  document.documentElement.lang = language;
}

/** The catalogues are part of the bundle: a page works in a lecture hall without a network. */
export async function startWords(resources: Readonly<Record<Locale, Resource[string]>>): Promise<void> {
  i18next.on('languageChanged', announce);
  await i18next
    .use(ICU)
    .use(initReactI18next)
    .init({
      lng: initialLanguage(),
      fallbackLng: false,
      supportedLngs: ['en', 'zh'],
      resources,
      interpolation: { escapeValue: false },
    });
}

export async function chooseLanguage(language: Locale): Promise<void> {
  remember(LANGUAGE_KEY, language);
  await i18next.changeLanguage(language);
}
