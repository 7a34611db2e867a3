import { DESCRIBES, EPONYM_FOLLOWERS, EPONYM_LEADERS, GIVEN_NAMES, NO_NAMES, NO_SERVICES } from '../names-en';
import { WIDE_PLACES } from '../wide-places';
import { type Hit, type MaskRule } from './mask-rule';

const PARTICLE = '(?:(?:van|von|de|der|den|del|della|di|da|dos|el|al|bin|ibn|ter) |(?:al|el)-){0,3}';
const CAPITALISED = `(?:${PARTICLE}\\p{Lu}(?:\\p{Ll}|'\\p{Lu})[\\p{Script=Latin}'-]{0,18}(?<!'s|'))`;
const INITIALS = '(?:\\p{Lu}(?:\\. ?| )){0,3}';
const FULL_NAME = `${CAPITALISED} (?:\\p{Lu}\\. )?${CAPITALISED}`;
const KIN =
  '(?:wife|husband|son|daughter|mother|father|sister|brother|friend|partner|aunt|uncle|niece|nephew|cousin|grandson|granddaughter|grandmother|grandfather|carer|caregiver|neighbour|neighbor|guardian)';

/** Paul-Bunnell positive: two names that make one test. */
const isTestOfTwo = (masked: string, after: string): boolean =>
  masked.includes('-') && /^ (?:positive|negative)\b/.test(after);

const isNoEponym = (masked: string, text: string, { start, end }: Hit): boolean =>
  !EPONYM_LEADERS.test(text.slice(Math.max(0, start - 16), start)) &&
  !isTestOfTwo(masked, text.slice(end, end + 10)) &&
  !EPONYM_FOLLOWERS.test(text.slice(end, end + 24)) &&
  !EPONYM_FOLLOWERS.test(`${masked.slice(masked.lastIndexOf("'"))} ${text.slice(end, end + 24).trim()}`);

const namesNobodyElse = (masked: string): boolean =>
  !WIDE_PLACES.has(masked) &&
  masked
    .split(/[\s,]+/)
    .every((word) => !NO_NAMES.has(word) && !NO_SERVICES.has(word) && !DESCRIBES.test(word));

const isPerson = (masked: string, text: string, hit: Hit): boolean =>
  namesNobodyElse(masked) && isNoEponym(masked, text, hit);

const isGivenName = (masked: string, text: string, hit: Hit): boolean =>
  GIVEN_NAMES.has(masked.split(/[\s'-]/)[0] ?? '') && isNoEponym(masked, text, hit);

const rule = (pattern: string, accept?: MaskRule['accept']): MaskRule => ({
  kind: 'name',
  pattern: new RegExp(pattern, 'gu'),
  ...(accept && { accept }),
});

/** Names of persons in English: with a title or label, beside a relation, an age or a verb of saying, or well known. */
export const ENGLISH_NAME_RULES: readonly MaskRule[] = [
  rule(
    `\\b(?:Mr|Mrs|Ms|Miss|Mx|Master|Dr|Prof|Professor|Nurse|Sir|Madam|Rev|Capt|Sgt|Lady|Lord)\\.? {1,2}(?<it>${INITIALS}${CAPITALISED}(?: (?:\\p{Lu}\\. )?${CAPITALISED})?)`,
    (masked) => !NO_NAMES.has(masked.split(' ')[0] ?? ''),
  ),
  rule(
    `(?:\\b[Nn]ame|[Ss]urname|[Ff]orename|[Nn]ext of [Kk]in|[Ss]igned(?: by)?|[Aa]ttending|[Cc]onsultant|[Ss]urgeon|[Pp]hysician|[Rr]eferrer|[Pp]atient|[Oo]n [Cc]all|[Rr]e|[Cc]ontact|[Gg]uardian|[Cc]arer|[Ii]nterpreter|[Rr]eported by|[Vv]erified by|[Dd]ictated by)(?: ?[:=] ?| is )(?<it>${INITIALS}${CAPITALISED}(?:,? (?:\\p{Lu}\\. )?${CAPITALISED}){0,2})`,
    isPerson,
  ),
  rule(
    "\\b(?:PATIENT|NAME|PATIENT NAME|SURNAME|FORENAMES?|NEXT OF KIN|CONSULTANT|ATTENDING)[:=] ?(?<it>\\p{Lu}[\\p{Lu}'-]{1,18}(?:,? \\p{Lu}[\\p{Lu}'-]{1,18}){1,2})",
  ),
  rule(
    `\\b(?:named|called|I am|I'm|[Mm]y name is|${KIN},?) (?<it>${CAPITALISED}(?: ${CAPITALISED})?)`,
    isPerson,
  ),
  rule(
    `\\b(?:spoke (?:to|with)|speaking (?:to|with)|discussed with|seeing|referr(?:ed|al) (?:by|from)|seen by|reviewed by|examined by|accompanied by|operated on by|informed|care of|thanks to|sincerely|faithfully|regards|wishes|Dear|by|from|told|telephoned|rang|ring|contact)[,:]? (?<it>(?:${INITIALS}${FULL_NAME}|(?:\\p{Lu}\\. ?){1,2}${CAPITALISED}))`,
    isPerson,
  ),
  rule(
    `\\b(?<it>${FULL_NAME})(?=,? (?:(?:is|was) )?(?:an? )?(?:\\d{1,3}[- ]?(?:years?|yo|y\\/o|yrs?|months?|weeks?|days?)|aged? \\d|\\(\\d{1,3}))`,
    isPerson,
  ),
  rule(
    `\\b(?<it>${FULL_NAME})(?=,? \\((?:\\+?\\d|\\[|tel|phone|mobile|e-?mail|DOB|MRN|NHS|aged|his |her |the |${KIN}))`,
    isPerson,
  ),
  rule(
    `(?<=(?:^|[.;:!?\\n]) {0,2})(?<it>${CAPITALISED}(?: ${CAPITALISED})?)(?= (?:reports|complains|says|said|denies|states|recalls|insists|admits|asks|asked|lives|smokes|works|tells|told|drinks|attended|phoned|thinks|worries)\\b)`,
    isPerson,
  ),
  rule(
    `\\b(?<it>\\p{Lu}\\p{Ll}{1,12}(?:-\\p{Lu}\\p{Ll}{1,12})?(?: \\p{Lu}\\.)?(?: ${CAPITALISED})?)`,
    isGivenName,
  ),
];
