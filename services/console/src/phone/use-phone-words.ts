import { useTranslation } from 'react-i18next';
import type { Locale } from '../format/locale';
import { formatBelow, formatProbability } from '../format/probability';

/** The words of the phone page and its numbers, in the language of the page. */
export function usePhoneWords() {
  const { t, i18n } = useTranslation('phone');
  const locale: Locale = i18n.resolvedLanguage === 'zh' ? 'zh' : 'en';
  return {
    t,
    locale,
    percent: (probability: number) => formatProbability(probability, locale),
    below: (probability: number) => formatBelow(probability, locale),
    list: (items: readonly string[]) => items.join(locale === 'zh' ? '、' : ', '),
  };
}
