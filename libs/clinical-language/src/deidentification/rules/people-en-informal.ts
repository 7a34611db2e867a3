import { DESCRIBES, EPONYM_FOLLOWERS, NO_NAMES, NO_SERVICES } from '../names-en';
import { type Hit, type MaskRule } from './mask-rule';

const PARTICLE =
  '(?:(?:van|von|de|der|den|del|della|di|da|dos|el|al|bin|ibn|ter|la|le|Ní|Ó|Mac) |(?:al|el)-){0,3}';
const WORD = `(?:${PARTICLE}\\p{Lu}(?:\\p{Ll}|'\\p{Lu})[\\p{Script=Latin}'-]{0,18}(?<!'s))`;
const CAPITALS = "(?:\\p{Lu}[\\p{Lu}'-]{2,18})";
const INITIALS = '(?:\\p{Lu}(?:\\. ?| )){0,3}';
const INITIAL = '\\p{Lu}\\.?(?![\\p{L}\\d])';
const START = '(?<=(?:^|[.;!?\\n]) {0,2}(?:- ?)?)';
const AGE_AND_SEX = '(?=,? {0,2}[(]?\\d{1,3} ?(?:yo|y\\/o|yrs?|y)? ?(?:old )?[MFmf]\\b)';
const VERBS =
  '(?:reports?|complains|says|said|denies|states|recalls|insists|admits|asks|asked|lives|smokes|works|tells|told|drinks|attended|phoned|called|rang|thinks|worries|presented|presents|came|went|was brought|was found|collapsed|fell|walked|has not|has been|has had|vomited|slept|refused|declined|remains|found|noticed|saw|heard|c\\/o|again|here)';
const NEAR =
  '(?:[Ff]lat-?mate|[Hh]ousemate|[Rr]oom-?mate|[Bb]oyfriend|[Gg]irlfriend|[Ff]ianc[eé]e?|[Bb]oss|[Cc]olleague|[Ll]andlord|[Ll]andlady|[Cc]oach|[Tt]eacher|[Mm]um|[Mm]om|[Dd]ad|[Nn]an|[Gg]ran|[Gg]randma|[Gg]randad|[Cc]arer|[Nn]eighbou?r|[Ww]ife|[Hh]usband|[Pp]artner|[Mm]other|[Ff]ather|[Ss]on|[Dd]aughter|[Bb]rother|[Ss]ister|[Ff]riend|[Cc]ousin|[Aa]unt|[Uu]ncle|[Gg]randson|[Gg]randdaughter|[Gg]randchild|[Ss]tepson|[Ss]tepdaughter|[Mm]other-in-law|[Gg]odson|[Nn]iece|[Nn]ephew|[Tt]win|[Kk]ey ?worker|[Ss]ocial [Ww]orker|[Ii]nterpreter|[Nn]urse)';
const STAFF =
  '(?:[Ss]urgeon|[Aa]na?esthetist|[Aa]nesthesiologist|[Ss]cribe|[Cc]onsultant|[Rr]egistrar|[Rr]eg|SpR|SHO|GP|[Mm]idwife|[Hh]ealth [Vv]isitor|[Ss]igned|[Ww]itness(?:ed by)?|[Dd]ictated by|[Tt]yped by|[Rr]eporter|[Aa]uthor|[Aa]ssistant|[Oo]perator|[Cc]hecked by|[Gg]iven by)';
const SEEN =
  '(?:d\\/w|D\\/W|[Dd]iscussed with|[Rr]\\/v(?:iew)?(?: by)?|[Ss]\\/b|[Ss]een by|[Rr]eviewed by|[Bb]leep(?:ed)?|[Hh]anded over (?:to|by)|[Ii]nformed|[Aa]ccepted by|[Ss]po(?:ke|ken) (?:w\\/|with|to)|w\\/|[Cc]all(?:ed)? (?:from|to)|[Mm]essage (?:from|to)|[Ee]mail(?:ed)? (?:from|to)|[Rr]elayed to|[Tt]hank(?:s| you) to|[Rr]eferring|[Tt]o meet|[Mm]et with|[Aa]ttn:?|[Ss]een with|[Rr]eferral of|[Rr]eview of)';

const words = (masked: string): string[] => masked.split(/[\s,/]+/).filter((word) => word !== '');
const isNoEponym = (text: string, { end }: Hit): boolean => !EPONYM_FOLLOWERS.test(text.slice(end, end + 24));
const isPerson: NonNullable<MaskRule['accept']> = (masked, text, hit) =>
  words(masked).every((word) => !NO_NAMES.has(word) && !NO_SERVICES.has(word) && !DESCRIBES.test(word)) &&
  isNoEponym(text, hit);

/** Diseases that notes shorten to a possessive: Crohn's, Parkinson's tablets. */
const POSSESSIVE_EPONYMS: ReadonlySet<string> = new Set(
  `Crohn Parkinson Alzheimer Graves Addison Cushing Hodgkin Bell Huntington Wilson Barrett Raynaud Sjogren Sjögren Behcet Behçet Hashimoto Still
  Paget Dupuytren Meniere Menière Ménière Kawasaki Marfan Down Turner Klinefelter Conn Hartmann Ringer Murphy Baker Colles Osgood Perthes Pott Quincke
  Hirschsprung Reye Reiter Rett Tourette Wegener Whipple Zenker Charcot Korsakoff Wernicke Bowen Burger Buerger Chagas Gaucher Hansen Peyronie
  Sever Morton Lou Gehrig Christmas Vincent Ludwig Toddler Baby Infant Neonate Parent Carer Child Children Women Men Patient Doctor Nurse Mother Father God Valentine`.split(
    /\s+/,
  ),
);

/** B.P. 90, H.R. 88: what is measured, not who. */
const MEASURED =
  /^(?:B\.?P|H\.?R|R\.?R|I\.?V|P\.?R|P\.?O|I\.?M|S\.?C|T\.?B|M\.?I|N\.?G|G\.?C\.?S|B\.?M|P\.?V)\.?$/;

const rule = (pattern: string, accept: NonNullable<MaskRule['accept']> = isPerson): MaskRule => ({
  kind: 'name',
  pattern: new RegExp(pattern, 'gu'),
  accept,
});

/** Names in handovers, letters and chats: no title, often only one word, told by what stands beside them. */
export const ENGLISH_INFORMAL_NAME_RULES: readonly MaskRule[] = [
  rule(
    `(?<=\\b(?:patient|lady|man|woman|gentleman|girl|boy|baby|child|toddler|twin|I), )(?<it>${WORD}(?: ${WORD})?)(?=,)`,
  ),
  rule(
    `\\b(?<it>${WORD}(?: ${WORD})?)(?='s (?:mum|mom|mother|father|dad|wife|husband|son|daughter|brother|sister|partner|carer|house|home|flat|ankle|knee|hip|leg|arm|foot|hand|wrist|shoulder|back|neck|head|chest|tummy|eye|ear|wound|rash|cough|breathing|temperature|blood|bloods|scan|results?|appointment|medication|tablets|weight|appetite|mood|sleep|pain|fever|bowels|catheter|dressing|operation|discharge|care|GP|bed)\\b)`,
    (masked, text, hit) => !POSSESSIVE_EPONYMS.has(masked) && isPerson(masked, text, hit),
  ),
  rule(`\\b(?:[Hh]i|[Hh]ello|[Hh]ey|[Mm]orning|[Ee]vening),? (?<it>${WORD})(?=[ ,!.](?: ?[a-z]|$))`),
  rule(
    `\\b(?:[Cc]an|[Cc]ould|[Ss]hould|[Ww]ould|[Ww]ill|[Dd]oes|[Dd]id|[Hh]as|[Ii]s|[Ww]as|[Ll]et|[Ww]hen|[Bb]ecause|[Tt]hat) (?<it>${WORD})(?= (?:have|be|get|see|take|start|stop|come|go|need|still|been|know|was|is|has|had|feels?|says|said|told|fell|came|wants?)\\b)`,
  ),
  rule(
    `\\b(?:about|regarding|concerning|with|for|on behalf of|to|of|under|and|introduce) (?<it>${WORD} (?:\\p{Lu}\\. )?${WORD})(?=, (?:who|whose|aged|a |an |his|her|our|my|\\d)|,? (?:and (?:his|her)|who|whose)\\b)`,
  ),
  rule(
    `(?<=(?:[Ss]aw|[Mm]et|patient|lady|man|woman|gentleman|girl|boy|baby|child),? )(?<it>${WORD} (?:\\p{Lu}\\. )?${WORD})(?=[,.;]| [a-z])`,
  ),
  rule(`${START}(?<it>${WORD}(?: ${WORD}){1,2})(?=, (?:DOB|D\\.O\\.B|born|aged|b\\.|NHS|MRN|\\[))`),
  rule(
    `\\b(?:[Nn]ame of (?:child|patient|mother|father|carer|baby|informant)|(?:[Hh]er|[Hh]is|[Tt]heir|[Tt]he) name is)[: ]{1,2}(?<it>${WORD}(?: ${WORD})?)`,
  ),
  rule(
    `\\b(?:clerk|driver|guard|officer|constable|paramedic|porter|warden|receptionist|matron|chaplain|physio|crew [(]|informant|witness|carers?|relatives?|staff) ?(?<it>${WORD}(?:, ${WORD}){0,2})(?=[,.;)]| [a-z]|$)`,
  ),
  rule(`\\bDear (?<it>${WORD}(?: ${WORD})?)(?=[,:\\n])`),
  rule(`${START}(?<it>(?:${WORD}|${CAPITALS})(?:,? (?:${WORD}|${INITIAL})){0,3}),?${AGE_AND_SEX}`),
  rule(
    `\\b(?:[Bb]ed|[Bb]ay|[Ss]ide room|SR|[Cc]ubicle|[Rr]oom|[Cc]hair) ?(?:\\d{1,3}|[A-H])[ab]? ?[-:,]? (?<it>${WORD}(?: ${WORD})?)(?=[:,;]| [a-z(])`,
  ),
  rule(
    `\\b(?:Pt|pt|Patient|patient|Client|client|Resident)[ :]{1,2}(?<it>${WORD}(?: ${WORD})?)(?= (?:[a-z]|c\\/o|\\d)|[,;:(]|$)`,
  ),
  rule(
    `(?<![\\p{L}.])(?<it>(?:\\p{Lu}\\.){2,4})(?=,? (?:[(]\\d{1,3}[)]|aged? \\d|\\d{1,3}(?: ?[-,]? ?(?:y|M\\b|F\\b)|[,;)] )|is an? |was an? ))`,
    (masked) => !MEASURED.test(masked),
  ),
  rule(
    `\\b(?:[Tt]his is|[Hh]i,? it'?s|[Ii]t'?s|[Mm]y name'?s|[Mm]y name is|[Nn]ame'?s) (?<it>${WORD}(?: ${WORD})?)(?= (?:again|here|speaking|from|and)|[,.!]|$)`,
  ),
  rule(
    `\\b(?:[Hh]i|[Hh]ello|[Hh]ey|[Gg]ood (?:morning|evening|afternoon)),? (?:doc(?:tor)?,? )?(?:[Ii]'?m|[Ii] am|this is|it'?s|my name is) (?<it>[a-z]{3,18})(?=[,.!]| (?:from|again|here)\\b)`,
    (masked) =>
      !/(?:ed|ing|ant|ic|ly|ent|ious)$|^(?:not|well|sick|ill|new|here|back|worried|sorry|fine|okay|unwell|sore|tired|ok|diabetic|due|late|your|the|his|her)$/.test(
        masked,
      ),
  ),
  rule(`\\b(?:[Hh]i|[Hh]ello|[Hh]ey|[Gg]ood (?:morning|evening|afternoon)),? (?<it>${WORD})(?= here\\b)`),
  rule(`\\b${NEAR},? [(]?(?<it>${WORD}(?: ${WORD})?)(?=[)]| (?:[a-z])|[,.;]|$)`),
  rule(
    `\\b(?:known as|goes by|nick-?named|a\\.?k\\.?a\\.?|AKA|prefers to be called|preferred name:?|calls? (?:himself|herself)|answers to) (?<it>${WORD}(?: ${WORD})?)(?=[,.;)]| [a-z]|$)`,
  ),
  rule(
    `\\b${STAFF}[ :]{1,2}(?:(?:by|Dr|Mr|Ms|Mrs|Sister)\\.? )?(?<it>${INITIALS}${WORD}(?: ${WORD})?(?:\\/${WORD})?)(?=[,.;:/(]| [A-Z]{2,4}\\b|$|\\n| [-–])`,
  ),
  rule(
    `\\b${SEEN}:? (?:(?:Dr|Mr|Ms|Mrs|[Rr]eg|[Cc]ons|SpR|SHO|[Ss]r|[Ss]ister)\\.? )?(?<it>${INITIALS}${WORD}(?: ${WORD})?(?:\\/${WORD})?)(?=[,.;:/(]| [(]|$|\\n| (?:and|from|re|on|in|at|about|today|who|with|\\d))`,
  ),
  rule(`${START}(?<it>${WORD}(?:[ -]${WORD}){1,3})(?= ${VERBS}\\b)`),
  rule(
    `\\b(?:[Tt]hanks|[Tt]hank you|[Bb]est|[Cc]heers|[Ll]ove|[Mm]any thanks|[Bb]est wishes|[Rr]egards)(?: again| in advance)?[,!.] ?\\n?(?<it>${WORD}(?: ${WORD})?)\\.?(?=$|\\n)`,
  ),
  rule(
    `\\b(?:[Rr][Ee]:|[Nn]ame:|[Cc][Cc]:?|[Kk]ind regards,|[Rr]egards,|[Ss]incerely,|[Ff]aithfully,|[Bb]est wishes,|[Tt]hanks,|NOK:?|[Nn]ext of kin:?) (?<it>${INITIALS}${WORD}(?: ${WORD}){1,2}|${CAPITALS},? (?:${WORD}|${CAPITALS}))`,
  ),
];
