import { bySurface, type PhraseMatch } from '../lexicon/phrase-trie';
import { type Mention } from '../matching/mention';
import { type Sentence } from '../segmentation/sentences';
import { type Token } from '../text/tokens';
import { type Cue, CUES, type CueKind, LISTED_COMMA_BREAKERS } from './cues';

/** What governs one token: the kinds of cue in whose scope it stands. */
export type Scope = ReadonlySet<CueKind>;

/** The scopes of a sentence and the tokens that are cues themselves. */
export interface Scopes {
  at(position: number): Scope;
  readonly cueTokens: ReadonlySet<number>;
}

/** A scope never reaches further than this many tokens. */
const MAX_SCOPE = 60;
const STATEMENT_ENDS: ReadonlySet<string> = new Set([';', '；', '。', ':']);
const LISTING_ZH: ReadonlySet<string> = new Set(['、', '及', '和', '或', '与', '/', '伴']);
/** "has not *had* fever", "does not *have* pain": the verb belongs to the cue. */
const AUXILIARY = /^(?:has|had|have|is|are|was|were|reported|reports|developed|noticed|there)$/;
const AUXILIARIES_AFTER = 2;
const NOTHING: Scope = new Set();

interface PlacedCue {
  readonly cue: Cue;
  readonly from: number;
  readonly to: number;
}

function isInside(match: PhraseMatch<Cue>, mention: Mention): boolean {
  return mention.form === 'phrase' && mention.from <= match.from && match.to <= mention.to;
}

function placeCues(tokens: readonly Token[], sentence: Sentence, mentions: readonly Mention[]): PlacedCue[] {
  return CUES.matchAll(tokens, bySurface, undefined, sentence.from, sentence.to)
    .filter((match) => !mentions.some((mention) => isInside(match, mention)))
    .flatMap(({ values, from, to }) => values.map((cue) => ({ cue, from, to })));
}

/** Whether what follows a comma is a statement of its own rather than the next item of a list. */
function startsStatement(tokens: readonly Token[], comma: number, sentence: Sentence): boolean {
  for (let position = comma + 1; position < Math.min(comma + 4, sentence.to); position += 1) {
    const token = tokens[position];
    if (token === undefined || token.text === ',') return false;
    if (token.kind === 'number') return true;
    if (token.kind === 'word' && LISTED_COMMA_BREAKERS.has(token.text)) return true;
    if (token.kind === 'han' && position === comma + 1 && /[有伴可呈今近现但而且查见示]/.test(token.text))
      return true;
  }
  return false;
}

function forwardEnd(
  tokens: readonly Token[],
  sentence: Sentence,
  { cue, to }: PlacedCue,
  stops: ReadonlySet<number>,
): number {
  const limit = Math.min(sentence.to, to + MAX_SCOPE);
  for (let position = to; position < limit; position += 1) {
    const text = tokens[position]?.text ?? '';
    if (STATEMENT_ENDS.has(text)) return position;
    if (stops.has(position) && !(position < to + AUXILIARIES_AFTER && AUXILIARY.test(text))) return position;
    if (text === ',' && (!cue.passesCommas || startsStatement(tokens, position, sentence))) {
      if (!isSerialComma(tokens, position, sentence, cue)) return position;
    }
  }
  return limit;
}

/** "no cough, fever or rash": the comma belongs to a list that an "and/or" closes before the next statement. */
function isSerialComma(tokens: readonly Token[], comma: number, sentence: Sentence, cue: Cue): boolean {
  if (cue.passesCommas || startsStatement(tokens, comma, sentence)) return false;
  for (let position = comma + 1; position < Math.min(comma + 12, sentence.to); position += 1) {
    const text = tokens[position]?.text ?? '';
    if (text === 'or' || text === 'and' || text === 'nor') return true;
  }
  return false;
}

function backwardStart(
  tokens: readonly Token[],
  sentence: Sentence,
  { from }: PlacedCue,
  stops: ReadonlySet<number>,
): number {
  const limit = Math.max(sentence.from, from - MAX_SCOPE);
  for (let position = from - 1; position >= limit; position -= 1) {
    const text = tokens[position]?.text ?? '';
    if (text === ',' || STATEMENT_ENDS.has(text)) return position + 1;
    if (stops.has(position) && !LISTING_ZH.has(text) && !isCopula(text)) return position + 1;
  }
  return limit;
}

const isCopula = (text: string): boolean => /^(?:is|are|was|were|has|had|have)$/.test(text);

/** A statement ends where one of these kinds begins anew: "no fever, possible pneumonia". */
const ENDS_OTHERS: Partial<Record<CueKind, readonly CueKind[]>> = {
  stop: ['negated', 'possible', 'historical', 'planned', 'conditional'],
  negated: ['possible'],
  possible: ['negated', 'historical'],
  historical: ['possible'],
};

/** Words that name the patient again end what was said of somebody else. */
const PATIENT_AGAIN: ReadonlySet<string> = new Set(['he', 'she', 'patient', '患者', '患', '本人']);

function stopsFor(cue: Cue, cues: readonly PlacedCue[], tokens: readonly Token[]): Set<number> {
  const positions = new Set<number>();
  for (const other of cues) {
    const text = tokens[other.from]?.text ?? '';
    const aboutPerson = cue.kind === 'family' || cue.kind === 'other-person';
    if (aboutPerson) {
      if (other.cue.kind === 'stop' && (PATIENT_AGAIN.has(text) || text === 'but' || text === '但'))
        positions.add(other.from);
    } else if (other.cue.direction === 'forward' && ENDS_OTHERS[other.cue.kind]?.includes(cue.kind)) {
      positions.add(other.from);
    }
  }
  return positions;
}

/**
 * Works out which tokens of a sentence are denied, doubted, past, about others, conditional or planned.
 * Cues inside a concept of the vocabulary ("无尿", "no relief") are not cues.
 */
export function scopesOf(tokens: readonly Token[], sentence: Sentence, mentions: readonly Mention[]): Scopes {
  const cues = placeCues(tokens, sentence, mentions);
  const governed = new Map<number, Set<CueKind>>();
  const cueTokens = new Set<number>();
  for (const placed of cues) {
    for (let position = placed.from; position < placed.to; position += 1) cueTokens.add(position);
    if (placed.cue.kind === 'stop' || placed.cue.kind === 'none') continue;
    const stops = stopsFor(placed.cue, cues, tokens);
    const forward = placed.cue.direction === 'forward';
    const start = forward ? placed.to : backwardStart(tokens, sentence, placed, stops);
    const end = forward ? forwardEnd(tokens, sentence, placed, stops) : placed.from;
    for (let position = start; position < end; position += 1) {
      const kinds = governed.get(position) ?? new Set();
      kinds.add(placed.cue.kind);
      governed.set(position, kinds);
    }
  }
  return { at: (position) => governed.get(position) ?? NOTHING, cueTokens };
}
