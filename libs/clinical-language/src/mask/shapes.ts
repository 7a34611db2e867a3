import { type MaskedKind } from '@openrounds/contracts';
import { type Candidate } from './candidate';
import { CHECKS, isClinical } from './checks';
import { CueTrie } from './cue-trie';
import { classesOf, identifierFiles, type LabelRow, type ShapeRow } from './mask-lexicon';
import { type Passage } from './passage';
import { gather } from '../normalise/lists-by-key';

interface Shape {
  readonly kind: MaskedKind;
  readonly pattern: RegExp;
  readonly needs: string;
  readonly check: ((text: string) => boolean) | undefined;
  readonly becomes: string | undefined;
}
interface Label {
  readonly kind: MaskedKind;
  readonly value: RegExp;
}
type File = ReturnType<typeof identifierFiles>[number];

/** A fixed shape is surer than anything that is weighed; a bed or a postcode may be part of a longer address. */
const CERTAIN = 20;
const PART = 4.5;
const SURE = 18;
/** What stands between a label and its value. */
const LINK =
  /(?: ?(?:no\b\.?|nos?\.|number\b|is\b|was\b|both\b|[(][a-z]{1,8}[)]|[:#=,-]|号码?|[是为吧叫]|(?<=信)你)){0,3} {0,3}/iuy;
/** A number in words is replaced like one in digits. */
const NUMBER =
  /\d{2,3}(?:th)?|ninety[- ]?[a-z]*|(?:one|a) hundred(?: and [a-z]+)?|九十[一二三四五六七八九]?|一百零?[一二三四五六七八九十]*/iu;

/** Puts the parts of a file into a shape, those that are made of others as well. */
function filled(shape: string, parts: File['parts']): string {
  return shape.replace(/\{([a-z-]+)\}/gu, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`no part of a shape is called ${name}`);
    return typeof part === 'string' ? filled(part, parts) : `(?:${part.anyOf.join('|')})`;
  });
}

function shapeOf(row: ShapeRow, parts: File['parts']): Shape {
  const check = row.check === undefined ? undefined : CHECKS[row.check];
  if (row.check !== undefined && check === undefined) throw new Error(`no check is called ${row.check}`);
  return {
    kind: row.kind as MaskedKind,
    pattern: new RegExp(filled(row.shape, parts), row.anyCase ? 'giu' : 'gu'),
    needs: row.needs ?? '',
    check,
    becomes: row.becomes,
  };
}

function labelOf({ kind, value }: LabelRow, { parts, values }: File): Label {
  const shape = values[value];
  if (shape === undefined) throw new Error(`no value of a label is called ${value}`);
  return { kind: kind as MaskedKind, value: new RegExp(filled(shape, parts), 'uy') };
}

const FILES = identifierFiles();
const SHAPES: readonly Shape[] = FILES.flatMap(({ parts, shapes }) =>
  shapes.map((row) => shapeOf(row, parts)),
);
const LABELS = new CueTrie<Label>();
for (const file of FILES) {
  for (const row of file.labels) {
    const label = labelOf(row, file);
    for (const phrase of [...row.words, ...row.phrases]) LABELS.add(phrase, label);
  }
}

/** "94-year-old" becomes "90-year-old"; what is no number becomes what the row says. */
const placeholderOf = (found: string, becomes: string): string =>
  /^90(?:th)?$/u.test(becomes) ? found.replace(NUMBER, becomes) : becomes;

function* found({ kind, pattern, check, becomes }: Shape, text: string): Generator<Candidate> {
  // not matchAll, which makes a copy of the expression for every shape and text
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const it = match.groups?.['it'] ?? match[0];
    const start = match.index + match[0].lastIndexOf(it);
    if (match[0] === '') pattern.lastIndex += 1;
    else if (check === undefined || check(it)) {
      const placeholder = becomes === undefined ? undefined : placeholderOf(it, becomes);
      yield {
        start,
        end: start + it.length,
        kind,
        score: kind === 'address' ? PART : kind === 'mrn' ? SURE : CERTAIN,
        ...(placeholder !== undefined && { placeholder }),
      };
    }
  }
}

/** Three digits, or two and a letter: "no. 3" tells nobody. */
const tells = (value: string): boolean => value.length > 3 || /\d{3}|\d\D?\d\D?\d/u.test(value);

/** A value of a known shape behind its label. */
function* labelled({ tokens, text }: Passage): Generator<Candidate> {
  const hits: Candidate[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    LABELS.at(tokens, at, ({ kind, value }, to) => {
      const end = tokens[to - 1]?.end ?? 0;
      LINK.lastIndex = end;
      const from = end + (LINK.exec(text)?.[0].length ?? 0);
      // "id3" is no label
      if (from === end && tokens[to - 1]?.kind === 'word') return;
      value.lastIndex = from;
      const it = value.exec(text)?.[0];
      if (it !== undefined && !isClinical(it) && (kind === 'name' || tells(it)))
        hits.push({ start: from, end: from + it.length, kind, score: SURE });
    });
  }
  yield* hits;
}

const BATCH = new RegExp(
  `(?:${(classesOf('zh/names').get('batch') ?? []).join('|')})[号號]?[:：是为 ]{0,2}$`,
  'u',
);
/** So far before a number its label is looked for. */
const LONGEST_BATCH = 8;

/** The number of a batch of medicine is nobody's. */
const isBatch = (text: string, { kind, start }: Candidate): boolean =>
  kind === 'mrn' && BATCH.test(text.slice(Math.max(0, start - LONGEST_BATCH), start));

/** Phones, numbers, accounts, dates, beds: whatever is told by its shape, alone or behind a label. */
export function shapedIdentifiers(passage: Passage): Candidate[] {
  const { text } = passage;
  const present = new Set(text);
  const searched = SHAPES.filter(
    ({ needs }) => needs === '' || Array.from(needs).some((char) => present.has(char)),
  );
  const all = [...labelled(passage), ...gather(searched, (shape) => [...found(shape, text)])];
  return all.filter((each) => !isBatch(text, each));
}
