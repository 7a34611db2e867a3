import { type NameClass, classOfName } from './english-name-class';
import { type EnglishToken, englishTokens } from './english-tokens';
import { DESCRIBES, EPONYM_FOLLOWERS, EPONYM_LEADERS } from './names-en';
import { type Hit } from './rules/mask-rule';
import { isKnownWord, looksEnglish } from './words/english-words';
import { MEDICAL_PHRASES, MEDICAL_PROPER_NOUNS } from './words/medical-proper-nouns';

interface Classed extends EnglishToken {
  readonly nameClass: NameClass;
}

const TITLE = /^(?:mr|mrs|ms|miss|mx|master|dr|prof|professor|sir|madam|rev|capt|sgt|lady|lord)$/;
/** What stands behind "Dr" without being anybody's name. */
const NO_TITLED =
  /^(?:Surgeon|Consultant|Registrar|Doctor|Nurse|On|In|Of|The|And|At|To|Who|Whom|Patient|Sir|Madam|Colleague|Team)$/;
/** Months that shorten to a name. */
const MONTH_BEFORE =
  /(?:\b(?:in|since|until|of|last|this|next|by|early|mid|late|from|to) |\d(?:st|nd|rd|th)? |\/)$/iu;
/** What notes write before a name with a capital. */
const NO_FIRST_NAME =
  /^(?:pt|patient|bed|ward|room|re|dear|hi|hello|morning|thanks|regards|mum|dad|client|resident|baby)$/;
/** Relations and posts that stand before a name, and before words as well (Nurse Manager). */
const ADDRESS =
  /^(?:sister|nurse|matron|sr|auntie|aunty|aunt|uncle|pastor|imam|father|brother|officer|constable|pc|granny|nanny|nana|grandma|grandpa|cousin)$/;
const PARTICLE = /^(?:van|von|de|der|den|del|della|di|da|dos|du|el|al|bin|binti|ibn|ter|la|le|ap|ní|ó)$/;
/** What a person does or is, in the third person: "Quillfeather says", "Grace vomits". */
const FINITE =
  /^(?:,? who| also| just| still| now| never| really| then)? (?:is|was|has|had|isn't|wasn't|hasn't|hadn't|does|did|doesn't|didn't|can't|couldn't|won't|wouldn't|says|said|tells|told|thinks|thought|feels|felt|looks|looked|seems|seemed|keeps|kept|wants|wanted|needs|needed|gets|got|goes|went|came|comes|takes|took|gave|gives|brought|brings|lives|lived|works|worked|smokes|smoked|drinks|drank|eats|ate|sleeps|slept|vomits|vomited|coughs|coughed|complains|complained|denies|denied|reports|reported|states|stated|recalls|recalled|insists|insisted|admits|admitted|asks|asked|attended|attends|phoned|phones|rang|rings|called|calls|texted|worries|worried|presented|presents|collapsed|collapses|fell|falls|walked|walks|refuses|refused|declined|declines|remains|remained|found|noticed|saw|heard|became|becomes|woke|wakes|started|stopped|developed|tolerated|managed|arrived|returned|agreed|agrees|accepted|lost|left|suggested|suggests|confirmed|confirms|reviewed|reviews|examined|examines|inserted|signed|knows|knew|understands|understood|likes|liked|hates|loves|loved|sat|stood|ran|broke|cut|hit|hurt|cried|cries|died|used|uses|put|let|made|makes|helped|helps|wrote|writes|sent|sends|held|holds|thanked|turned|turns|moved|moves|stays|stayed)\b/u;
const BY_AGE = /^,? [(]?\d{1,3} ?(?:-?y|m\b|f\b|[),]|weeks|months|days)/iu;
const APPOSED = /^(?: \([a-z]|, (?:an? |who\b|whose\b|his |her |my |our |the |aged|\d|G\d|DOB|NHS|MRN))/u;
/** A medicine, dressing or germ stands here, and so may a word that no dictionary has. */
const THING_BEFORE =
  /(?:^|[\s(])(?:on|takes?|taking|took|taken|started|starting|commenced|stopped|stopping|stop|start|prescribed|iv|po|oral|topical|nebs?|mg|mcg|units?|tablets?|doses?|packed with|dressed with|dressing with|covered with|treated with|loaded with|load with|switch(?:ed)? to|changed? to|course of|dose of|course|grew|grow|grows|growing|isolated|cultured?|pcr|serology|igm|igg|allerg\p{L}+ to|sensitive to|resistant to|anti|the) ?$/iu;
const THING_AFTER =
  /^(?:'s)? ?(?:[-+]ve\b|\d+(?:\.\d+)? ?(?:m?c?g|ml|units?|%|mmol)|(?:mg|tablets?|capsules?|cream|ointment|gel|spray|inhaler|nebs?|dressings?|patch(?:es)?|infusion|injection|drops|positive|negative|views?|nomogram|technique|approach|incision|method|equation|formula|stage|staging|class|grade|grading|angle|ratio|distribution|regimen|diet|exercises?|forceps|clamp|retractor|needle|drain|bandage|airway|collar|frame|prosthesis|stent|graft|flap|shunt|monitor|antigens?|stones?|types?|infection|bacteraemia|pneumonia|sepsis|species|spp|agar|medium|reaction|response|effect|score|risk|questionnaire|assay|kit|device|pen|abscess|angina|attacks?|area|zone|tract|membrane)\b)/iu;
/** What can only be followed by a name: a label, a bed, "known as". */
const ANNOUNCES =
  /(?:\b(?:bed|bay|cubicle|side room|room|chair) ?(?:\d{1,3}|[A-H])[ab]?[:,]? ?-? ?|\b(?:known as|nicknamed|goes by|a\.?k\.?a\.?|answers to|named|prefers to be called|calls (?:him|her)self|by the name of|name is|name's|surname|pt|patient|d\/w|s\/b|discussed with|bleeped?) |\b(?:name|surname|forename|patient|surgeon|ana?esthetist|consultant|registrar|scribe|signed|assistant|operator|witness|nok|next of kin|guardian|carer|contact|interpreter|attending|referrer|gp|midwife|nurse|doctor|physio|key ?worker|reporter|author|typed by|dictated by|attn|re|cc|to|from|dear)(?:: ?| - )|\b(?:dear|hi|hello|hey|regards,|wishes,|thanks,|sincerely,|faithfully,) ?\n?)$/iu;
const LATIN_SPECIES = /^ (?!a\b)([a-z]+(?:a|um|us|is|ii|ae|ans|ens|i))\b/u;
/** Common names that are lower-case words as well, of which chats mean the name when someone lies in a bed or does something. */
const COMMON_LOWER =
  /^(?:bob|bill|jack|john|tom|joe|jim|tony|mike|nick|sue|rob|ben|ted|terry|jerry|harry|larry|barry|ken|ray|ron|pat|kitty|molly|daisy|ruby|rose|grace|charlie|billy|bobby|johnny|tommy|jimmy|sally|jenny|betty|polly|art|joy|hope|dean|lee|max|guy|gene|kay|may|june|fay|amy|dot|val|vic|sid|len|les|reg|stan|cliff|dawn|eve|faith|ivy|iris|lily|pearl|ginger|heather|hazel|holly|jade)$/;
const LOWER_LEAD =
  /\b(?:call|ring|ask|asked|tell|told|phone|text|bleep|(?:spoke|speak|talk|talked) (?:to|with)|hi|hello|thanks|cheers|met|saw) $/u;
const IN_A_BED = /^ (?:in|from) (?:bed|bay|room|cubicle|side ?room|ward|resus)\b/u;
/** What is somebody's: Grace's mum, Rose's sats. */
const PERSONAL_THING =
  /^'s (?:mum|mom|mother|father|dad|wife|husband|son|daughter|brother|sister|partner|carer|family|house|home|flat|notes|bloods|sats|obs|bp|scan|results?|meds|medication|tablets|discharge|care|gp|bed|wound|drain|catheter|line|leg|arm|foot|hand|knee|hip|back|chest|temp|temperature|dressing|drip|cannula|case|referral|appointment|operation|birthday|phone|number|chart|wristband|creatinine|potassium|sodium|haemoglobin|hb|crp|troponin|lactate|glucose|sugars?|bm|urine|stool|cough|pain|breathing|fever|weight|appetite|mood|sleep|surgery|biopsy|blood|pressure|heart|pulse|legs|feet|hands|eyes?|ears?|tummy|nan|gran|son|boyfriend|girlfriend|nurse|doctor|room|key ?worker|consultant|team)\b/iu;
/** Whom a name in brackets or behind a comma belongs to. */
const PERSON_NOUN =
  /(?:registrar|reg|consultant|nurse|doctor|midwife|physio|therapist|sister|brother|mother|father|mum|mom|dad|wife|husband|partner|son|daughter|twin(?: \d)?|baby|child|friend|neighbou?r|carer|colleague|student|teacher|boss|aunt|uncle|cousin|niece|nephew|grandson|granddaughter|daughter-in-law|son-in-law|fianc[ée]e?|boyfriend|girlfriend|SHO|SpR|F1|F2|FY1|HCA|GP|surgeon|porter|driver|dog|cat)(?:, | [(])$/iu;
const BIG_OR_LITTLE = /^(?:big|little|wee|fat|tall|young|old)$/;

const ORG_NOUN =
  /^(?:Hospital|Clinic|Infirmary|Surgery|Practice|Pharmacy|Chemists?|Homecare|Homes?|Hospice|School|Academy|College|University|Nursery|Company|Agency|Ltd|Limited|Plc|Inc|Group|Trust|Foundation|Centre|Center|Hall|Church|Chapel|Mosque|Temple|Cathedral|Bakery|Brewery|Motors|Garage|Foods|Logistics|Couriers|Freight|Haulage|Engineering|Systems|Services|Salon|Stores|Supermarket|Hotel|Inn|Library|Farms?|Mills?|Quarry|Foundry|Steel|Textiles|Prison|Barracks|Daughters|Sons|Brothers|Partners|Solicitors|Associates|Industries|Laboratories|Airways|Airlines|Bank|Club|United|Rovers|Gym|Station|Dairy|Nurseries|Stables|Cleaning|Security|Construction|Biscuits?|Mission|Society|Council|Department|Plant|Factory|Works|Shipyard)$/;
const PLACE_NOUN =
  /^(?:Street|Road|Avenue|Ave|Lane|Close|Crescent|Drive|Terrace|Grove|Gardens|Square|Mews|Court|Parade|Cottages?|House|Lodge|Manor|Grange|Villas?|Flats|Heights|Race|Rise|Hill|Park|Green|Way|Place|Row|Walk|Wharf|Quay|Vale|View|Village|Town|City|Island|Beach|Bay|Valley|County|Estate|Bridge|Common|Moor|Wood|Woods|Lake|River|Falls)$/;

const PLACE_BEFORE = /(?:\b(?:in|on|at|near|from|to|off|of|by|along) (?:the )?|, )$/iu;

/** A stretch of tokens and what it names. */
export interface NamedStretch extends Hit {
  readonly kind: 'name' | 'org' | 'address';
}

const NAME_CLASSES: ReadonlySet<NameClass> = new Set([
  'given',
  'maybe',
  'unknown',
  'surname',
  'wordy',
  'medical',
]);
const isName = ({ nameClass }: Classed): boolean => NAME_CLASSES.has(nameClass);

/** "Okonjo prefers tea": a verb that no list holds, by its ending; a plural of things is none. */
const VERB_LIKE =
  /^ (?:then |also |just |never |still )?(\p{Ll}{2,14}(?:ed|[^s]s))\b(?! (?:are|were|and|or)\b)/u;
/** Before these a capitalised name of a person stands in the middle of a sentence. */
const PERSON_BEFORE =
  /(?:^|[\s(])(?:by|with|from|to|for|asked?|asks|told|tell|tells|called?|ring|rang|phone|phoned|bleep|bleeped|text|texted|email|emailed|message|messaged|see|saw|seen|met|meet|review|reviewed|let|thank|thanked|thanks|and|or|that|if|when|because|as|while|until|before|after|is|was|inform|informed|warn|warned|remind|help|visit|visited|examined?|about|re|contact|contacted|find|found|where|says?|said|poor|dear|young|old|little|our|my|your|hi|hello|hey|morning|ok|yes|no|sorry|please|than|like|under|without|given|moved?|sent?|brought|take|took|wheel|via) $/iu;

const capitalised = (lower: string): string =>
  lower.replace(/(?:^|-)\p{Ll}/gu, (letter) => letter.toUpperCase());

function classify(token: EnglishToken): Classed {
  const { shape, text, lower } = token;
  if (shape === 'capital') return { ...token, nameClass: classOfName(text) };
  if (shape === 'initial') return { ...token, nameClass: 'word' };
  const nameClass = classOfName(capitalised(lower));
  if (nameClass === 'given' && isKnownWord(lower)) return { ...token, nameClass: 'maybe' };
  return { ...token, nameClass };
}

/** Whether the tokens at two neighbouring places are only a blank (or an initial's full stop) apart. */
const touches = (gap: string, before: Classed): boolean =>
  gap === ' ' || (before.shape === 'initial' && /^\.? ?$/.test(gap));

class NameReader {
  private readonly tokens: readonly Classed[];

  constructor(private readonly text: string) {
    this.tokens = englishTokens(text).map(classify);
  }

  read(): NamedStretch[] {
    const found: NamedStretch[] = [];
    let from = 0;
    for (let at = 0; at < this.tokens.length; at += 1) {
      const token = this.tokens[at];
      if (token === undefined || !this.isSeed(token, at)) continue;
      const stretch = this.grow(at, from);
      if (stretch === undefined || this.isMedicalPhrase(stretch)) continue;
      found.push(this.kindOf(stretch.first, stretch.last));
      from = stretch.last + 1;
      at = stretch.last;
    }
    return found;
  }

  private isSeed(token: Classed, at: number): boolean {
    if (token.shape === 'lower') return this.isLowerName(token, at);
    if (this.isTitled(token, at)) return true;
    if (token.shape === 'initial') return this.isInitial(token, at);
    if (
      token.shape === 'capitals' &&
      token.text.length > 5 &&
      isName(token) &&
      /\b(?:surgeon|consultant|registrar|pt|patient|nurse|doctor|anaesthetist|midwife) $/i.test(
        this.before(token),
      )
    )
      return true;
    if (token.shape === 'capitals' && token.text.length > 3 && this.isAnnounced(token, this.after(token)))
      return true;
    if (token.shape !== 'capital') return false;
    const after = this.after(token);
    if (this.isEponym(token, after)) return false;
    if (this.isAnnounced(token, after)) return true;
    switch (token.nameClass) {
      case 'given':
        return token.text !== 'Jan' || !MONTH_BEFORE.test(this.before(token));
      case 'maybe':
        return this.isMaybePerson(token, at, after);
      case 'surname':
        return this.isSurnamed(token, at, after);
      case 'unknown':
        return this.isUnknownPerson(token, at, after);
      default:
        return false;
    }
  }

  /** Mr Bell, Dr Hope: whatever stands behind a title names somebody. */
  private isTitled(token: Classed, at: number): boolean {
    const before = this.tokens[at - 1];
    if (before === undefined || !/^\.? ?$/.test(token.gap)) return false;
    if (TITLE.test(before.lower)) {
      if (token.shape === 'initial') return !/^\.?[\p{L}\d]/u.test(this.after(token));
      return !NO_TITLED.test(token.text);
    }
    return (
      ADDRESS.test(before.lower) &&
      token.shape !== 'capitals' &&
      (token.nameClass === 'given' || token.nameClass === 'maybe' || token.nameClass === 'unknown')
    );
  }

  private isVerb(after: string): boolean {
    const verb = VERB_LIKE.exec(after)?.[1];
    return (
      verb !== undefined &&
      isKnownWord(verb) &&
      !/(?:tests|cells|bodies|titres|levels|signs|antibodies|infections|casts|scores)$/.test(verb)
    );
  }

  /** P. Marsh, J Okello; H. pylori has a small letter and G1 a number. */
  private isInitial(token: Classed, at: number): boolean {
    const next = this.tokens[at + 1];
    const stopped = next?.gap === '. ';
    if (next === undefined || next.shape !== 'capital' || (!stopped && next.gap !== ' ')) return false;
    if (next.possessive || THING_AFTER.test(this.after(next)) || EPONYM_FOLLOWERS.test(this.after(next)))
      return false;
    const { nameClass } = next;
    if (nameClass === 'given' || nameClass === 'unknown')
      return stopped || !token.opens || token.text !== 'A';
    return stopped && (nameClass === 'surname' || nameClass === 'maybe' || nameClass === 'wordy');
  }

  private isAnnounced(token: Classed, after: string): boolean {
    if (
      (!isName(token) && !/(?:known as|nicknamed|goes by) $/.test(this.before(token))) ||
      THING_AFTER.test(after) ||
      token.text.length < 3
    )
      return false;
    return (
      ANNOUNCES.test(this.text.slice(Math.max(0, token.start - 24), token.start)) &&
      token.nameClass !== 'stop'
    );
  }

  private isLowerName(token: Classed, at: number): boolean {
    if (token.nameClass === 'word' || token.nameClass === 'stop' || token.nameClass === 'medical')
      return false;
    if (
      token.lower !== token.text ||
      token.text.includes('-') ||
      (token.opens && token.start > 0 && token.gap === '')
    )
      return false;
    const before = this.tokens[at - 1];
    const titled =
      before !== undefined &&
      /^\.? $/.test(token.gap) &&
      (TITLE.test(before.lower) || ADDRESS.test(before.lower)) &&
      before.shape === 'lower';
    if (token.nameClass === 'unknown' || token.nameClass === 'surname') {
      const placed = /\b(?:bed|bay|room|cubicle) ?\d{1,3}[,:]? $/i.test(this.before(token));
      return (titled || placed) && token.text.length > 2;
    }
    if (token.nameClass === 'given') return token.text.length > 2;
    const after = this.after(token);
    if (titled) return true;
    if (COMMON_LOWER.test(token.lower) && LOWER_LEAD.test(this.before(token))) return true;
    return COMMON_LOWER.test(token.lower) && (IN_A_BED.test(after) || (token.opens && FINITE.test(after)));
  }

  private isMaybePerson(token: Classed, at: number, after: string): boolean {
    if (THING_AFTER.test(after) || THING_BEFORE.test(this.before(token))) return false;
    const next = this.tokens[at + 1];
    const run = next !== undefined && touches(next.gap, token) && next.shape !== 'lower' && isName(next);
    if (run) return true;
    if (/^(?:的|说|老师|先生|女士|同学|妈|爸|[今昨]|[她他])/u.test(after)) return true;
    if (token.opens) {
      return (
        FINITE.test(after) ||
        BY_AGE.test(after) ||
        (token.possessive && !EPONYM_FOLLOWERS.test(after) && PERSONAL_THING.test(after))
      );
    }
    const before = this.before(token);
    const apposed = /, $/.test(before) && (/^,/.test(after) || this.tokens[at - 1]?.shape === 'capitals');
    const stands =
      apposed ||
      PERSON_BEFORE.test(before) ||
      PERSON_NOUN.test(before) ||
      FINITE.test(after) ||
      token.possessive ||
      BIG_OR_LITTLE.test(this.tokens[at - 1]?.lower ?? '');
    return stands && !this.isInTitleCase(at);
  }

  /** Asked Baker to come; Murphy's sign is not taken. */
  private isSurnamed(token: Classed, at: number, after: string): boolean {
    if (THING_AFTER.test(after) || token.possessive || /^ (?:goes|lateralises|change)/.test(after))
      return false;
    if (token.opens) return FINITE.test(after) && !/^ (?:is|was|has|had)\b/.test(after);
    const leads = PERSON_BEFORE.test(this.before(token)) || PERSON_NOUN.test(this.before(token));
    return !this.isInTitleCase(at) && leads && /^(?:[,.;?!)]|$| [a-z'(-])/u.test(after);
  }

  private isUnknownPerson(token: Classed, at: number, after: string): boolean {
    if (token.text.length < 3 || (DESCRIBES.test(token.text) && token.text.length > 8)) return false;
    const before = this.tokens[at - 1];
    const next = this.tokens[at + 1];
    const joined = (other: Classed | undefined, gap: string | undefined): boolean =>
      other?.nameClass === 'medical' && other.shape === 'capital' && /^[ -]$/.test(gap ?? '');
    if (joined(before, token.gap) || joined(next, next?.gap)) return false;
    if (THING_AFTER.test(after)) return false;
    const species = LATIN_SPECIES.exec(after)?.[1];
    if (species !== undefined && !isKnownWord(species)) return false;
    const run =
      next !== undefined &&
      touches(next.gap, token) &&
      (next.shape === 'initial' || (next.shape === 'capital' && isName(next) && next.nameClass !== 'wordy'));
    if (run) return true;
    if (PERSON_NOUN.test(this.before(token))) return true;
    if (/^ (?:famil(?:y|ies)|brothers|sisters|twins|girls?|boys?|bab(?:y|ies)|couple|children)\b/.test(after))
      return true;
    if (THING_BEFORE.test(this.before(token))) return false;
    if (!token.opens) return !this.isInTitleCase(at);
    if (looksEnglish(token.lower)) return false;
    if (next?.gap === ', ' && next.shape === 'capital' && /^(?:given|surname|unknown)$/.test(next.nameClass))
      return true;
    return (
      FINITE.test(after) ||
      BY_AGE.test(after) ||
      APPOSED.test(after) ||
      token.possessive ||
      this.isVerb(after)
    );
  }

  /** Parkinson's disease; but Marcus, who has one. */
  private isEponym({ start, nameClass, text, possessive }: Classed, after: string): boolean {
    if (EPONYM_LEADERS.test(this.text.slice(Math.max(0, start - 16), start))) return true;
    if (!EPONYM_FOLLOWERS.test(after)) return false;
    return (
      nameClass !== 'given' ||
      MEDICAL_PROPER_NOUNS.has(text) ||
      !possessive ||
      /^'s (?:sign|apple|syndrome|disease)/.test(after)
    );
  }

  /** Graham Steell murmur, Marcus Gunn pupil: told by what stands behind the whole, or known as a whole. */
  private isMedicalPhrase({ first, last }: { first: number; last: number }): boolean {
    const opening = this.tokens[first];
    const closing = this.tokens[last];
    if (opening === undefined || closing === undefined || this.isTitled(opening, first)) return false;
    const run = this.tokens.slice(first, last + 1);
    const after = this.after(closing);
    const told = EPONYM_FOLLOWERS.test(after) || THING_AFTER.test(after);
    if (told && (run.some(({ nameClass }) => nameClass === 'medical') || !closing.possessive)) return true;
    return MEDICAL_PHRASES.test(this.text.slice(opening.start, closing.end)) && (told || !FINITE.test(after));
  }

  private isInTitleCase(at: number): boolean {
    const isHeading = (token: Classed | undefined): boolean =>
      token?.shape === 'capital' && (token.nameClass === 'word' || token.nameClass === 'stop');
    const next = this.tokens[at + 1];
    return (
      isHeading(this.tokens[at - 1]) && this.tokens[at]?.gap === ' ' && isHeading(next) && next?.gap === ' '
    );
  }

  private after({ end }: Classed): string {
    return this.text.slice(end, end + 40);
  }

  private before({ start }: Classed): string {
    return this.text.slice(Math.max(0, start - 18), start);
  }

  private grow(at: number, from: number): { first: number; last: number } | undefined {
    let first = at;
    while (first > from && this.joinsLeft(first)) first -= 1;
    let last = at;
    for (let step = this.joinsRight(last); step > 0 && last - at < 6; step = this.joinsRight(last))
      last += step;
    return { first, last };
  }

  /** Mr van Rijn: a particle behind a title belongs to the name. */
  private followsTitle(at: number): boolean {
    return TITLE.test(this.tokens[at - 1]?.lower ?? '');
  }

  private joinsLeft(at: number): boolean {
    const token = this.tokens[at];
    const before = this.tokens[at - 1];
    if (token === undefined || before === undefined || before.possessive) return false;
    if (TITLE.test(before.lower) || ADDRESS.test(before.lower) || NO_FIRST_NAME.test(before.lower))
      return false;
    if (
      PARTICLE.test(before.text) &&
      before.shape === 'lower' &&
      token.gap === ' ' &&
      this.followsTitle(at - 1)
    )
      return true;
    if (before.shape === 'capitals') {
      return /^,? $/.test(token.gap) && before.text.length > 3 && isName(before) && token.shape !== 'lower';
    }
    if (!touches(token.gap, before)) return false;
    if (before.shape === 'initial') return true;
    if (token.shape === 'lower' || before.shape === 'lower')
      return BIG_OR_LITTLE.test(before.lower) && at > 0;
    if (before.nameClass === 'stop') return false;
    return isName(before) || !before.opens || BIG_OR_LITTLE.test(before.lower);
  }

  /** How many tokens further the name goes on: one, two over a particle, none. */
  private joinsRight(at: number): number {
    const token = this.tokens[at];
    const next = this.tokens[at + 1];
    if (token === undefined || next === undefined || token.possessive) return 0;
    if (token.shape === 'lower') return this.joinsLower(token, next) ? 1 : 0;
    if (token.shape === 'capitals' && next.gap === ', ')
      return isName(next) && next.shape === 'capital' ? 1 : 0;
    if (!touches(next.gap, token)) return 0;
    if (next.shape === 'initial') return next.text === 'I' && !/^[.,]/.test(this.after(next)) ? 0 : 1;
    if (next.shape === 'capital') return next.nameClass === 'stop' ? 0 : 1;
    if (next.shape === 'capitals') return isName(next) && next.text.length > 3 ? 1 : 0;
    const beyond = this.tokens[at + 2];
    const isParticle = PARTICLE.test(next.lower) || /^&$/.test(next.text);
    return isParticle && beyond?.gap === ' ' && beyond.shape === 'capital' && isName(beyond) ? 2 : 0;
  }

  private joinsLower(token: Classed, next: Classed): boolean {
    if (next.gap !== ' ' || next.shape !== 'lower') return false;
    if (next.text.length === 1)
      return /^(?:,| (?:and|is|are|in|has|was|needs|next)\b)/.test(this.after(next));
    return (
      token.nameClass === 'given' &&
      next.nameClass === 'unknown' &&
      next.lower === next.text &&
      next.text.length > 3
    );
  }

  private kindOf(first: number, last: number): NamedStretch {
    const start = this.tokens[first]?.start ?? 0;
    const end = this.tokens[last]?.end ?? 0;
    const noun = this.tokens[last]?.text ?? '';
    if (last > first && ORG_NOUN.test(noun)) return { start, end, kind: 'org' };
    const isPlace =
      last > first &&
      PLACE_NOUN.test(noun) &&
      PLACE_BEFORE.test(this.text.slice(Math.max(0, start - 10), start));
    return { start, end, kind: isPlace ? 'address' : 'name' };
  }
}

/**
 * Names in Latin letters, wherever they stand: a given name, or a capitalised word that neither English nor medicine knows, with
 * what belongs to it (initials, particles, a family name). Words that are also names are taken only where a person must stand.
 */
export const englishNames = (text: string): NamedStretch[] => new NameReader(text).read();
