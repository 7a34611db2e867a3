import { type Stretch, type Token } from '../model/token';
import { type CompiledVocabulary } from '../vocabulary/compile';
import { type Qualification } from '../vocabulary/finding-rules';
import { ancestorsOf } from '../vocabulary/findings';
import { type Statement } from '../collect/statement';
import { type Sentence } from '../segment/sentences';
import { type Circumstance } from './circumstances';
import { type SentenceTimes } from './time-of-sentence';
import { gather } from '../normalise/lists-by-key';

/** What one sentence says, as far as attributes of its complaints go. */
export interface SentenceFacts {
  readonly sentence: Sentence;
  readonly statements: readonly Statement[];
  readonly circumstances: readonly Circumstance[];
  readonly times: SentenceTimes;
}

/** A complaint that an attribute may belong to, by the finding that the two give together. */
type Candidate = (statement: Statement) => string | undefined;

/** An attribute of another sentence ("It is worse on exertion") belongs to the last complaint this far back. */
const SENTENCES_BACK = 3;
/** Words that take up a complaint named before. */
const TAKES_UP =
  /^(?:it|this|these|they|symptoms|symptom|pain|pains|discomfort|episodes|attacks|attack|spells|which|症|状|疼|痛|每)$/;

/** The word that takes it up may follow: "the sudden onset [of these symptoms]". */
const BESIDE = 3;

/** A sentence that gives more lengths of time repeats itself; it must not cost more. */
const MAX_DURATIONS = 24;

const isFelt = ({ presence, state, kind }: Statement): boolean =>
  kind === 'text' && (presence === 'present' || (presence === undefined && state !== undefined));

function distance(statement: Statement, { from, to }: Stretch): number {
  return statement.to <= from ? from - statement.to : Math.max(0, statement.from - to) + 1;
}

const overlaps = (statement: Stretch, { from, to }: Stretch): boolean =>
  statement.from < to && statement.to > from;

/** 乏力2周，皮肤瘀斑3天，体温38.8℃: the fever is not as old as the tiredness. */
const standsBetween = (other: Stretch, place: Stretch, complaint: Stretch): boolean =>
  (place.to <= other.from && other.to <= complaint.from) ||
  (complaint.to <= other.from && other.to <= place.from);

function nearest(
  statements: readonly Statement[],
  place: Stretch,
  factor: Stretch,
  candidate: Candidate,
): Statement | undefined {
  const eligible = statements.filter(
    (statement) => isFelt(statement) && !overlaps(statement, factor) && candidate(statement) !== undefined,
  );
  return eligible.reduce<Statement | undefined>(
    (best, next) => (best === undefined || distance(next, place) < distance(best, place) ? next : best),
    undefined,
  );
}

function takesUp(tokens: readonly Token[], { from }: Sentence, until: number): boolean {
  for (let position = from; position < until; position += 1) {
    if (TAKES_UP.test(tokens[position]?.text ?? '')) return true;
  }
  return tokens[from]?.kind === 'han';
}

/** An attribute in search of its complaint. */
interface Tie {
  readonly place: Stretch;
  /** What is named there is no complaint itself; `place` if left out. */
  readonly factor?: Stretch;
  readonly presence?: 'present' | 'absent';
  /** Tokens between the two at most, unless the complaint is taken up by a pronoun. */
  readonly within?: number;
  /** Attributes of the same kind, to which the complaint may belong rather. */
  readonly others?: readonly Stretch[];
  /** A complaint two clauses further on has nothing to do with it. */
  readonly besideOnly?: boolean;
  /** Where the complaint must stand. */
  readonly clause?: Stretch | undefined;
  readonly candidate: Candidate;
}

/** Ties attributes to the complaints that a text tells before them or beside them. */
class Linker {
  constructor(
    private readonly tokens: readonly Token[],
    private readonly sentences: readonly SentenceFacts[],
    private readonly vocabulary: CompiledVocabulary,
  ) {}

  all(): Statement[] {
    return gather(this.sentences, (facts, index) => [
      ...this.ofCircumstances(facts, index),
      ...this.ofDurations(facts, index),
      ...this.ofSuddenOnset(facts, index),
    ]);
  }

  /** The finding that a complaint, or what it is a kind of, gives where a rule applies. */
  private candidate(applies: (rule: Qualification, statement: Statement) => boolean): Candidate {
    const { qualified } = this.vocabulary.rules;
    return (statement) => {
      for (const id of [statement.findingId, ...ancestorsOf(statement.findingId, this.vocabulary)]) {
        const rule = qualified[id]?.find((each) => applies(each, statement));
        if (rule !== undefined) return rule.gives;
      }
      return undefined;
    };
  }

  private complaintIn(
    clause: Stretch,
    index: number,
    factor: Stretch,
    candidate: Candidate,
  ): Statement | undefined {
    const statements = this.sentences[index]?.statements ?? [];
    const inside = statements.filter((statement) => overlaps(statement, clause));
    return nearest(inside, factor, factor, candidate);
  }

  private complaintFor(
    index: number,
    place: Stretch,
    factor: Stretch,
    candidate: Candidate,
  ): Statement | undefined {
    const here = this.sentences[index];
    if (here === undefined) return undefined;
    const found = nearest(here.statements, place, factor, candidate);
    if (found !== undefined || !takesUp(this.tokens, here.sentence, place.to + BESIDE)) return found;
    for (let back = 1; back <= SENTENCES_BACK; back += 1) {
      const before = this.sentences[index - back]?.statements ?? [];
      const last = nearest(before, { from: here.sentence.from, to: here.sentence.from }, factor, candidate);
      if (last !== undefined) return last;
    }
    return undefined;
  }

  private derive(
    complaint: Statement,
    gives: string,
    place: Stretch,
    presence: 'present' | 'absent',
  ): Statement[] {
    if (this.vocabulary.findings.get(gives)?.domain !== 'binary') return [];
    const beside = Math.abs(complaint.from - place.from) < 40;
    return [
      {
        findingId: gives,
        presence,
        certainty: complaint.certainty,
        kind: 'text',
        from: beside ? Math.min(complaint.from, place.from) : place.from,
        to: beside ? Math.max(complaint.to, place.to) : place.to,
        specificity: complaint.specificity + 1,
        daysAgo: complaint.daysAgo,
        section: complaint.section,
      },
    ];
  }

  /** The finding that an attribute gives together with the complaint it belongs to, if there is one. */
  private tie(
    index: number,
    { place, factor = place, presence = 'present', within, others = [], clause, besideOnly, candidate }: Tie,
  ): Statement[] {
    const complaint =
      clause === undefined
        ? this.complaintFor(index, place, factor, candidate)
        : this.complaintIn(clause, index, factor, candidate);
    const gives = complaint && candidate(complaint);
    if (complaint === undefined || gives === undefined) return [];
    if (others.some((other) => this.belongsRather(complaint, other, place))) return [];
    if (besideOnly && this.isClausesBehind(index, complaint, place)) return [];
    const isFar = within !== undefined && distance(complaint, place) > within;
    return isFar && !this.isTakenUp(index, complaint, place)
      ? []
      : this.derive(complaint, gives, place, presence);
  }

  /** "Weight loss for two weeks, fever for 3 days": the fever has a time of its own. */
  private belongsRather(complaint: Statement, other: Stretch, place: Stretch): boolean {
    if (standsBetween(other, place, complaint)) return true;
    return this.isInOneClause(complaint, other) && !this.isInOneClause(complaint, place);
  }

  private isInOneClause(a: Stretch, b: Stretch): boolean {
    const [from, to] = [Math.min(a.to, b.to), Math.max(a.from, b.from)];
    return !this.tokens.slice(from, to).some(({ text }) => /^[,;；:]$/.test(text));
  }

  /**
   * 三四年来血压高，腿没劲，走路、咳嗽: the time is told of what stands beside it. A time that opens a sentence alone
   * ("For two months, ...") is told of all.
   */
  private isClausesBehind(index: number, complaint: Statement, place: Stretch): boolean {
    const between = this.tokens.slice(place.to, complaint.from);
    if (between.filter(({ text }) => /^[,;；]$/.test(text)).length < 2) return false;
    const statements = this.sentences[index]?.statements ?? [];
    return statements.some((other) => isFelt(other) && this.isInOneClause(other, place));
  }

  /** "It came on suddenly", in the sentence behind the complaint. */
  private isTakenUp(index: number, complaint: Statement, place: Stretch): boolean {
    const here = this.sentences[index]?.sentence;
    return here !== undefined && complaint.to <= here.from && takesUp(this.tokens, here, place.to + BESIDE);
  }

  private ofCircumstances({ circumstances, statements }: SentenceFacts, index: number): Statement[] {
    return gather(circumstances, (circumstance) => {
      const { from, to, factorFrom, bearing, factors, negated, clause } = circumstance;
      const factor = { from: factorFrom, to };
      // "Cough and breathlessness on exertion": the words that a finding already holds belong to it alone.
      const isHeld = statements.some((held) => held.from < from && overlaps(held, factor) && isFelt(held));
      if (isHeld) return [];
      const candidate = this.candidate((rule) =>
        [rule[bearing] ?? []].flat().some((each) => factors.some((named) => named === each)),
      );
      return this.tie(index, {
        place: circumstance,
        factor,
        clause,
        presence: negated ? 'absent' : 'present',
        candidate,
      });
    });
  }

  private ofDurations({ times }: SentenceFacts, index: number): Statement[] {
    const told = [
      ...times.attacks.map((duration) => ({
        key: 'attackMinutes' as const,
        length: duration.days * MINUTES,
        duration,
      })),
      ...times.lengths.map((duration) => ({ key: 'days' as const, length: duration.days, duration })),
    ].slice(0, MAX_DURATIONS);
    return gather(told, ({ key, length, duration }) => {
      const candidate = this.candidate((rule, { state }) => {
        const [from, to] = rule[key] ?? [Infinity, -Infinity];
        const isState = rule.states === undefined || rule.states.includes(state ?? '');
        return length >= from - ROUNDING && length <= to + ROUNDING && isState;
      });
      const others = told.map((other) => other.duration).filter((other) => other !== duration);
      return this.tie(index, { place: duration, others, besideOnly: true, candidate });
    });
  }

  private ofSuddenOnset({ times }: SentenceFacts, index: number): Statement[] {
    const sudden = times.cues.find(({ role, state }) => role === 'onset' && state === 'seconds-minutes');
    const candidate = this.candidate(({ onset }) => onset === 'sudden');
    return sudden === undefined ? [] : this.tie(index, { place: sudden, within: MAX_SUDDEN, candidate });
  }
}

const MINUTES = 1440;
/** Units of time are rounded: a minute of 0.000694 days is one. */
const ROUNDING = 0.005;

/** "Sudden onset of severe [...] breathlessness": further off the word belongs to something else. */
const MAX_SUDDEN = 24;

/**
 * The more specific findings that a complaint and its attributes give together: breathlessness that is worse on
 * exertion, chest pain when breathing in, cough for three months.
 */
export function complaintAttributes(
  tokens: readonly Token[],
  sentences: readonly SentenceFacts[],
  vocabulary: CompiledVocabulary,
): Statement[] {
  return new Linker(tokens, sentences, vocabulary).all();
}
