import { useTranslation } from 'react-i18next';
import type { Age } from '../api/types';
import { toldAge } from '../format/age';
import type { Locale } from '../format/locale';
import { type Odds, type OddsChange } from '../format/odds';
import { formatProbability, formatProbabilityRange, naturalFrequency } from '../format/probability';

/** Translation and the number formats that go with it, in the language of the page. */
export function useWords() {
  const { t, i18n } = useTranslation();
  const locale: Locale = i18n.resolvedLanguage === 'zh' ? 'zh' : 'en';
  return {
    t,
    locale,
    percent: (probability: number) => formatProbability(probability, locale),
    range: (low: number, high: number) => formatProbabilityRange(low, high, locale),
    frequency: (probability: number) => {
      const { bound, count, of } = naturalFrequency(probability);
      return t(`frequency.${bound}`, { count, of });
    },
    odds: (odds: Odds) =>
      odds.even ? t('evidence.even') : t('evidence.odds', { in: odds.in, out: odds.out }),
    change: (change: OddsChange) =>
      change.direction === 'none'
        ? t('evidence.none')
        : t(`evidence.${change.direction}`, { times: change.times }),
    age: (age: Age) => {
      const { unit, count } = toldAge(age);
      return t(`units.age.${unit}`, { count });
    },
    /** Sentences after one another: with a space in English, with none in Chinese. */
    text: (sentences: readonly string[]) =>
      sentences.filter((one) => one !== '').join(locale === 'zh' ? '' : ' '),
    list: (items: readonly string[]) => items.join(locale === 'zh' ? '、' : ', '),
  };
}
export type Words = ReturnType<typeof useWords>;
