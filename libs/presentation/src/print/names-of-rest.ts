import { type Language } from '@openrounds/contracts';
import { PRINT_WORDS } from './print-words';

/** What is called the rest of a list: further diagnoses of the knowledge base together, and those outside it. */
export const namesOfRest = (count: number, language: Language): { remainder: string; other: string } => {
  const { remainder, other } = PRINT_WORDS[language];
  return { remainder: remainder(count), other };
};
