import { type Language, type SmartFault } from '@openrounds/contracts';
import { sentencePage } from './pages';
import { SMART_WORDS } from './smart-words';

/** A launch from a training EHR that was not accepted: a sentence, a code and the request. */
export const smartRefusalPage = (code: SmartFault, requestId: string, language: Language): string =>
  sentencePage(SMART_WORDS[language][code], code, requestId, language);
