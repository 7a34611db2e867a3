import {
  type CaseText,
  type DropReason,
  type FindingProposal,
  type ProposalVerdict,
  type StandingProposal,
} from '../model/proposal';
import { type EnginePatient, type ObservedFinding, type QuotedSpan, type Span } from '../model/understanding';
import { type VocabularyFinding } from '../model/vocabulary';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { ancestorsOf, deniersOf, isBackgroundKind, normalStateOf } from '../vocabulary/findings';
import { type SectionKind } from '../segment/sections';
import { Clauses, type ClauseSays } from './clauses';
import { QuotedText } from './quotes';

/** What proposals are checked against. */
export interface ReadCase {
  readonly texts: readonly CaseText[];
  readonly patient: EnginePatient;
  /** Ids of the findings that were offered. */
  readonly offered: ReadonlySet<string>;
  /** What the rules read and what was coded. */
  readonly observed: readonly ObservedFinding[];
  readonly vocabulary: CompiledVocabulary;
}

/** What is left of proposals, and why the others do not count. */
export interface CheckedProposals {
  readonly standing: StandingProposal[];
  readonly dropped: Partial<Record<DropReason, number>>;
}

/** What nobody has said in so many words. */
const CERTAINTY = 0.8;
/** As a finding that the text itself calls possible. */
const DOUBTED = 0.7;

/** A quotation that stands in more places says little. */
const MOST_PLACES = 8;

/** Parts of a record that tell what is to come, or what diseases are like. */
const NOT_OF_NOW: ReadonlySet<SectionKind> = new Set(['plan', 'differential']);

interface ReadableText {
  readonly stage: number | null;
  readonly quoted: QuotedText;
  readonly clauses: Clauses;
  readonly points: readonly string[];
}

type Checked = { readonly dropped: DropReason } | { readonly standing: StandingProposal };

/**
 * Checks what another reader proposes. A proposal is dropped, and counted by its reason, where its finding was not
 * offered or has no such state; where the quotation is not in the text (code point by code point, but for white space);
 * where it is somebody else's, past, or only planned or conditional; where its clause denies what it asserts or asserts
 * what it denies, as the rules assert; and where it repeats another. What stands is compared with what the rules read: a
 * finding that implies it counts as the same, one that rules it out as the contrary.
 *
 * @returns places in Unicode code points of each text, end exclusive
 */
export function checkProposals(proposals: readonly FindingProposal[], read: ReadCase): CheckedProposals {
  const texts = read.texts.map(({ stage, text }): ReadableText => ({
    stage,
    quoted: new QuotedText(text),
    clauses: new Clauses(text, read.vocabulary, read.patient),
    points: Array.from(text),
  }));
  const standing = new Map<string, StandingProposal>();
  const dropped: Partial<Record<DropReason, number>> = {};
  for (const proposal of proposals) {
    const checked: Checked = standing.has(proposal.findingId)
      ? { dropped: 'repeated' }
      : check(proposal, texts, read);
    if ('standing' in checked) standing.set(proposal.findingId, checked.standing);
    else dropped[checked.dropped] = (dropped[checked.dropped] ?? 0) + 1;
  }
  return { standing: [...standing.values()], dropped };
}

function check(proposal: FindingProposal, texts: readonly ReadableText[], read: ReadCase): Checked {
  const finding = read.vocabulary.findings.get(proposal.findingId);
  if (finding === undefined || !read.offered.has(proposal.findingId)) return { dropped: 'not-offered' };
  const said = saidOf(proposal, finding);
  if (said === undefined) return { dropped: 'no-such-state' };
  if (proposal.whose === 'other' && finding.of === undefined) return { dropped: 'other-person' };
  if (proposal.when === 'past' && !isBackgroundKind(finding)) return { dropped: 'past' };
  const verdict = verdictOf(finding, said, read);
  const places = placesOf(proposal.quote, finding, texts);
  const bearing = places.find(({ says }) => refusal(finding, said, says) === undefined);
  // What the rules read themselves, perhaps from other words, needs no clause that says it again.
  const [first] = places;
  const place = bearing ?? (verdict === 'agrees' ? first : undefined);
  if (place !== undefined) {
    const { says, ...quoted } = place;
    const certainty = says.doubted ? DOUBTED : CERTAINTY;
    return { standing: { verdict, findingId: finding.id, ...said, certainty, ...quoted } };
  }
  return { dropped: (first && refusal(finding, said, first.says)) ?? 'not-quoted' };
}

interface QuotedPlace extends QuotedSpan {
  readonly stage: number | null;
  readonly says: ClauseSays;
}

/** Where a quotation stands; a stretch without a word quotes nothing. */
const placesOf = (quote: string, finding: VocabularyFinding, texts: readonly ReadableText[]): QuotedPlace[] =>
  texts.flatMap(({ stage, quoted, clauses, points }) =>
    quoted.placesOf(quote, MOST_PLACES).flatMap((span) => {
      const says = clauses.says(finding, span);
      return says === undefined ? [] : [{ ...span, quote: quoteOf(points, span), stage, says }];
    }),
  );

const quoteOf = (points: readonly string[], { start, end }: Span): string =>
  points.slice(start, end).join('');

type Said = { readonly presence: 'present' | 'absent' } | { readonly state: string };

/** What a proposal says, in the form of its finding; undefined where that has no such state. */
function saidOf({ presence, state }: FindingProposal, finding: VocabularyFinding): Said | undefined {
  if (finding.domain === 'binary') return state === null || state === undefined ? { presence } : undefined;
  const isState = typeof state === 'string' && finding.states?.includes(state) === true;
  return isState && presence === 'present' ? { state } : undefined;
}

/** Why the clause of a quotation does not bear what is said. */
function refusal(
  finding: VocabularyFinding,
  said: Said,
  { denied, kinds, section }: ClauseSays,
): DropReason | undefined {
  const isOfOthers = finding.of !== undefined;
  if (!isOfOthers && (kinds.has('family') || kinds.has('other-person') || section === 'family'))
    return 'other-person';
  if (!isBackgroundKind(finding) && (kinds.has('historical') || section === 'past')) return 'past';
  if (kinds.has('conditional') || kinds.has('planned') || kinds.has('belief') || NOT_OF_NOW.has(section))
    return 'not-stated';
  if ('state' in said)
    return denied !== 'none' && said.state !== normalStateOf(finding) ? 'denied' : undefined;
  if (said.presence === 'present') return denied === 'none' ? undefined : 'denied';
  return denied === 'all' ? undefined : 'affirmed';
}

/** What is said beside what the rules read of this finding, of those that it is a kind of, and of its kinds. */
function verdictOf(
  finding: VocabularyFinding,
  said: Said,
  { observed, vocabulary }: ReadCase,
): ProposalVerdict {
  const own = observed.find(({ findingId }) => findingId === finding.id);
  if (own !== undefined && own.presence !== 'unknown') {
    const isSame = 'state' in said ? own.state === said.state : own.presence === said.presence;
    return isSame ? 'agrees' : 'contradicts';
  }
  if ('state' in said) return 'adds';
  const deniers = new Set(deniersOf(finding.id, vocabulary));
  const isRuledOut = observed.some(
    ({ findingId, presence }) => presence === 'absent' && deniers.has(findingId),
  );
  const isTold = observed.some(
    ({ findingId, presence }) =>
      presence === 'present' && ancestorsOf(findingId, vocabulary).includes(finding.id),
  );
  if (said.presence === 'present') return isRuledOut ? 'contradicts' : isTold ? 'agrees' : 'adds';
  if (isTold && finding.impliesAbsence !== false) return 'contradicts';
  return isRuledOut ? 'agrees' : 'adds';
}
