import { type Language, type Versions } from '@openrounds/contracts';
import { notice } from '../messages/catalogue';
import { CARD_TEXTS } from './card-words';

/** A card in words; who it is from and where it leads is put to it where that is known. */
export interface CardText {
  /** Fewer than 140 characters (CDS Hooks 2.0, "Card attributes"). */
  readonly summary: string;
  /** Markdown (GitHub flavoured). */
  readonly detail: string;
  readonly indicator: 'info' | 'warning';
}

const SHORTER_THAN = 140;

/** A text that is short enough for a summary: cut off at a whole character where it is not. */
export function shortened(text: string): string {
  const characters = [...text];
  if (text.length < SHORTER_THAN) return text;
  while (characters.join('').length > SHORTER_THAN - 2) characters.pop();
  return `${characters.join('')}…`;
}

/** As many of the parts as a summary has room for, at least the first. */
export function summaryOf(
  parts: readonly string[],
  between: string,
  sentence: (joined: string) => string,
): string {
  const counts = parts.map((_, place) => parts.length - place);
  const fitting = counts
    .map((count) => sentence(parts.slice(0, count).join(between)))
    .find((text) => text.length < SHORTER_THAN);
  return fitting ?? shortened(sentence(parts[0] ?? ''));
}

/** A name that Markdown leaves as it is. */
export const plain = (name: string): string => name.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');

/** The lines of a card, and below them what it is not and what it was made with. */
export function detailOf(lines: readonly string[], versions: Versions, language: Language): string {
  const made = CARD_TEXTS[language].versions(versions.engine, versions.knowledge.slice(0, 12));
  return [lines.join('\n'), notice(language), made].join('\n\n');
}
