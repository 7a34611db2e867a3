import { isTransparent } from '../normalise/function-words';
import { type Lookup } from '../vocabulary/stored/lookup';
import { joinSides, type Laterality, lateralityAt, sidesConflict } from '../recognise/laterality';
import { type Sense } from '../model/sense';
import { type Sentence } from '../segment/sentences';
import { type Token } from '../model/token';
import { type Mention } from './mention';

/** May stand between a side and what it belongs to: "right [sided lower] chest pain". */
const BETWEEN_BEFORE: ReadonlySet<string> = new Set(
  'side sided upper lower mild moderate severe marked slight 侧 下 上 部'.split(' '),
);
/** May stand between what was found and its side: "reduced [on the] left". */
const BETWEEN_AFTER: ReadonlySet<string> = new Set('on in of at over is are was were'.split(' '));
const JOINING: ReadonlySet<string> = new Set(['and', 'or', '/', '&', '和', '及']);
const MAX_BETWEEN = 3;

function sidesBefore(tokens: readonly Token[], from: number, start: number): Laterality[] {
  const sides: Laterality[] = [];
  let between = 0;
  for (let position = from - 1; position >= start && between <= MAX_BETWEEN; position -= 1) {
    const token = tokens[position];
    if (token === undefined) break;
    const side = lateralityAt(tokens, position);
    if (side !== undefined) {
      sides.push(side);
      between = 0;
    } else if (isTransparent(token) || BETWEEN_BEFORE.has(token.text)) between += 1;
    else if (!(sides.length > 0 && JOINING.has(token.text))) break;
  }
  return sides;
}

function sidesAfter(tokens: readonly Token[], to: number, end: number): Laterality[] {
  let position = to;
  while (position < end && position - to < MAX_BETWEEN) {
    const token = tokens[position];
    if (token === undefined) break;
    const side = lateralityAt(tokens, position);
    if (side !== undefined) return [side];
    if (!isTransparent(token) && !BETWEEN_AFTER.has(token.text)) break;
    position += 1;
  }
  return [];
}

/** The side of the body that a text gives to a mention: inside it, right before it, or right behind it. */
function sideOf(tokens: readonly Token[], mention: Mention, sentence: Sentence): Laterality | undefined {
  const inside: Laterality[] = [];
  for (let position = mention.from; position < mention.to; position += 1) {
    const side = lateralityAt(tokens, position);
    if (side !== undefined) inside.push(side);
  }
  if (inside.length > 0) return joinSides(inside);
  const before = sidesBefore(tokens, mention.from, sentence.from);
  return joinSides(before.length > 0 ? before : sidesAfter(tokens, mention.to, sentence.to));
}

/**
 * Drops the senses that belong to another side than the one said: a finding of one leg is not told by "both calves are
 * swollen". Without any sense left there is no mention.
 */
export function onItsSide(
  tokens: readonly Token[],
  mention: Mention,
  sentence: Sentence,
  sides: Lookup<Laterality>,
): Mention | undefined {
  const isSided = (sense: Sense): boolean => 'findingId' in sense && sides.has(sense.findingId);
  if (!mention.senses.some(isSided)) return mention;
  const said = sideOf(tokens, mention, sentence);
  if (said === undefined) return mention;
  const senses = mention.senses.filter((sense) => {
    const own = 'findingId' in sense ? sides.get(sense.findingId) : undefined;
    return own === undefined || !sidesConflict(own, said);
  });
  return senses.length === 0 ? undefined : { ...mention, senses };
}
