import { useTranslation } from 'react-i18next';
import type { ErrorKind } from '../../../../libs/learning/src/answers/answer';

/** What can be wrong with a line, in the words that phones use. */
export function useErrorWords(): (kind: ErrorKind) => string {
  const { t } = useTranslation('phone');
  return (kind) => t(`error.${kind}`);
}
