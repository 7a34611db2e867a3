import en from './en.json';
import phoneEn from './phone.en.json';
import phoneZh from './phone.zh.json';
import { startWords } from './start';
import zh from './zh.json';

export { chooseLanguage } from './start';

/** All words of the console; the page for phones starts with its own catalogue alone. */
export const startI18n = (): Promise<void> =>
  startWords({ en: { translation: en, phone: phoneEn }, zh: { translation: zh, phone: phoneZh } });
