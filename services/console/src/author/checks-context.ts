import { createContext, useContext } from 'react';
import { useWords } from '../i18n/use-words';
import { checksAt, fieldIdOf, isMistake, type ToldCheck } from './told-checks';

const ChecksContext = createContext<readonly ToldCheck[]>([]);
export const ChecksProvider = ChecksContext.Provider;

/** The words for what is missing, by the code of the refusal. */
const MISSING = ['language-missing', 'too-small', 'too-big', 'invalid-format', 'invalid-type'] as const;

/** A check in words. What is missing is told in ours: the server speaks of it in terms of the contract. */
export function useCheckWords(): (check: ToldCheck) => string {
  const { t } = useWords();
  return ({ severity, code, message }) => {
    const known = MISSING.find((each) => each === code);
    return severity === 'missing' && known !== undefined ? t(`author.missing.${known}`) : message;
  };
}

/** What is said of one field, and how the field refers to it. */
export function useFieldChecks(pointer: string, below = false) {
  const checks = checksAt(useContext(ChecksContext), pointer, below);
  const id = fieldIdOf(pointer);
  const said = `${id}-said`;
  return {
    checks,
    /** For the control: its id, whether it is wrong, and where that is said. */
    control: {
      id,
      'aria-invalid': checks.some(isMistake) || undefined,
      'aria-describedby': checks.length > 0 ? said : undefined,
    },
    said,
    className: checks.some(isMistake) ? 'field bad' : 'field',
  };
}
