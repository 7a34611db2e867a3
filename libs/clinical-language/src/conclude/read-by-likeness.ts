import { collectMention } from '../collect/mention-statements';
import { type Collected, type ScopedSentence, type SentenceContext } from '../collect/sentence-context';
import { type Statement } from '../collect/statement';
import { type Likeness } from '../frame/likeness-index';
import { type Stretch } from '../model/token';
import { addTo, gather } from '../normalise/lists-by-key';
import { positionsBetween } from '../normalise/at-position';
import { type Atom, positionsOf } from '../recognise/atoms';
import { mentionApart } from '../resolve/mention';
import { ancestorsOf } from '../vocabulary/findings';
import { type CompiledVocabulary } from '../vocabulary/compile';

/** So much of a wording has to be said, and by so much more than of a wording of another finding that shares its words. */
const ENOUGH = 0.8;
const MARGIN = 0.1;
/** Each step to what a word is a kind of makes it less near: "leg" said by "thigh". */
const STEP_UP = 0.8;
/** How many tokens what is said of a wording may span, and more for each word of it. */
const SPAN = 14;
const SPAN_MORE = 2;
/**
 * How sure it is that such words say the finding: a third to a half of them do. The engine then lets a finding that is rare tell ten
 * times less than one that is read.
 */
const CERTAINTY = 0.93;

/** What a sentence says, in the words of the lexicon: by concept how nearly, and which atom says it so. */
interface SaidBy {
  readonly nearness: ReadonlyMap<string, number>;
  readonly atomOf: ReadonlyMap<string, Atom>;
}

function saidIn(atoms: readonly Atom[], { composition }: CompiledVocabulary): SaidBy {
  const nearness = new Map<string, number>();
  const atomOf = new Map<string, Atom>();
  for (const atom of atoms)
    for (const feature of atom.features)
      for (const [above, distance] of composition.concepts.above(feature)) {
        const near = STEP_UP ** distance;
        if (near <= (nearness.get(above) ?? 0)) continue;
        nearness.set(above, near);
        atomOf.set(above, atom);
      }
  return { nearness, atomOf };
}

interface Candidate {
  readonly findingId: string;
  readonly cover: number;
  /** In the order of the text. */
  readonly atoms: readonly Atom[];
}

function candidateOf({ findingId, cover, said }: Likeness, { atomOf }: SaidBy): Candidate[] {
  const atoms = [...new Set(gather(said, (slot) => [atomOf.get(slot)].filter((atom) => atom !== undefined)))];
  atoms.sort((a, b) => a.from - b.from);
  const span = (atoms.at(-1)?.to ?? 0) - (atoms[0]?.from ?? 0);
  return atoms.length < 2 || span > SPAN + SPAN_MORE * atoms.length ? [] : [{ findingId, cover, atoms }];
}

/** Whether one finding is the other, or a kind of it. */
const isRelated = (one: string, other: string, vocabulary: CompiledVocabulary): boolean =>
  one === other ||
  ancestorsOf(one, vocabulary).includes(other) ||
  ancestorsOf(other, vocabulary).includes(one);

/** The findings that a sentence says nearly in the words of a wording, some of which led to nothing else. */
function nearlyTold(
  atoms: readonly Atom[],
  unread: ReadonlySet<number>,
  vocabulary: CompiledVocabulary,
): Candidate[] {
  const isUnread = ({ from, to }: Atom): boolean => positionsBetween(from, to).some((at) => unread.has(at));
  if (atoms.length < 2 || !atoms.some(isUnread)) return [];
  const said = saidIn(atoms, vocabulary);
  const candidates = gather(vocabulary.likeness.nearest(said.nearness), (one) => candidateOf(one, said));
  const isRival = (one: Candidate, other: Candidate): boolean =>
    other.cover > one.cover - MARGIN &&
    other.atoms.some((atom) => one.atoms.includes(atom)) &&
    !isRelated(one.findingId, other.findingId, vocabulary);
  return candidates.filter(
    (one) =>
      one.cover >= ENOUGH && one.atoms.some(isUnread) && !candidates.some((other) => isRival(one, other)),
  );
}

/** What is read by likeness in a sentence, and the tokens that say it. */
export interface ReadByLikeness {
  readonly statements: readonly Statement[];
  readonly tokens: readonly number[];
}

const NOTHING: ReadByLikeness = { statements: [], tokens: [] };

/** What was made of a sentence before. */
interface SentenceSaying {
  readonly atoms: readonly Atom[];
  readonly measured: { readonly read: readonly Stretch[] };
}

/** What a sentence says, but for the names of values and the values: they say nothing else. */
const atomsBesideValues = ({ atoms, measured }: SentenceSaying): Atom[] =>
  atoms.filter((atom) => !measured.read.some((value) => value.from <= atom.from && atom.to <= value.to));

/** What a candidate says of the patient, if that is then present. */
function statementsOf(
  findingId: string,
  positions: readonly number[],
  place: ScopedSentence,
  context: SentenceContext,
): Statement[] {
  const into: Collected = { statements: [], labs: [], warnings: [], setAside: [], understood: new Set() };
  collectMention(mentionApart(positions, { kind: 'finding', findingId }), place, context, into);
  return gather(into.statements, (statement) =>
    statement.presence === 'present'
      ? [{ ...statement, certainty: Math.min(statement.certainty, CERTAINTY), isAlike: true }]
      : [],
  );
}

/**
 * What the words that led to nothing say together with the others of their sentence, where they are most of a wording of one finding
 * and of no other (`docs/adr/0096-reading-by-likeness.md`). Only what is then present is told.
 */
export function readByLikeness(
  said: SentenceSaying,
  place: ScopedSentence,
  unmatched: readonly Stretch[],
  context: SentenceContext,
): ReadByLikeness {
  if (unmatched.length === 0) return NOTHING;
  const unread = new Set(gather(unmatched, ({ from, to }) => positionsBetween(from, to)));
  const candidates = nearlyTold(atomsBesideValues(said), unread, context.vocabulary);
  const told = candidates.map(({ findingId, atoms }) => {
    const tokens = positionsOf(atoms);
    return { tokens, statements: statementsOf(findingId, tokens, place, context) };
  });
  return {
    statements: gather(told, ({ statements }) => statements),
    tokens: gather(told, ({ statements, tokens }) => (statements.length === 0 ? [] : tokens)),
  };
}

/**
 * What is read by likeness gives way to whatever else the text says of the finding, of its kinds and of what it is a kind of; and of two
 * such readings to the more special one.
 */
export function withoutKnownByLikeness(
  statements: readonly Statement[],
  vocabulary: CompiledVocabulary,
): readonly Statement[] {
  if (!statements.some(({ isAlike }) => isAlike)) return statements;
  const [exact, alike] = [new Set<string>(), new Map<string, Statement[]>()];
  for (const statement of statements) {
    if (statement.isAlike === true) addTo(alike, statement.findingId, statement);
    else exact.add(statement.findingId);
  }
  const above = new Set(gather([...alike.keys()], (id) => ancestorsOf(id, vocabulary)));
  const isKnown = (id: string): boolean =>
    above.has(id) || [...exact].some((other) => isRelated(id, other, vocabulary));
  return statements.filter(({ isAlike, findingId }) => isAlike !== true || !isKnown(findingId));
}
