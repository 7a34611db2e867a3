import { classOfName } from '../english/name-class';
import { DESCRIBES, NO_NAMES, NO_SERVICES } from '../names-en';
import { WIDE_PLACES } from '../wide-places';
import { type MaskRule } from './mask-rule';

const WORD = "\\p{Lu}\\p{Ll}[\\p{Script=Latin}'-]{0,18}";
const NAMED = `(?:(?:the |The )?${WORD}(?:(?: (?:of|and|&|on|upon) (?:the )?| )${WORD}){0,3})`;

const wordsOf = (masked: string): string[] => masked.split(/[\s,]+/).filter((word) => /^\p{Lu}/u.test(word));
const BROAD =
  /^(?:North|South|East|West|Northern|Southern|Eastern|Western|Central|Upper|Lower|Rural|Urban|Coastal|Mid)$/;

/** Countries and continents tell where an illness may come from, and not who somebody is. */
const isLocal: MaskRule['accept'] = (masked) =>
  !WIDE_PLACES.has(masked.replace(/^the /i, '')) &&
  wordsOf(masked).some(
    (word) => !BROAD.test(word) && !WIDE_PLACES.has(word) && !NO_NAMES.has(word) && !NO_SERVICES.has(word),
  );

const isOneOfMany: MaskRule['accept'] = (masked) =>
  wordsOf(masked).some((word) => !NO_NAMES.has(word) && !NO_SERVICES.has(word) && !WIDE_PLACES.has(word));

/** Castlemoor Centre, not Stroke Centre: some word is in no dictionary, or a given name. */
const hasProperNoun: MaskRule['accept'] = (masked) =>
  masked
    .split(' ')
    .slice(0, -1)
    .some((word) => /^(?:given|maybe|unknown)$/.test(classOfName(word)));

/** Departments and the like, which every hospital has. */
const ON_THE_PREMISES =
  /(?:Department|Unit|Ward|Emergency|Outpatients?|Theatres?|Bay|Room|Bed|Day|Night|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Triage|Assessment|Admissions?|Suite|Medicine|Surgery|Care|Point|Line|Scale|Score|Index|Level|Stage|Grade|Angle|Space|Node|Week|Month)$/;

/** Cedar Court, Little Acorns; not Primary, Local or Skin. */
const hasLocalWord: MaskRule['accept'] = (masked) =>
  wordsOf(masked).some(
    (word) =>
      !NO_NAMES.has(word) &&
      !NO_SERVICES.has(word) &&
      !WIDE_PLACES.has(word) &&
      !DESCRIBES.test(word) &&
      !/^(?:Local|Fracture|Pain|Memory|Skin|Eye|Dental|Day|Stroke|Cancer|Trauma|Birth|Sleep|Breast|Special|State|High|Middle|Junior|Walk|Sexual|Health|Minor|Heart|Chest|Hand|Foot|Falls|Travel|Blood)$/.test(
        word,
      ),
  );

const rule = (kind: 'org' | 'address', pattern: string, accept: MaskRule['accept']): MaskRule => ({
  kind,
  pattern: new RegExp(pattern, 'gu'),
  ...(accept && { accept }),
});

/** Where patients live, work and learn, told by name only. */
export const ENGLISH_INFORMAL_PLACE_RULES: readonly MaskRule[] = [
  rule(
    'org',
    `\\b(?<it>(?:${WORD} ){1,3}(?:(?:&|and) ${WORD} )?(?:Pharmacy|Chemists?|Solicitors|Grammar|Comprehensive|Juniors|Infants|Links|Golf Club|Bakery|Motors|Garage|Builders|Supermarket|Stores|Farms?|Hotel|Inn|Church|Mosque|Temple|Police Station|Homecare|Home Care|Carers|Care Agency|Agency|Company|Couriers|Logistics|Foods|Dairy|Dairies|Brewery|Caf[eé]|Restaurant|Takeaway|Salon|Gym|Nurseries|Stables|Haulage|Freight|Transport|Engineering|Joinery|Roofing|Plumbing|Scaffolding|Cleaners|Cleaning|Security|Textiles|Chapel|Cathedral|Gurdwara|Synagogue|Prison|Barracks|Playgroup|Pre-?school|Daycare|Studios?|Opticians|Vets|Kennels|Airlines|Shipping|Fisheries|Plantation|Steelworks|Shipyard|Colliery|Timber|Poultry|Packers|Packaging|Print(?:ers|works)|Ceramics|Plastics|Chemicals|Brothers|Bros|Associates|Charity|Centre for \\p{Lu}\\p{Ll}+))\\b`,
    (masked) => isOneOfMany(masked.replace(/ \S+$/, ''), '', { start: 0, end: 0 }),
  ),
  rule(
    'org',
    `\\b(?<it>(?:${WORD} ){1,3}(?:Centre|Center|Hall|Lodge|Library|Mission|Works|Station|Mine|Trust|Foundation|Unit|Ward|Wing|Institute|Clinic|Rooms|Arms|House|Court|Manor|Grange|View))\\b`,
    hasProperNoun,
  ),
  rule(
    'org',
    `\\b(?<it>${WORD}(?: ${WORD})? (?:&|and) (?:Sons?|Daughters?|Co|Partners|Bros|Brothers|Company))\\b`,
    isOneOfMany,
  ),
  rule(
    'org',
    `(?<=\\b(?:at|from|to|into|near|attends|by|of|for) (?:the )?)(?<it>(?:${WORD} ){1,3})(?=(?:nursery|leisure cent(?:re|er)|care home|nursing home|residential home|school|primary|academy|hospice|pharmacy|church|farm|hotel|day cent(?:re|er)|surgery|practice|health cent(?:re|er)|playgroup|prison|brewery|bakery|factory|quarry|shipyard|library)\\b)`,
    (masked, text, hit) => hasLocalWord(masked, text, hit),
  ),
  rule(
    'org',
    `(?<=\\b(?:at|from|to) the )(?<it>${WORD}(?: ${WORD})? (?:Practice|Surgery|Clinic|Centre|Inn|Arms|Hotel))\\b`,
    (masked, text, hit) => hasLocalWord(masked.replace(/ \S+$/, ''), text, hit),
  ),
  rule(
    'org',
    `(?<=\\b(?:at|outside|above|behind|opposite|near) (?:the )?)(?<it>${WORD}(?: (?:&|and|of) (?:the )?| )${WORD}(?:(?: (?:&|and|of) (?:the )?| )${WORD})?)(?=[.,;:)]|$| [a-z])`,
    (masked, text, hit) => !ON_THE_PREMISES.test(masked) && hasLocalWord(masked, text, hit),
  ),
  rule(
    'address',
    `\\b(?:P\\.?O\\.? Box|Number|No\\.) ?(?<it>\\d{1,5}, (?:The )?${WORD}(?: ${WORD}){0,2})`,
    isOneOfMany,
  ),
  rule('org', `\\b(?<it>HM[PS]? ${WORD}(?: ${WORD})?)`, isOneOfMany),
  rule(
    'address',
    `\\b(?:[Ll]odg(?:es|ing)|[Ss]tay(?:s|ing)|[Rr]ents|[Kk]eeps [a-z]+|[Ff]arms|[Hh]as a farm|[Gg]rew up|[Oo]ver|[Ww]ay) (?:near|in|at|from) (?<it>${NAMED})(?=[,.;]| (?:with|and|to|for|in|every|over)\\b|$)`,
    isLocal,
  ),
  rule(
    'address',
    `\\b(?:[Tt]ravel(?:s|led|ling)|[Cc]ommut(?:es|ed|ing)|[Dd]rove|[Dd]rives|[Bb]us|[Tt]rain|[Tt]ransport|[Rr]eturned home) (?:in |here )?(?:from|to) (?<it>${NAMED})(?= (?:for|to|by|daily|every|each|this|on)\\b|[,.;]|$)`,
    isLocal,
  ),
  rule(
    'org',
    `\\b(?:as (?:an? )?[a-z -]{3,24}|[Ee]mployer|[Ee]mployed) (?:for|at|with|by|is) (?<it>${NAMED})`,
    isOneOfMany,
  ),
  rule(
    'org',
    `\\b(?:[Hh]is|[Hh]er|[Mm]y|[Tt]he) (?:employer|school|nursery|college|company|firm|church|care home|pharmacy),? (?<it>${NAMED})(?=,)`,
    isOneOfMany,
  ),
  rule(
    'org',
    `\\b(?<it>${WORD}(?: ${WORD}){0,2}) (?:walk-in cent(?:re|er)|minor injur(?:y|ies) unit|out-of-hours|urgent care|health hub|leg club)\\b`,
    isOneOfMany,
  ),
  rule('address', `\\b[Ll]iv(?:es?|ing) (?:with|w\\/|alone|next)[^.;,\\n]{0,30} in (?<it>${NAMED})`, isLocal),
  rule(
    'address',
    `\\b(?:[Ll]ives? (?:at|in|near)|[Ll]iving (?:at|in)|[Ll]ived in|[Rr]esid(?:es|ing|ent) (?:at|in|of)|[Oo]riginally from|[Cc]omes from|[Mm]oved (?:to|from)|[Bb]orn in|[Gg]rew up in|[Rr]aised in|[Bb]ased in|[Hh]ome is(?: in)?|[Hh]omeless in|[Nn]ative of) (?<it>${NAMED}(?:, ${NAMED})?)`,
    isLocal,
  ),
  rule(
    'address',
    `(?<=(?:^|[.;,\\n(] ?|is |are |was |patient |man |woman |lady |gentleman |boy |girl )[Ff]rom )(?<it>${NAMED})(?=,|\\.|;|$| (?:with|who|and|near)\\b)`,
    isLocal,
  ),
  rule(
    'address',
    `\\b(?:[Ww]orks?|[Ww]orked|[Ww]orking|[Ee]mployed|[Tt]each(?:es|er)|[Ss]tud(?:ies|ent|ying)|[Pp]upil|[Jj]ob|[Ss]hop) [a-z ]{0,12}?(?:at|for|by) ${NAMED} in (?<it>${NAMED})`,
    isLocal,
  ),
  rule(
    'address',
    `(?<=\\b(?:on|in|at|off|outside|near|along|down|of) )(?<it>(?:${WORD} ){1,3}(?:Street|Road|Avenue|Lane|Close|Crescent|Drive|Boulevard|Terrace|Grove|Gardens|Square|Mews|Court|Parade|Highway))\\b`,
    (masked) => !/^(?:The )?(?:Main|High) Street$/.test(masked),
  ),
  rule(
    'org',
    `\\b(?:[Ww]ork(?:s|ed|ing)?|[Ee]mployed|[Jj]ob|[Tt]eaches|[Tt]eacher|[Ss]tudies|[Ss]tudent|[Ss]tudying|[Pp]upil|[Pp]rofessor|[Dd]river|[Nn]urse|[Mm]anager|[Cc]lerk|[Cc]leaner|[Vv]olunteers?|[Aa]pprentice|[Dd]rives|[Pp]lacement|[Ii]ntern|[Cc]ook|[Cc]hef|[Gg]uard|[Pp]orter) (?:at|for|by|with) (?<it>${NAMED})`,
    isOneOfMany,
  ),
  rule(
    'org',
    `\\b(?:[Gg]oes to|[Aa]ttends|[Ee]nrolled at|[Tt]ransferred (?:from|to)|[Dd]ischarged from|[Rr]eferred (?:from|to)|[Aa]dmitted to|[Rr]egistered (?:at|with)|[Rr]etired from|[Ll]aid off (?:from|by)|[Ss]acked (?:from|by)|(?:[Pp]harmacy|[Ee]mployer|[Ss]chool|[Nn]ursery|[Cc]ollege|[Ww]orkplace|[Cc]are home|[Hh]ospital):) (?<it>${NAMED}(?:'s)?)`,
    isOneOfMany,
  ),
  rule(
    'org',
    `(?<=\\[name\\],? (?:at |of |from )?|GP[^.;\\n]{0,40}, )(?<it>(?:The )?${WORD}(?: ${WORD}){0,2} (?:Practice|Surgery|Health Cent(?:re|er)|Medical Cent(?:re|er)|Clinic))\\b`,
    isOneOfMany,
  ),
];
