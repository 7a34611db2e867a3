import { type Hit } from '../rules/mask-rule';
import { BIG_OR_LITTLE } from './neighbours';
import { ADDRESS, type Passage, TITLE } from './passage';
import { type EnglishToken, isName } from './tokens';

/** What notes write before a name with a capital. */
const NO_FIRST_NAME =
  /^(?:pt|patient|bed|ward|room|re|dear|hi|hello|morning|thanks|regards|mum|dad|client|resident|baby)$/;
const PARTICLE = /^(?:van|von|de|der|den|del|della|di|da|dos|du|el|al|bin|binti|ibn|ter|la|le|ap|ní|ó)$/;
const ORG_NOUN =
  /^(?:Hospital|Clinic|Infirmary|Surgery|Practice|Pharmacy|Chemists?|Homecare|Homes?|Hospice|School|Academy|College|University|Nursery|Company|Agency|Ltd|Limited|Plc|Inc|Group|Trust|Foundation|Centre|Center|Hall|Church|Chapel|Mosque|Temple|Cathedral|Bakery|Brewery|Motors|Garage|Foods|Logistics|Couriers|Freight|Haulage|Engineering|Systems|Services|Salon|Stores|Supermarket|Hotel|Inn|Library|Farms?|Mills?|Quarry|Foundry|Steel|Textiles|Prison|Barracks|Daughters|Sons|Brothers|Partners|Solicitors|Associates|Industries|Laboratories|Airways|Airlines|Bank|Club|United|Rovers|Gym|Station|Dairy|Nurseries|Stables|Cleaning|Security|Construction|Biscuits?|Mission|Society|Council|Department|Plant|Factory|Works|Shipyard)$/;
const PLACE_NOUN =
  /^(?:Street|Road|Avenue|Ave|Lane|Close|Crescent|Drive|Terrace|Grove|Gardens|Square|Mews|Court|Parade|Cottages?|House|Lodge|Manor|Grange|Villas?|Flats|Heights|Race|Rise|Hill|Park|Green|Way|Place|Row|Walk|Wharf|Quay|Vale|View|Village|Town|City|Island|Beach|Bay|Valley|County|Estate|Bridge|Common|Moor|Wood|Woods|Lake|River|Falls)$/;
const PLACE_BEFORE = /(?:\b(?:in|on|at|near|from|to|off|of|by|along) (?:the )?|, )$/iu;

/** The first and the last word of a name. */
export interface Extent {
  readonly first: number;
  readonly last: number;
}

/** A stretch of the text and what it names. */
export interface NamedStretch extends Hit {
  readonly kind: 'name' | 'org' | 'address';
}

/** Whether the tokens at two neighbouring places are only a blank (or an initial's full stop) apart. */
export const touches = (gap: string, before: EnglishToken): boolean =>
  gap === ' ' || (before.shape === 'initial' && /^\.? ?$/.test(gap));

function joinsLeft(passage: Passage, at: number): boolean {
  const token = passage.tokens[at];
  const before = passage.tokens[at - 1];
  if (token === undefined || before === undefined || before.possessive) return false;
  if (TITLE.test(before.lower) || ADDRESS.test(before.lower) || NO_FIRST_NAME.test(before.lower))
    return false;
  if (
    PARTICLE.test(before.text) &&
    before.shape === 'lower' &&
    token.gap === ' ' &&
    passage.followsTitle(at - 1)
  )
    return true;
  if (before.shape === 'capitals') {
    return /^,? $/.test(token.gap) && before.text.length > 3 && isName(before) && token.shape !== 'lower';
  }
  if (!touches(token.gap, before)) return false;
  if (before.shape === 'initial') return true;
  if (token.shape === 'lower' || before.shape === 'lower') return BIG_OR_LITTLE.test(before.lower) && at > 0;
  if (before.nameClass === 'stop') return false;
  return isName(before) || !before.opens || BIG_OR_LITTLE.test(before.lower);
}

function joinsLower(passage: Passage, token: EnglishToken, next: EnglishToken): boolean {
  if (next.gap !== ' ' || next.shape !== 'lower') return false;
  if (next.text.length === 1)
    return /^(?:,| (?:and|is|are|in|has|was|needs|next)\b)/.test(passage.after(next));
  return (
    token.nameClass === 'given' &&
    next.nameClass === 'unknown' &&
    next.lower === next.text &&
    next.text.length > 3
  );
}

/** How many tokens further the name goes on: one, two over a particle, none. */
function joinsRight(passage: Passage, at: number): number {
  const token = passage.tokens[at];
  const next = passage.tokens[at + 1];
  if (token === undefined || next === undefined || token.possessive) return 0;
  if (token.shape === 'lower') return joinsLower(passage, token, next) ? 1 : 0;
  if (token.shape === 'capitals' && next.gap === ', ')
    return isName(next) && next.shape === 'capital' ? 1 : 0;
  if (!touches(next.gap, token)) return 0;
  if (next.shape === 'initial') return next.text === 'I' && !/^[.,]/.test(passage.after(next)) ? 0 : 1;
  if (next.shape === 'capital') return next.nameClass === 'stop' ? 0 : 1;
  if (next.shape === 'capitals') return isName(next) && next.text.length > 3 ? 1 : 0;
  const beyond = passage.tokens[at + 2];
  const isParticle = PARTICLE.test(next.lower) || /^&$/.test(next.text);
  return isParticle && beyond?.gap === ' ' && beyond.shape === 'capital' && isName(beyond) ? 2 : 0;
}

/** How far a name goes to both sides of a candidate. */
export function extentAt(passage: Passage, at: number, from: number): Extent {
  let first = at;
  while (first > from && joinsLeft(passage, first)) first -= 1;
  let last = at;
  for (let step = joinsRight(passage, last); step > 0 && last - at < 6; step = joinsRight(passage, last))
    last += step;
  return { first, last };
}

/** A department store or a street may be called like a person. */
export function kindOf(passage: Passage, { first, last }: Extent): NamedStretch {
  const start = passage.tokens[first]?.start ?? 0;
  const end = passage.tokens[last]?.end ?? 0;
  const noun = passage.tokens[last]?.text ?? '';
  if (last > first && ORG_NOUN.test(noun)) return { start, end, kind: 'org' };
  const isPlace =
    last > first &&
    PLACE_NOUN.test(noun) &&
    PLACE_BEFORE.test(passage.text.slice(Math.max(0, start - 10), start));
  return { start, end, kind: isPlace ? 'address' : 'name' };
}
