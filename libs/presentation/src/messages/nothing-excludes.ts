import { type Language } from '@openrounds/contracts';
import { type Disease } from '@openrounds/knowledge';
import { NOTHING_EXCLUDES } from './catalogue';

/** What is said of a must-not-miss disease that no single result excludes; nothing of one that has such a result. */
export function nothingExcludes(
  rule: Disease['mustNotMiss'],
  language: Language,
): { nothingExcludes?: string } {
  const reason = rule?.nothingExcludes?.[language];
  return reason === undefined ? {} : { nothingExcludes: NOTHING_EXCLUDES[language]({ reason }) };
}
