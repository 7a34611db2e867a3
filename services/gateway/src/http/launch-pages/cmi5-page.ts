import { type Cmi5Refusal, type Language } from '@openrounds/contracts';
import { CMI5_WORDS } from './cmi5-words';
import { sentencePage } from './pages';

/** A launch by cmi5 that was not accepted: a sentence, a code and the request. */
export const cmi5RefusalPage = (code: Cmi5Refusal, requestId: string, language: Language): string =>
  sentencePage(CMI5_WORDS[language][code], code, requestId, language);
