import { createHash } from 'node:crypto';
import { type Passage } from '@openrounds/guidelines';
import { type Language } from '@openrounds/contracts';

/** What a vector is made of, and its hash. */
export interface EmbeddedText {
  readonly text: string;
  readonly hash: string;
}

/** A passage in a language as it is embedded: below its headings, without which a text often does not say what it is about. */
export function embeddedText(
  { title, section, text }: Pick<Passage, 'title' | 'section' | 'text'>,
  language: Language,
): EmbeddedText | undefined {
  const body = text[language];
  if (body === undefined) return undefined;
  const whole = [title[language], section[language], body].filter((part) => part !== undefined).join('\n');
  return { text: whole, hash: hashOf(whole) };
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
