const HAN = /\p{Script=Han}/gu;
const LETTER = /\p{L}/gu;

/** English names, units and citations are common in Chinese texts; Chinese ones in English texts are not. */
const CHINESE_FROM = 0.2;

/** Whether a text is Chinese, by the share of its letters that are; everything else is read as English. */
export function languageOf(text: string): 'en' | 'zh' {
  const letters = text.match(LETTER)?.length ?? 0;
  const han = text.match(HAN)?.length ?? 0;
  return han > 0 && han / letters >= CHINESE_FROM ? 'zh' : 'en';
}
