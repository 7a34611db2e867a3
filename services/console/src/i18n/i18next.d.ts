import type en from './en.json';
import type lecture from './lecture.en.json';
import type phone from './phone.en.json';

declare module 'i18next' {
  /** A key that is not in the catalogue does not compile. */
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en; lecture: typeof lecture; phone: typeof phone };
  }
}
