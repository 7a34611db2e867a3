import { collectMention } from '../collect/mention-statements';
import { type Collected, type ScopedSentence, type SentenceContext } from '../collect/sentence-context';
import { type Statement } from '../collect/statement';
import { type Stretch, type Token } from '../model/token';
import { addTo, gather, given } from '../normalise/lists-by-key';
import { positionsBetween } from '../normalise/at-position';
import { type Atom, positionsOf } from '../recognise/atoms';
import { mentionApart } from '../resolve/mention';
import { ancestorsOf } from '../vocabulary/findings';
import { type CompiledVocabulary } from '../vocabulary/compile';

/** Of what words tell so much counts: they are not independent of each other (`docs/adr/0099-how-sure-a-reading-by-words-is.md`). */
const COUNTS = 0.3;
/** Certainties are told in thousandths. */
const PARTS = 1000;

/** How sure it is that words which tell so much (in nats) say the finding: 0.94 for 9, 0.99 for 15, 0.999 at most. */
const certaintyOf = (nats: number): number =>
  Math.min(PARTS - 1, Math.round(PARTS / (1 + Math.exp(-COUNTS * nats)))) / PARTS;

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
  readonly certainty: number;
}

/** "Skin clinic: a dark mole": what stands before a colon says where or about what, and not the same as what stands behind. */
const isBehindColon = (
  tokens: readonly Token[],
  before: Atom | undefined,
  behind: Atom | undefined,
): boolean =>
  before !== undefined &&
  behind !== undefined &&
  positionsBetween(before.to, behind.from).some((at) => tokens[at]?.text === ':');

/** The findings that stretches of a sentence speak of, in words some of which led to nothing else. */
function spokenOf(
  atoms: readonly Atom[],
  unread: ReadonlySet<number>,
  { reading, vocabulary }: SentenceContext,
): Candidate[] {
  const isUnread = atoms.map(({ from, to }) => positionsBetween(from, to).some((at) => unread.has(at)));
  if (!isUnread.includes(true)) return [];
  const stretches = vocabulary.stretches.in(atoms, {
    beginsAnew: (place) => isBehindColon(reading.tokens, atoms[place - 1], atoms[place]),
    isReason: (place) => isUnread[place] === true,
    leastReason: LEAST_REASON,
    isRelated: (one, other) => isRelated(one, other, vocabulary),
  });
  return stretches.map(({ findingId, places, nats }) => ({
    findingId,
    atoms: given(places, (place) => atoms[place]),
    certainty: certaintyOf(nats),
  }));
}

/** What is read by likeness, and the tokens that say it. */
export interface ReadByLikeness {
  readonly findingId: string;
  readonly statements: readonly Statement[];
  readonly tokens: readonly number[];
}

/** What was made of a sentence before. */
interface SentenceSaying {
  readonly atoms: readonly Atom[];
  readonly measured: { readonly read: readonly Stretch[] };
}

/** What a sentence says, but for the names of values and the values, and for who the patient is: they say nothing else. */
const tellingAtoms = ({ atoms, measured }: SentenceSaying, person: ReadonlySet<number>): Atom[] =>
  atoms.filter(
    ({ from, to }) =>
      !measured.read.some((value) => value.from <= from && to <= value.to) &&
      !positionsBetween(from, to).every((at) => person.has(at)),
  );

/** What a candidate says of the patient, if that is then present. */
function statementsOf(
  { findingId, certainty }: Candidate,
  positions: readonly number[],
  place: ScopedSentence,
  context: SentenceContext,
): Statement[] {
  const into: Collected = {
    statements: [],
    labs: [],
    measurements: [],
    warnings: [],
    setAside: [],
    understood: new Set(),
  };
  collectMention(mentionApart(positions, { kind: 'finding', findingId }), place, context, into);
  return gather(into.statements, (statement) =>
    statement.presence === 'present'
      ? [{ ...statement, certainty: Math.min(statement.certainty, certainty), isAlike: true }]
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
): ReadByLikeness[] {
  if (unmatched.length === 0) return [];
  const unread = new Set(gather(unmatched, ({ from, to }) => positionsBetween(from, to)));
  const candidates = spokenOf(tellingAtoms(said, context.demographicTokens), unread, context);
  return gather(candidates, (candidate) => {
    const tokens = positionsOf(candidate.atoms);
    const statements = statementsOf(candidate, tokens, place, context);
    return statements.length === 0 ? [] : [{ findingId: candidate.findingId, statements, tokens }];
  });
}

/**
 * What is read by likeness gives way to whatever else the text says of the finding, of its kinds and of what it is a kind of, but not to
 * what a panel says with others ("regular periods, … with flooding") in other words than its own ("sleeps flat on one pillow"); and of
 * two such readings to the more special one.
 */
export function withoutKnownByLikeness(
  statements: readonly Statement[],
  vocabulary: CompiledVocabulary,
): readonly Statement[] {
  if (!statements.some(({ isAlike }) => isAlike)) return statements;
  const [exact, alike] = [new Set<string>(), new Map<string, Statement[]>()];
  for (const statement of statements) {
    if (statement.isAlike === true) addTo(alike, statement.findingId, statement);
    else if (statement.kind === 'text') exact.add(statement.findingId);
  }
  const above = new Set(gather([...alike.keys()], (id) => ancestorsOf(id, vocabulary)));
  const isKnown = (id: string): boolean =>
    above.has(id) || [...exact].some((other) => isRelated(id, other, vocabulary));
  const panels = statements.filter(({ kind }) => kind === 'panel');
  const isToldByPanel = ({ findingId, from, to }: Statement): boolean =>
    panels.some(
      (panel) => panel.from < to && from < panel.to && isRelated(panel.findingId, findingId, vocabulary),
    );
  return statements.filter(
    (each) => each.isAlike !== true || !(isKnown(each.findingId) || isToldByPanel(each)),
  );
}
