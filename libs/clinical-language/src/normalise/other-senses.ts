import { type Token, tokenOf } from '../model/token';
import { z } from 'zod';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { stem } from './stem';
import { spellingOf } from './tokens';
import { contextsByWord, contextsOf, type WordContext } from './word-context';

const rowSchema = z.strictObject({ pattern: z.string(), example: z.string() });
const readSchema = rowSchema.extend({ as: z.string() });
const fileSchema = z.strictObject({
  classes: z.record(z.string(), z.array(z.string())),
  marked: z.array(readSchema),
  letters: z.array(readSchema.extend({ reads: z.string() })),
  compounds: z.array(rowSchema),
});

const files = ['en', 'zh'].map((language) => {
  const { classes, ...parts } = lexiconRows(`${language}/other-senses`, fileSchema);
  return { ...parts, classes: new Map(Object.entries(classes).map(([name, words]) => [`<${name}>`, words])) };
});
/** The rows of both languages; their examples are their tests. */
export const OTHER_SENSE_ROWS = {
  marked: files.flatMap(({ marked }) => marked),
  letters: files.flatMap(({ letters }) => letters),
  compounds: files.flatMap(({ compounds }) => compounds),
};

/** Marks a word that is written like another and means something else. */
const OTHER = '~';

const MARKED = contextsByWord(
  files.flatMap(({ marked, classes }) =>
    marked.flatMap(({ pattern }) =>
      contextsOf(pattern, classes, ({ text }) => text).map((context) => ({ context })),
    ),
  ),
);
const LETTERS = contextsByWord(
  files.flatMap(({ letters, classes }) =>
    letters.flatMap(({ pattern, reads }) =>
      contextsOf(pattern, classes, spellingOf).map((context) => ({ reads, context })),
    ),
  ),
);
const COMPOUNDS = contextsByWord(
  files.flatMap(({ compounds, classes }) =>
    compounds.flatMap(({ pattern }) =>
      contextsOf(pattern, classes, spellingOf).map((context) => ({ context })),
    ),
  ),
);

/**
 * Gives words that are written like others ("go back", "took blood", "two fingers" as a measure) a key of their own, in
 * texts and in wordings alike.
 */
export function tellSensesApart(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ text }) => MARKED.has(text))) return tokens;
  return tokens.map((token, position) =>
    MARKED.get(token.text)?.some(({ context }) => context.standsAt(tokens, position)) === true
      ? tokenOf({ ...token, key: `${stem(token.text)}${OTHER}` })
      : token,
  );
}

/** "Red L eye", "pain w movement", "b/l swelling": letters that notes write for words are read as the words. */
export function expandLetters(tokens: readonly Token[]): readonly Token[] {
  const expanded = [...tokens];
  tokens.forEach((token, position) => {
    if (token.kind !== 'word' || token.text.length !== 1) return;
    const letter = LETTERS.get(token.text)?.find(({ context }) => context.standsAt(tokens, position));
    if (letter === undefined) return;
    expanded[position] = tokenOf({ ...token, text: letter.reads, key: stem(letter.reads) });
    for (let at = position + 1; at < position + letter.context.length; at += 1) {
      const mark = tokens[at];
      if (mark !== undefined) expanded[at] = tokenOf({ ...mark, key: '', silent: true });
    }
  });
  return expanded;
}

interface InContext {
  readonly context: WordContext;
}

const compoundsAt = (tokens: readonly Token[], position: number): readonly InContext[] => {
  const token = tokens[position];
  return (token && COMPOUNDS.get(spellingOf(token))) ?? [];
};

/** Whether the general noun at `from`..`to` is only a part of a longer noun that names something else. */
export function isPartOfOtherCompound(tokens: readonly Token[], from: number, to: number): boolean {
  const fits = ({ length, mayGoOn }: WordContext): boolean =>
    mayGoOn ? to - from >= length : to - from === length;
  return (
    compoundsAt(tokens, from).some(
      ({ context }) => !context.mayFollow && fits(context) && context.standsAt(tokens, from),
    ) ||
    compoundsAt(tokens, to - 1).some(
      ({ context }) => context.mayFollow && context.standsAt(tokens, to - context.length),
    )
  );
}
