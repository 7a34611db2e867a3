import { z } from 'zod';
import { isNormalState } from '../vocabulary/findings';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { isTransparent, SKIPPING } from '../normalise/function-words';
import { lexiconRows } from '../lexicon/lexicon-rows';
import { byStem } from '../lexicon/phrase-dictionary';
import { type Sense } from '../model/sense';
import { type Sentence } from '../segment/sentences';
import { stem } from '../normalise/stem';
import { positionsBetween } from '../normalise/at-position';
import { type Token, tokenOf } from '../model/token';
import { type Mention } from './mention';

const words = z.array(z.string()).min(1);
/** How a list is called well: see the file. */
const { called: CALLED, ...LISTS } = lexiconRows(
  'en/well',
  z.strictObject({ well: words, easily: words, called: words, joins: words, felt: words, feltFor: words }),
);
const WELL = new Set(LISTS.well);
const EASILY = new Set(LISTS.easily);
const JOINS = new Set(LISTS.joins);
const FELT = new Set(LISTS.felt);
const FELT_FOR = new Set(LISTS.feltFor);
const MAX_ITEM = 3;
const MAX_ITEMS = 5;

const word = (text: string): Token => tokenOf({ kind: 'word', text, key: stem(text), start: 0, end: 0 });

const isWell = (sense: Sense, { panels, findings }: CompiledVocabulary): boolean => {
  if (sense.kind === 'panel')
    return panels.get(sense.panelId)?.sets.every(({ presence }) => presence !== 'present') ?? false;
  return sense.kind === 'state' && isNormalState(sense, findings) === true;
};

/** What the dictionary says of an item that is called normal; nothing if it does not know the whole of it. */
function sensesOf(item: readonly Token[], vocabulary: CompiledVocabulary): Sense[] {
  const known = item.filter((token) => !isTransparent(token) && token.silent !== true);
  // "Pulses present" tells of the vessels and not how fast the heart beats.
  const isFelt = known.some(({ text }) => FELT_FOR.has(text));
  for (const called of CALLED) {
    for (const tokens of [
      [...known, word(called)],
      [word(called), ...known],
    ]) {
      const match = vocabulary.phrases.longestAt(tokens, 0, byStem, SKIPPING, tokens.length);
      if (match?.used.length !== tokens.length) continue;
      const senses = match.values
        .map(({ sense }) => sense)
        .filter((sense) => isWell(sense, vocabulary) && !(isFelt && sense.kind === 'state'));
      if (senses.length > 0) return senses;
    }
  }
  return [];
}

interface Item {
  readonly from: number;
  readonly to: number;
}

/** The items of the list that ends at a position, from the last to the first. */
function itemsBefore(tokens: readonly Token[], sentence: Sentence, end: number): Item[] {
  const items: Item[] = [];
  let to = end;
  while (items.length < MAX_ITEMS) {
    let from = to;
    while (
      from > sentence.from &&
      tokens[from - 1]?.kind === 'word' &&
      !JOINS.has(tokens[from - 1]?.text ?? '')
    )
      from -= 1;
    if (from === to || to - from > MAX_ITEM) break;
    items.push({ from, to });
    const joint = tokens[from - 1]?.text ?? '';
    if (from === sentence.from || !JOINS.has(joint)) break;
    to = from - 1;
    while (to > sentence.from && JOINS.has(tokens[to - 1]?.text ?? '')) to -= 1;
  }
  return items;
}

/** "Sleep + appetite ok", "reflexes fine", "foot pulses easily felt": each item of the list is well. */
export function listedNormality(
  tokens: readonly Token[],
  sentence: Sentence,
  vocabulary: CompiledVocabulary,
  covered: ReadonlySet<number>,
): Mention[] {
  const mentions: Mention[] = [];
  for (let at = sentence.from + 1; at < sentence.to; at += 1) {
    const text = tokens[at]?.text ?? '';
    if (!WELL.has(text) || covered.has(at)) continue;
    let end = at;
    while (end > sentence.from && EASILY.has(tokens[end - 1]?.text ?? '')) end -= 1;
    for (const { from, to } of itemsBefore(tokens, sentence, end)) {
      const item = tokens.slice(from, to);
      if (FELT.has(text) && !item.some((token) => FELT_FOR.has(token.text))) break;
      const used = positionsBetween(from, to);
      if (used.some((position) => covered.has(position))) break;
      const senses = sensesOf(item, vocabulary);
      if (senses.length === 0) continue;
      mentions.push({ senses, from, to: at + 1, used: [...used, at], form: 'apart' });
    }
  }
  return mentions;
}
