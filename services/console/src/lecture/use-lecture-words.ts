import { useTranslation } from 'react-i18next';
import type { Locale } from '../format/locale';
import { formatBelow, formatProbability } from '../format/probability';

/** The words of a lecture and its numbers, in the language of the page. */
export function useLectureWords() {
  const { t, i18n } = useTranslation('lecture');
  const locale: Locale = i18n.resolvedLanguage === 'zh' ? 'zh' : 'en';
  return {
    t,
    locale,
    percent: (probability: number) => formatProbability(probability, locale),
    below: (probability: number) => formatBelow(probability, locale),
  };
}
export type LectureWords = ReturnType<typeof useLectureWords>;
