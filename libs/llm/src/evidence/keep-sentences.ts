import { comparable } from '../answers/names';
import { figuresIn } from '../answers/numbers-in';
import { MARKUP, oneLine } from '../answers/plain-sentence';
import { type DiseaseNames } from './disease-names';
import { type DropReason, type Evidence, type KeptSentences, type SaidSentence } from './evidence';

/** A further reason to drop a sentence; undefined where there is none. `withoutNames`: the names of diseases left out. */
export type FurtherCheck = (sentence: string, withoutNames: string) => DropReason | undefined;

/** Longer is no sentence. */
const LONGEST = 400;

/**
 * Keeps the sentences that stand on their evidence: each id exists, each number and each disease that a sentence names
 * is in what it rests on, and there is no link and no markup in it. What else is said is dropped and counted.
 *
 * @param most - further sentences are not read.
 */
export function keepSentences(
  said: readonly SaidSentence[],
  evidence: readonly Evidence[],
  names: DiseaseNames,
  most: number,
  further: FurtherCheck = () => undefined,
): KeptSentences {
  const byId = new Map(evidence.map((each) => [each.id, each]));
  const sentences: SaidSentence[] = [];
  const dropped: Partial<Record<DropReason, number>> = {};
  for (const { text, evidence: ids } of said.slice(0, most)) {
    const sentence = { text: oneLine(text), evidence: [...new Set(ids)] };
    const reason = faultOf(sentence, byId, names, further);
    if (reason === undefined) sentences.push(sentence);
    else dropped[reason] = (dropped[reason] ?? 0) + 1;
  }
  return { sentences, dropped };
}

function faultOf(
  { text, evidence: ids }: SaidSentence,
  byId: ReadonlyMap<string, Evidence>,
  names: DiseaseNames,
  further: FurtherCheck,
): DropReason | undefined {
  if (text === '' || ids.length === 0) return 'no-evidence';
  const held = ids.flatMap((id) => byId.get(id)?.text ?? []);
  if (held.length < ids.length) return 'unknown-evidence';
  if (text.length > LONGEST) return 'too-long';
  if (MARKUP.test(text)) return 'markup';
  const ground = held.join('\n');
  const numbers = new Set(figuresIn(ground));
  if (!figuresIn(text).every((number) => numbers.has(number))) return 'unheld-number';
  const said = names.in(text);
  const grounded = new Set(names.in(ground));
  const inWords = comparable(ground);
  if (!said.every((name) => grounded.has(name) || inWords.includes(name))) return 'unheld-disease';
  return further(text, without(comparable(text), said));
}

function without(text: string, names: readonly string[]): string {
  return names.reduce((rest, name) => rest.replaceAll(name, ' '), text);
}

/** A line of evidence as a prompt shows it: data on one line, which can end no delimiter. */
export function evidenceLine({ id, text }: Evidence): string {
  return `[${id}] ${inert(text)}`;
}

/** A text from elsewhere, on one line and without what would look like a delimiter of ours. */
export function inert(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{C}\s<>]+/gu, ' ')
    .trim();
}
