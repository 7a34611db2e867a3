import { type Cmi5Refusal, type Language } from '@openrounds/contracts';
import WORDS from './cmi5-words.json';
import { sentencePage } from './pages';

/** A launch by cmi5 that was not accepted: a sentence, a code and the request. */
export const cmi5RefusalPage = (code: Cmi5Refusal, requestId: string, language: Language): string =>
  sentencePage(WORDS[language][code], code, requestId, language);
