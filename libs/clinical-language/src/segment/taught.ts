import { wordLists } from '../lexicon/lexicon-rows';
import { type Stretch, type Token } from '../model/token';
import { byKey } from '../normalise/lists-by-key';
import { surfaceKeys } from '../normalise/phrases';
import { endOfLine, examOptions, opensPhrase } from './exam-options';
import { findHeadings } from './sections';

type Tokens = readonly Token[];

/** `lexicon/{en,zh}/exam.yaml`. */
const WORDS = wordLists(['en/exam', 'zh/exam'], ['questions', 'of-patient', 'answers']);
const phrasesOf = (words: ReadonlySet<string>) =>
  byKey(Array.from(words, surfaceKeys), ([first = '']) => first);
const ASKING = { questions: phrasesOf(WORDS.questions), ofPatient: phrasesOf(WORDS['of-patient']) };
const ANSWERS = phrasesOf(WORDS.answers);

/** So many marks stand before what opens a line: "▶", "**", "(". */
const MOST_MARKS = 3;

function opensWithAnswer(tokens: Tokens, line: number): boolean {
  let at = line;
  while (at < line + MOST_MARKS && tokens[at]?.kind === 'mark') at += 1;
  return opensPhrase(ANSWERS, tokens, at);
}

/** Options, and the lines below them that tell which is right. */
function withAnswers(tokens: Tokens, { from, to }: Stretch): Stretch {
  let end = to;
  for (let line = end; line < tokens.length; line = endOfLine(tokens, line)) {
    while (tokens[line]?.kind === 'line-end') line += 1;
    if (!opensWithAnswer(tokens, line)) break;
    end = endOfLine(tokens, line);
  }
  return { from, to: end };
}

/**
 * What is taught of a case and not told of its patient: options of a question with their answer, and what stands under a heading of
 * teaching as far as the next heading of a record. In the order of the text.
 */
function taughtIn(tokens: Tokens): Stretch[] {
  const headings = findHeadings(tokens);
  const headed = headings.flatMap(({ kind, from }, place): Stretch[] =>
    kind === 'teaching' ? [{ from, to: headings[place + 1]?.from ?? tokens.length }] : [],
  );
  const options = examOptions(tokens, ASKING).map((stretch) => withAnswers(tokens, stretch));
  return [...headed, ...options].sort((a, b) => a.from - b.from);
}

/** Parts what is told of a patient from what is taught of the case. */
export function partTaught(tokens: Tokens): { readonly told: Tokens; readonly taught: readonly Tokens[] } {
  const stretches = taughtIn(tokens);
  if (stretches.length === 0) return { told: tokens, taught: [] };
  const told: Token[] = [];
  const taught: Tokens[] = [];
  let behind = 0;
  for (const { from, to } of stretches) {
    if (to <= behind) continue;
    const start = Math.max(from, behind);
    told.push(...tokens.slice(behind, start));
    taught.push(tokens.slice(start, to));
    behind = to;
  }
  return { told: [...told, ...tokens.slice(behind)], taught };
}
