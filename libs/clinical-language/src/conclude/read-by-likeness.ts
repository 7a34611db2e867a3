import { collectMention } from '../collect/mention-statements';
import { type Collected, type ScopedSentence, type SentenceContext } from '../collect/sentence-context';
import { type Statement } from '../collect/statement';
import { type Stretch } from '../model/token';
import { addTo, gather, given } from '../normalise/lists-by-key';
import { positionsBetween } from '../normalise/at-position';
import { type Atom, positionsOf } from '../recognise/atoms';
import { mentionApart } from '../resolve/mention';
import { ancestorsOf } from '../vocabulary/findings';
import { type CompiledVocabulary } from '../vocabulary/compile';

/**
 * How sure it is that such words say the finding. The engine then lets a finding that is rare tell some tens of times what chance would,
 * and not some hundreds.
 */
const CERTAINTY = 0.97;
/** What led to nothing else and tells so little (in nats) is no reason to read a finding. */
const LEAST_REASON = 1.5;

/** Whether one finding is the other, or a kind of it. */
const isRelated = (one: string, other: string, vocabulary: CompiledVocabulary): boolean =>
  one === other ||
  ancestorsOf(one, vocabulary).includes(other) ||
  ancestorsOf(other, vocabulary).includes(one);

interface Candidate {
  readonly findingId: string;
  /** In the order of the text. */
  readonly atoms: readonly Atom[];
}

/** The findings that stretches of a sentence speak of, in words some of which led to nothing else. */
function spokenOf(
  atoms: readonly Atom[],
  unread: ReadonlySet<number>,
  vocabulary: CompiledVocabulary,
): Candidate[] {
  const isUnread = atoms.map(({ from, to }) => positionsBetween(from, to).some((at) => unread.has(at)));
  if (!isUnread.includes(true)) return [];
  const stretches = vocabulary.stretches.in(atoms, {
    isReason: (place, nats) => nats >= LEAST_REASON && isUnread[place] === true,
    isRelated: (one, other) => isRelated(one, other, vocabulary),
  });
  return stretches.map(({ findingId, places }) => ({
    findingId,
    atoms: given(places, (place) => atoms[place]),
  }));
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
 * What the words that led to nothing say together with the others of their sentence, where they speak of one finding much more than of
 * any other (`docs/adr/0097-what-words-tell-of-findings.md`). Only what is then present is told.
 */
export function readByLikeness(
  said: SentenceSaying,
  place: ScopedSentence,
  unmatched: readonly Stretch[],
  context: SentenceContext,
): ReadByLikeness {
  if (unmatched.length === 0) return NOTHING;
  const unread = new Set(gather(unmatched, ({ from, to }) => positionsBetween(from, to)));
  const candidates = spokenOf(atomsBesideValues(said), unread, context.vocabulary);
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
