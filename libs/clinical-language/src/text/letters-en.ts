import { ANATOMY_EN } from '../lexicon/anatomy';
import { stem } from './stem';
import { type Token } from './tokens';

const SIDES: Readonly<Record<string, string>> = { l: 'left', r: 'right' };
const MORE_PARTS: ReadonlySet<string> = new Set(
  'kidney testis testicle breast lung cheek temple iliac sided side upper lower big great little index middle ring inner outer lateral medial'
    .split(' ')
    .map(stem),
);

const isGlued = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from + 1, to + 1).every(({ start }, index) => tokens[from + index]?.end === start);

/** A letter that stands for a word, with what it stands for; `length` tokens are the letter and its marks. */
interface Letter {
  readonly text: string;
  readonly length: number;
}

function letterAt(tokens: readonly Token[], position: number): Letter | undefined {
  const token = tokens[position];
  if (token?.kind !== 'word' || token.text.length !== 1) return undefined;
  const [next, second] = [tokens[position + 1], tokens[position + 2]];
  const isSlashed = next?.text === '/' && isGlued(tokens, position, position + 1);
  if (token.text === 'b' && isSlashed && second?.text === 'l') return { text: 'bilateral', length: 3 };
  if (token.text === 'w') {
    if (isSlashed && second?.text === 'o') return { text: 'without', length: 3 };
    if (isSlashed && second?.kind === 'word') return { text: 'with', length: 2 };
    return next?.kind === 'word' && tokens[position - 1]?.kind === 'word'
      ? { text: 'with', length: 1 }
      : undefined;
  }
  const side = SIDES[token.text];
  if (side === undefined || next?.kind !== 'word') return undefined;
  const before = tokens[position - 1]?.text ?? '';
  const isPart = ANATOMY_EN.has(next.key) || MORE_PARTS.has(next.key);
  return isPart && !/^[/\d-]$/.test(before) ? { text: side, length: 1 } : undefined;
}

/** "Red L eye", "pain w movement", "b/l swelling": letters that notes write for words are read as the words. */
export function expandLetters(tokens: readonly Token[]): readonly Token[] {
  const letters = new Map<number, Letter>();
  tokens.forEach((token, position) => {
    if (token.kind !== 'word' || token.text.length !== 1) return;
    const letter = letterAt(tokens, position);
    if (letter !== undefined) letters.set(position, letter);
  });
  if (letters.size === 0) return tokens;
  return tokens.map((token, position) => {
    const own = letters.get(position);
    if (own !== undefined) return { ...token, text: own.text, key: stem(own.text) };
    const isMark = [1, 2].some((back) => (letters.get(position - back)?.length ?? 0) > back);
    return isMark ? { ...token, key: '', silent: true as const } : token;
  });
}
