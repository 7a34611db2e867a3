import en from './en.json';
import { startWords } from './start';
import zh from './zh.json';

export { chooseLanguage } from './start';

/** The words of the console; the pages of a lecture and for phones have catalogues of their own. */
export const startI18n = (): Promise<void> =>
  startWords({ en: { translation: en }, zh: { translation: zh } });
