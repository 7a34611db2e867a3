import { bySurface, type PhraseMatch } from '../lexicon/phrase-dictionary';
import { type Mention } from '../matching/mention';
import { type Sentence } from '../segmentation/sentences';
import { joinedText } from '../text/at-position';
import { type Token } from '../text/tokens';
import { type Cue, CUES, type CueKind, LISTED_COMMA_BREAKERS } from './cues';
import { bitOf, type Scope, scopeOf } from './kind-sets';
import { isInformant, isPatient, startOfRelative } from './relatives';

/** Token positions, end exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The scopes of a sentence and the tokens that are cues themselves. */
export interface Scopes {
  at(position: number): Scope;
  /** All kinds of cue in whose scope any of the tokens stands. */
  over(positions: readonly number[]): Scope;
  /** Whether a denial that stands behind what it denies ("not seen") is among the words from a position to another. */
  deniesBetween(from: number, to: number): boolean;
  /** The words that make a token a relative's ("her sister", "in the family"): token positions, end exclusive. */
  relativeAt(position: number): Stretch | undefined;
  /** Whether a comma stands right before a token. */
  opensClause(position: number): boolean;
  /** Whether words only say whose something is: "runs" in "runs in the family". */
  isPartOfRelative(stretch: Stretch): boolean;
  readonly cueTokens: ReadonlySet<number>;
}

/** A scope never reaches further than this many tokens. */
const MAX_SCOPE = 60;
const STATEMENT_ENDS: ReadonlySet<string> = new Set([';', '；', '。', ':']);
const LISTING_ZH: ReadonlySet<string> = new Set(['、', '及', '和', '或', '与', '/', '伴']);
/** "has not *had* fever", "does not *have* pain": the verb belongs to the cue. */
const AUXILIARY =
  /^(?:has|had|have|is|are|was|were|reported|reports|developed|noticed|there|he|she|they|it)$/;
const AUXILIARIES_AFTER = 2;
/** "Nor has he a cough"; in "rather than pain she has ..." the pronoun is another statement's. */
const isAuxiliary = (text: string, step: number): boolean =>
  step < AUXILIARIES_AFTER && AUXILIARY.test(text) && (step === 0 || !/^(?:he|she|they|it)$/.test(text));
const DENIED = bitOf('negated');
/** 未触及, 未闻及. */
const DENIED_VERB = 3;

/** 淋巴结未触及, "MTB not detected", "spleen not palpable": the word that the denial ends with is a part of what is denied. */
function deniesItsVerb(tokens: readonly Token[], { cue, from, to }: PlacedCue): boolean {
  if (cue.kind !== 'negated') return false;
  if (to - from === DENIED_VERB && tokens[from]?.text === '未') return true;
  return cue.direction === 'backward' && tokens.slice(from, to - 1).some(({ text }) => text === 'not');
}

interface PlacedCue {
  readonly cue: Cue;
  readonly from: number;
  readonly to: number;
  /** Where what it governs begins, if not right behind it. */
  readonly scopeFrom?: number;
}

const STARTS_THEN = /^(?:began|begun|started|starting|since|onset|noticed|developed|born|from)$/;
const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|early|late|mid)$/;

/** "A PE *in 2015*", "in March 2019": a year that is named is past, unless the illness began then. */
function datesIn(tokens: readonly Token[], sentence: Sentence): PlacedCue[] {
  const found: PlacedCue[] = [];
  for (let from = sentence.from; from < sentence.to; from += 1) {
    if (tokens[from]?.text !== 'in') continue;
    const at = MONTH.test(tokens[from + 1]?.text ?? '') ? from + 2 : from + 1;
    const year = tokens[at];
    if (year?.kind !== 'number' || !/^(?:19|20)\d\d$/.test(year.text) || at >= sentence.to) continue;
    const clause = tokens.slice(Math.max(sentence.from, from - MAX_CLAUSE), from);
    if (!clause.some(({ text }) => STARTS_THEN.test(text))) found.push({ cue: PAST, from, to: at + 1 });
  }
  return found;
}

const PAST: Cue = { kind: 'historical', direction: 'backward', passesCommas: false };
const MAX_CLAUSE = 12;

function isInside(match: PhraseMatch<Cue>, mention: Mention): boolean {
  return mention.form === 'phrase' && mention.from <= match.from && match.to <= mention.to;
}

/**
 * "No fever or cough" with "no fever" in the vocabulary, "no radiation of pain to the arms" with "no radiation of
 * pain": the denial goes on behind the phrase.
 */
const saysNormal = ({ senses }: Mention): boolean =>
  senses.every(({ kind }) => kind === 'state' || kind === 'panel');

/** "Mother has diabetes and asthma" with "mother has diabetes" in the vocabulary: the asthma is hers as well. */
const isFamilyHistory = ({ senses }: Mention): boolean =>
  senses.some((sense) => sense.kind === 'finding' && sense.findingId.startsWith('family-history'));

/** "No change" is no denial, unless the vocabulary knows the change: "no *change in bowel habit*". */
function shortened(
  tokens: readonly Token[],
  match: PhraseMatch<Cue>,
  mentions: readonly Mention[],
): PhraseMatch<Cue> {
  if (match.values.some(({ kind }) => kind !== 'none')) return match;
  const begun = mentions.find(
    ({ form, from, to }) => form === 'phrase' && match.from < from && from < match.to && match.to < to,
  );
  return begun === undefined
    ? match
    : (CUES.longestAt(tokens, match.from, bySurface, undefined, begun.from) ?? match);
}

const isOfOthers = ({ kind }: Cue): boolean => kind === 'family' || kind === 'other-person';

/** 无痛性肿大, 无痛血尿: what is painless is there, and only the pain is not. */
function isPainless(tokens: readonly Token[], position: number): boolean {
  if (tokens[position]?.text !== '无' || tokens[position + 1]?.key !== '痛') return false;
  return /^[性肿包血黄硬结溃淋]$/.test(tokens[position + 2]?.text ?? '');
}
const DENIES_ONE_WORD: Cue = { kind: 'negated', direction: 'forward', passesCommas: false, isPrefix: true };

/** 家人没有发现抽搐: who does not see it has nothing of it to tell. */
const DENIES_WHAT_FOLLOWS: Cue = { kind: 'negated', direction: 'forward', passesCommas: false };

const SEES_ZH = /^(?:发现|看[到见]|见到|注意|听[到见])$/;

const NO_CUE: Cue = { kind: 'none', direction: 'forward', passesCommas: false };

function placeCues(
  tokens: readonly Token[],
  sentence: Sentence,
  mentions: readonly Mention[],
  kinshipOfPatient: ReadonlySet<string>,
): PlacedCue[] {
  const matches = CUES.matchAll(tokens, bySurface, undefined, sentence.from, sentence.to);
  return matches.flatMap((longest) => {
    const match = shortened(tokens, longest, mentions);
    const around = mentions.find((mention) => isInside(match, mention));
    const isLength = isLengthOfHistory(tokens, match.from);
    const isNobodyElse =
      isLength ||
      isPatient(tokens, match.from, match.to, kinshipOfPatient) ||
      (match.values.some(isOfOthers) && isInformant(tokens, match.from, match.to)) ||
      (match.values.some(({ isPossessive }) => isPossessive) &&
        NOT_POSSESSED.has(tokens[match.to]?.text ?? ''));
    const said = isPainless(tokens, match.from) ? [DENIES_ONE_WORD] : match.values;
    const isUnseen = isNobodyElse && match.values.some((cue) => cue.isNobody === true);
    const values = isUnseen ? [DENIES_WHAT_FOLLOWS] : isNobodyElse ? [NO_CUE] : said;
    const isSeeing = isUnseen && SEES_ZH.test(joinedText(tokens, match.to, match.to + 2));
    const to = isSeeing ? match.to + 2 : match.to;
    const placed = values.map((cue) => ({ cue, from: match.from, to }));
    return around === undefined ? placed : placed.flatMap((one) => behind(tokens, one, around));
  });
}

/** "2/7 hx of", "3/52 history of": how long, as wards write it, and no matter of the past. */
function isLengthOfHistory(tokens: readonly Token[], position: number): boolean {
  if (!/^(?:history|hx|h)$/.test(tokens[position]?.text ?? '')) return false;
  const [count, slash, whole] = [3, 2, 1].map((back) => tokens[position - back]);
  return count?.kind === 'number' && slash?.text === '/' && /^(?:7|52|12|24)$/.test(whole?.text ?? '');
}

/** What a cue inside a concept of the vocabulary says of the words behind that concept. */
function behind(tokens: readonly Token[], placed: PlacedCue, around: Mention): PlacedCue[] {
  if (placed.cue.kind === 'ongoing') return [placed];
  const opens = placed.from === around.from;
  const goesOn = placed.cue.kind === 'family' ? isFamilyHistory(around) : opens && saysNormal(around);
  if (!goesOn) return [];
  const first = CUES.longestAt(tokens, placed.from, bySurface, undefined, placed.from + 1);
  // "No change in bowel habit, melaena": only the change is denied.
  const isOfChange = placed.cue.kind === 'none' && /^change/.test(tokens[placed.from + 1]?.text ?? '');
  if (isOfChange && tokens[around.to]?.text === ',') return [];
  const cues = placed.cue.kind === 'none' ? (first?.values ?? []) : [placed.cue];
  return cues
    .filter(({ kind, direction }) => direction === 'forward' && (kind === 'negated' || kind === 'family'))
    .map((cue) => ({ ...placed, cue, scopeFrom: around.to }));
}

/** Behind these a list goes on; a verb further on ends the scope by itself. */
const JOINING_WORDS: ReadonlySet<string> = new Set(['or', 'and', 'nor']);

/** Words that deny anew behind a comma: "no previous infections, no chest pain". */
const DENYING_ANEW: ReadonlySet<string> = new Set([
  'no',
  'not',
  'without',
  'never',
  'denies',
  'denied',
  'normal',
]);

/** 我爸得过脑梗，最近我头痛. */
const TIMES: readonly string[] = ['最近', '近来', '现在', '今天', '昨天', '这几天', '这两天', '后来'];

/** 我妈有甲亢，我没有发热: the speaker again or a friend (我女朋友说), and no other relative (我爸). */
function isPatientAgain(tokens: readonly Token[], comma: number): boolean {
  const opening = [0, 1, 2].map((step) => tokens[comma + step]?.text ?? '').join('');
  const position = comma + (TIMES.find((time) => opening.startsWith(time))?.length ?? 0);
  const isSpeaker = /^[我他她]$/.test(tokens[position]?.text ?? '');
  const isFriend = /^[男女]$/.test(tokens[position + 1]?.text ?? '') && tokens[position + 2]?.text === '朋';
  return (
    isSpeaker &&
    (isFriend || !/^[妈爸父母哥姐弟妹爷奶姥外叔舅姑姨家们老儿女]$/.test(tokens[position + 1]?.text ?? ''))
  );
}

/** 否认过敏史，口服华法林: what somebody takes is told anew. */
const TAKES = /^(?:口服|服用|长期|规律|平素|平时)$/;

/** What a noun or a patient is said to be: "weak", "fine". */
const PREDICATE =
  /^(?:weak|weaker|tired|exhausted|sleepy|drowsy|pale|dizzy|unwell|ill|sick|hot|cold|clammy|sweaty|hungry|thirsty|low|flat|worse|worried|anxious|tearful|irritable|stiff|swollen|red|sore|tender|painful|itchy|numb|dry|wet|heavy|blurred|blurry|poor|bad|reduced|raised|enlarged|soft|clear|fine|ok|okay|well|good|normal|intact|preserved|better|brisk|regular|irregular|slow|fast|loose|dark|absent|present|distended)$/;

/** "No appetite, weak, tired", "no morning erections, erections weak": what is said to be so is no noun of a list. */
function isPredicate(tokens: readonly Token[], comma: number, sentence: Sentence): boolean {
  let end = comma + 1;
  while (
    end < sentence.to &&
    end - comma <= MAX_ITEM_TOKENS + 1 &&
    !/^(?:[,;:.()]|and|or|nor)$/.test(tokens[end]?.text ?? '')
  )
    end += 1;
  return end > comma + 1 && PREDICATE.test(tokens[end - 1]?.text ?? '');
}

/** Behind these a verb is denied and not a list of nouns: "can't sit, worse coughing". */
const DENIES_VERB =
  /^(?:can't|cannot|won't|couldn't|wouldn't|isn't|wasn't|aren't|weren't|doesn't|didn't|don't|hasn't|haven't|hadn't)$/;
const DENIES_VERB_APART = /^(?:can|could|will|would|is|was|are|were|does|did|do|has|have|had)$/;
/** With these the verb has a list behind it: "doesn't have fever, cough". */
const HAS =
  /^(?:have|had|has|get|got|report|describe|complain|mention|experience|experienced|any|been|noticed|notice)$/;

/**
 * Whether a cue denies what somebody does or how something is: its scope ends at the next comma, unless "or" goes on.
 * "Not tender, mild oedema", "nothing hit the eye, pain".
 */
function deniesVerb(tokens: readonly Token[], { from, to }: PlacedCue): boolean {
  const first = tokens[from]?.text ?? '';
  const isVerbal =
    DENIES_VERB.test(first) || (DENIES_VERB_APART.test(first) && tokens[from + 1]?.text === 'not');
  const next = tokens[to]?.text ?? '';
  if (isVerbal || first === 'not') return !HAS.test(next);
  return first === 'nothing';
}

/** Whether only "or" or "nor" joins what follows a comma: "can't walk, stand or sit". */
function isJoinedByOr(tokens: readonly Token[], comma: number, sentence: Sentence): boolean {
  for (
    let position = comma + 1;
    position < Math.min(comma + 2 * MAX_ITEM_TOKENS, sentence.to);
    position += 1
  ) {
    const text = tokens[position]?.text ?? '';
    if (text === 'or' || text === 'nor') return true;
    if (/^(?:[;:()]|and|but|has|is|are|was|with)$/.test(text)) return false;
  }
  return false;
}

/** Whether what follows a comma is a statement of its own rather than the next item of a list. */
function startsStatement(tokens: readonly Token[], comma: number, sentence: Sentence): boolean {
  if (DENYING_ANEW.has(tokens[comma + 1]?.text ?? '')) return true;
  for (let position = comma + 1; position < Math.min(comma + 4, sentence.to); position += 1) {
    const token = tokens[position];
    if (token === undefined || token.text === ',' || JOINING_WORDS.has(token.text)) return false;
    if (token.kind === 'number') return true;
    if (token.kind === 'word' && LISTED_COMMA_BREAKERS.has(token.text)) return true;
    if (
      token.kind === 'han' &&
      position === comma + 1 &&
      (/[有伴可呈今近现但而且查见示对仅因随否无未没]/.test(token.text) ||
        TAKES.test(`${token.text}${tokens[position + 1]?.text ?? ''}`) ||
        isPatientAgain(tokens, position))
    )
      return true;
  }
  return false;
}

/** "His wife's chest pain and cough": words that a possessor reaches. */
const MAX_POSSESSED = 6;
/** "At her mother's house": of this nothing is said of the mother. */
const NOT_POSSESSED: ReadonlySet<string> = new Set(
  (
    'house home flat place room farm garden car dog cat bed side arms funeral wedding birthday death insistence ' +
    'request opinion view account report cooking food name'
  ).split(' '),
);

/** What is told of a possession ends with its verb: "her husband's dementia and *has* back pain". */
const VERB = /^(?:has|have|had|is|are|was|were|takes|took|feels|felt|complains|presents|presented)$/;

/** "Non-bloody diarrhoea": a prefix denies the one word that it stands before. */
function reachOf(tokens: readonly Token[], { isPrefix, isPossessive }: Cue, to: number): number {
  if (isPossessive === true) return MAX_POSSESSED;
  if (isPrefix !== true) return MAX_SCOPE;
  return tokens[to]?.text === '-' ? 2 : 1;
}

/** 不 denies its own verb (睡得不好、多梦), 无 the whole list (无发热、咳嗽) up to what is denied anew (无发热、无咳嗽). */
function endsDenial(tokens: readonly Token[], cue: Cue, to: number, mark: number): boolean {
  if (cue.kind !== 'negated') return false;
  if (/^[无未没不]$/.test(tokens[mark + 1]?.text ?? '')) return true;
  return tokens[to - 1]?.text === '不' && !/^[并也]$/.test(tokens[to - 2]?.text ?? '');
}

/** 不咳嗽也不发热: the second denial is its own, whatever phrase it is a part of. */
function isDeniedAnew(cue: Cue, tokens: readonly Token[], position: number, from: number): boolean {
  if (cue.kind !== 'negated' || position <= from) return false;
  return tokens[position]?.text === '不' && tokens[position - 1]?.text === '也';
}

function forwardEnd(
  tokens: readonly Token[],
  sentence: Sentence,
  placed: PlacedCue,
  stops: ReadonlySet<number>,
): number {
  const { cue, to: cueTo, scopeFrom: to = cueTo } = placed;
  const limit = Math.min(sentence.to, to + reachOf(tokens, cue, to));
  let brackets = 0;
  for (let position = to; position < limit; position += 1) {
    const text = tokens[position]?.text ?? '';
    if (text === '(') brackets += 1;
    if (text === ')') brackets -= 1;
    if (STATEMENT_ENDS.has(text) || brackets < 0) return position;
    if (text === '、' && endsDenial(tokens, cue, cueTo, position)) return position;
    if (isDeniedAnew(cue, tokens, position, to)) return position;
    if (stops.has(position) && !isAuxiliary(text, position - to)) return position;
    if (cue.isPossessive === true && VERB.test(text) && position > to) return position;
    if (text === ',' && (!cue.passesCommas || startsStatement(tokens, position, sentence))) {
      if (cue.kind !== 'negated' || !goesOnBehind(tokens, position, sentence, placed)) return position;
    }
  }
  return limit;
}

const NOUNS_DENIED = /^(?:no|without|nil)$/;

/** Whether a denial goes on behind a comma. */
function goesOnBehind(
  tokens: readonly Token[],
  comma: number,
  sentence: Sentence,
  placed: PlacedCue,
): boolean {
  if (!isSerialComma(tokens, comma, sentence)) return false;
  if (deniesVerb(tokens, placed))
    return isJoinedByOr(tokens, comma, sentence) || isListOfQualities(tokens, placed, comma, sentence);
  const deniesNouns = NOUNS_DENIED.test(tokens[placed.from]?.text ?? '');
  if (!deniesNouns) return true;
  if (isPredicate(tokens, comma, sentence)) return false;
  return !tellsSize(tokens, comma) || isJoinedByOr(tokens, comma, sentence);
}

const SIZES = /^(?:big|huge|large|enlarged|bulky|massive|swollen|tender|severe|marked|worsening|increasing)$/;

/** "No flow in the vein, *big* spleen": how large or bad something is, is told of what is there. */
const tellsSize = (tokens: readonly Token[], comma: number): boolean =>
  SIZES.test(tokens[comma + 1]?.text ?? '');

const QUALITY = /(?:ed|ic|ous|al|y|ile|ish|pale)$/;

/** "Not pale, jaundiced, cyanosed": single qualities to the end, two of them at least, are one list. */
function isListOfQualities(
  tokens: readonly Token[],
  { from, to }: PlacedCue,
  comma: number,
  sentence: Sentence,
): boolean {
  const first = (tokens[from]?.text ?? '') + (tokens[to - 1]?.text ?? '');
  if (!/not$|n't$/.test(first) || !QUALITY.test(tokens[to]?.text ?? '')) return false;
  let items = 0;
  let at = to + 1;
  while (at + 1 < sentence.to && tokens[at]?.text === ',' && QUALITY.test(tokens[at + 1]?.text ?? '')) {
    items += 1;
    at += 2;
  }
  const isOver = at >= sentence.to || /^[.;]$/.test(tokens[at]?.text ?? '');
  return isOver && items >= 2 && comma < at;
}

/** Items of a list are short. */
const MAX_ITEM_TOKENS = 4;

/** "no murmurs, rubs, gallops", "no cough, fever or rash": what follows the comma is the next item of a list. */
function isSerialComma(tokens: readonly Token[], comma: number, sentence: Sentence): boolean {
  if (startsStatement(tokens, comma, sentence) || tokens[comma + 1]?.kind === 'han') return false;
  for (let position = comma + 1; position < Math.min(comma + 12, sentence.to); position += 1) {
    const text = tokens[position]?.text ?? '';
    if (text === 'or' || text === 'and' || text === 'nor') return true;
    if (text === ',') return position - comma - 1 <= MAX_ITEM_TOKENS;
  }
  return sentence.to - comma - 1 <= MAX_ITEM_TOKENS;
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

/** A denial that may stand behind what it denies: 没有 in 高血压没有, "denied" in "asthma denied". */
const DENIES_EITHER_WAY = /^(?:[未没无均都也从全]|denied)$/;

const endsClause = (tokens: readonly Token[], { to }: Sentence, position: number): boolean =>
  position >= to || /^(?:mark|line-end)$/.test(tokens[position]?.kind ?? '');

/** 胸膜摩擦音未闻及 and "asthma denied." deny what stands before; 胸痛未见放射 denies what follows. */
function deniesBefore(tokens: readonly Token[], sentence: Sentence, { cue, from, to }: PlacedCue): boolean {
  const first = tokens[from]?.text ?? '';
  if (cue.kind !== 'negated' || !DENIES_EITHER_WAY.test(first)) return true;
  // 有没有 asks.
  if (tokens[from - 1]?.text === '有') return false;
  if (first === 'denied') return endsClause(tokens, sentence, to);
  return to >= sentence.to || tokens[to]?.kind !== 'han';
}

/** 没有 in 糖尿病没有，…: what the mark behind it parts off is not denied as well. */
function deniesOnlyBefore(
  tokens: readonly Token[],
  sentence: Sentence,
  { cue, from, to }: PlacedCue,
  mentions: readonly Mention[],
): boolean {
  if (cue.kind !== 'negated' || !/^(?:[都也全]?没有?|无|denied)$/.test(joinedText(tokens, from, to)))
    return false;
  return (
    endsClause(tokens, sentence, to) &&
    tokens[to]?.text !== ':' &&
    mentions.some((mention) => mention.to <= from && from - mention.to <= MAX_TO_DENIAL)
  );
}
/** "Contact with asthma [was] denied", 发烧咳嗽[都]没有. */
const MAX_TO_DENIAL = 3;

/** "In her last *pregnancy*": what tells the time is as past as what it tells the time of. */
const backwardEnd = ({ cue, from, to }: PlacedCue): number => (cue.kind === 'historical' ? to : from);

const isCopula = (text: string): boolean => /^(?:is|are|was|were|has|had|have)$/.test(text);

/** A statement ends where one of these kinds begins anew: "no fever, possible pneumonia". */
const ENDS_OTHERS: Partial<Record<CueKind, readonly CueKind[]>> = {
  stop: ['negated', 'excluded', 'possible', 'historical', 'planned', 'conditional'],
  negated: ['possible'],
  possible: ['negated', 'excluded', 'historical'],
  historical: ['possible'],
};

/** Words that name the patient again end what was said of somebody else. */
const PATIENT_AGAIN: ReadonlySet<string> = new Set([
  'he',
  'she',
  'i',
  "i've",
  "i'm",
  'patient',
  '患者',
  '患',
  '本人',
]);

/** 以前快走才痛，这周坐着也痛: what is told of now is not past. */
const TELLS_OF_NOW = /^(?:最近|现在|近来|近期|近日来|这[周次回]|这[两几]天|这个月)$/;

function stopsFor(kind: CueKind, cues: readonly PlacedCue[], tokens: readonly Token[]): Set<number> {
  const positions = new Set<number>();
  for (const other of cues) {
    const text = tokens[other.from]?.text ?? '';
    const aboutPerson = kind === 'family' || kind === 'other-person';
    if (aboutPerson) {
      if (other.cue.kind === 'stop' && (PATIENT_AGAIN.has(text) || text === 'but' || text === '但'))
        positions.add(other.from);
      // 他爸得过脑梗，我女朋友说…: somebody else again.
      if (other.cue.direction === 'forward' && isOfOthers(other.cue) && other.cue.kind !== kind)
        positions.add(other.from);
    } else if (kind === 'historical' && TELLS_OF_NOW.test(joinedText(tokens, other.from, other.to))) {
      positions.add(other.from);
    } else if (other.cue.direction === 'forward' && ENDS_OTHERS[other.cue.kind]?.includes(kind)) {
      positions.add(other.from);
    }
  }
  return positions;
}

const NO_RELIEF =
  /^(?:not (?:relieved|improved|improving|better|settling)|no (?:relief|better|improvement|response)|not relieved by|without relief|[不未无](?:能|见|明显|得)?(?:缓解|减轻|好转|改善|消失))$/;

/**
 * 休息后不缓解, "not relieved by rest": the pain is not denied, but the relief is, where the vocabulary knows it.
 */
function reliefDenied(tokens: readonly Token[], sentence: Sentence, mentions: readonly Mention[]): Stretch[] {
  const cues = CUES.matchAll(tokens, bySurface, undefined, sentence.from, sentence.to);
  return cues.flatMap(({ from, to }) => {
    const words = tokens.slice(from, to).map(({ text }) => text);
    if (!NO_RELIEF.test(words.join(tokens[from]?.kind === 'han' ? '' : ' '))) return [];
    const isOfCue = (position: number): boolean => position > from && position < to;
    const told = mentions.filter(({ used }) => used.some(isOfCue) && !used.includes(from));
    return told.length === 0
      ? []
      : [{ from: from + 1, to: Math.max(to, ...told.map((mention) => mention.to)) }];
  });
}

/**
 * Works out which tokens of a sentence are denied, doubted, past, about others, conditional or planned.
 * Cues inside a concept of the vocabulary ("无尿", "no relief") are not cues.
 * @param kinshipOfPatient words of kinship by which the text calls its patient
 */
export function scopesOf(
  tokens: readonly Token[],
  sentence: Sentence,
  mentions: readonly Mention[],
  kinshipOfPatient: ReadonlySet<string>,
): Scopes {
  const cues = [...placeCues(tokens, sentence, mentions, kinshipOfPatient), ...datesIn(tokens, sentence)];
  const relatives = new Map<number, Stretch>();
  const governed = new Uint16Array(sentence.to - sentence.from);
  const bitsAt = (position: number): number => governed[position - sentence.from] ?? 0;
  const cueTokens = new Set<number>();
  const stopsByKind = new Map<CueKind, ReadonlySet<number>>();
  for (const { from, to } of reliefDenied(tokens, sentence, mentions))
    for (let at = from; at < to; at += 1) governed[at - sentence.from] = DENIED;
  for (const placed of cues) {
    for (let position = placed.from; position < placed.to; position += 1) cueTokens.add(position);
    if (deniesItsVerb(tokens, placed))
      for (let at = placed.from; at < placed.to; at += 1) governed[at - sentence.from] = DENIED;
    if (placed.cue.kind === 'stop' || placed.cue.kind === 'none') continue;
    let stops = stopsByKind.get(placed.cue.kind);
    if (stops === undefined) {
      stops = stopsFor(placed.cue.kind, cues, tokens);
      stopsByKind.set(placed.cue.kind, stops);
    }
    const forward = placed.cue.direction === 'forward';
    if (!forward && !deniesBefore(tokens, sentence, placed)) continue;
    if (forward && deniesOnlyBefore(tokens, sentence, placed, mentions)) continue;
    const start = forward ? (placed.scopeFrom ?? placed.to) : backwardStart(tokens, sentence, placed, stops);
    const end = forward ? forwardEnd(tokens, sentence, placed, stops) : backwardEnd(placed);
    const relative =
      placed.cue.kind === 'family'
        ? { from: startOfRelative(tokens, placed.from), to: placed.to }
        : undefined;
    const bit = bitOf(placed.cue.kind) | (placed.cue.isNobody === true ? DENIED : 0);
    for (let position = start; position < end; position += 1) {
      governed[position - sentence.from] = bitsAt(position) | bit;
      if (relative !== undefined) relatives.set(position, relative);
    }
  }
  return {
    at: (position) => scopeOf(bitsAt(position)),
    over: (positions) => scopeOf(positions.reduce((bits, position) => bits | bitsAt(position), 0)),
    deniesBetween: (from, to) =>
      cues.some(
        ({ cue, from: first, to: end }) =>
          cue.kind === 'negated' && cue.direction === 'backward' && from < first && end <= to,
      ),
    relativeAt: (position) => relatives.get(position),
    opensClause: (position) => /^[,、]$/.test(tokens[position - 1]?.text ?? ''),
    isPartOfRelative: ({ from, to }) =>
      cues.some((placed) => placed.cue.kind === 'family' && placed.from <= from && to <= placed.to),
    cueTokens,
  };
}
