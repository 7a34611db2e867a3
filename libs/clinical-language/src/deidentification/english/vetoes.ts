import { EPONYM_FOLLOWERS, EPONYM_LEADERS } from '../names-en';
import { MEDICAL_PHRASES, MEDICAL_PROPER_NOUNS } from '../words/medical-proper-nouns';
import { type Extent } from './extent';
import { FINITE } from './neighbours';
import { type Passage } from './passage';
import { type EnglishToken } from './tokens';

/** A medicine, dressing or germ stands here, and so may a word that no dictionary has. */
export const THING_BEFORE =
  /(?:^|[\s(])(?:on|takes?|taking|took|taken|started|starting|commenced|stopped|stopping|stop|start|prescribed|iv|po|oral|topical|nebs?|mg|mcg|units?|tablets?|doses?|packed with|dressed with|dressing with|covered with|treated with|loaded with|load with|switch(?:ed)? to|changed? to|course of|dose of|course|grew|grow|grows|growing|isolated|cultured?|pcr|serology|igm|igg|allerg\p{L}+ to|sensitive to|resistant to|anti|the) ?$/iu;
/** Behind a name of a test, a device or a product. */
export const THING_AFTER =
  /^(?:'s)? ?(?:[-+]ve\b|\d+(?:\.\d+)? ?(?:m?c?g|ml|units?|%|mmol)|(?:mg|tablets?|capsules?|cream|ointment|gel|spray|inhaler|nebs?|dressings?|patch(?:es)?|infusion|injection|drops|positive|negative|views?|nomogram|technique|approach|incision|method|equation|formula|stage|staging|class|grade|grading|angle|ratio|distribution|regimen|diet|exercises?|forceps|clamp|retractor|needle|drain|bandage|airway|collar|frame|prosthesis|stent|graft|flap|shunt|monitor|antigens?|stones?|types?|infection|bacteraemia|pneumonia|sepsis|species|spp|agar|medium|reaction|response|effect|score|risk|questionnaire|assay|kit|device|pen|abscess|angina|attacks?|area|zone|tract|membrane)\b)/iu;
/** The second word of a species: Borrelia burgdorferi. */
export const LATIN_SPECIES = /^ (?!a\b)([a-z]+(?:a|um|us|is|ii|ae|ans|ens|i))\b/u;

/** Where somebody has been: a place of travel tells where an illness may come from. */
const TRAVELLED =
  /(?:\b(?:[Tt]ravel(?:l?ed|l?ing|s)?|[Tt]rips?|[Hh]olidays?|[Hh]olidayed|[Ff]lew|[Ff]lown|[Tt]rek(?:ked|king)?|[Bb]ackpack(?:ed|ing)|[Ss]afari|[Hh]oneymoon(?:ed)?|[Cc]ruise|[Pp]ilgrimage|[Bb]ack|[Rr]eturned|[Tt]oured|[Hh]iked|[Hh]iking|[Ss]wam|[Ss]wimming|[Cc]limb(?:ed|ing)|[Ss]ailed|[Dd]eployed|[Vv]acation(?:ed|ing)?|[Ww]alking|[Cc]aving|[Cc]amp(?:ed|ing)|[Kk]ayak(?:ed|ing)|[Rr]afting|[Dd]iving|[Ss]kiing|[Ss]urfing|[Hh]unting|[Ff]ishing) (?:back )?(?:to|from|in|around|round|through|across|via|at|near|up)|, then) (?:\p{Lu}\p{L}+(?:,? and |, )){0,2}$/u;

/** Lake Tanganyika, Ohio River: waters where an infection may come from. */
const WATER_BEFORE = /\b(?:Lake|River|Mount|Mt\.?) $/u;
const WATER_AFTER = /^ (?:River|Falls|Delta|Basin)\b/u;

/** A week in Pokhara, back from Kathmandu, swam in Lake Tanganyika. */
export const isTravelledTo = (passage: Passage, { start, end }: EnglishToken): boolean => {
  const before = passage.text.slice(Math.max(0, start - 40), start);
  const isWater = WATER_BEFORE.test(before) || WATER_AFTER.test(passage.text.slice(end, end + 10));
  return isWater || TRAVELLED.test(before);
};

/** Parkinson's disease; but Marcus, who has one. */
export function isEponym(
  passage: Passage,
  { start, nameClass, text, possessive }: EnglishToken,
  after: string,
): boolean {
  if (EPONYM_LEADERS.test(passage.text.slice(Math.max(0, start - 16), start))) return true;
  if (!EPONYM_FOLLOWERS.test(after)) return false;
  return (
    nameClass !== 'given' ||
    MEDICAL_PROPER_NOUNS.has(text) ||
    !possessive ||
    /^'s (?:sign|apple|syndrome|disease|angina)/.test(after)
  );
}

/** Graham Steell murmur, Marcus Gunn pupil: told by what stands behind the whole, or known as a whole. */
export function isMedicalPhrase(passage: Passage, { first, last }: Extent): boolean {
  const opening = passage.tokens[first];
  const closing = passage.tokens[last];
  if (opening === undefined || closing === undefined) return false;
  // a lady or a nun may have lent her name to a sign
  if (passage.isTitled(opening, first) && !/^ (?:nodules?|syndrome)\b|^结节/.test(passage.after(closing)))
    return false;
  const run = passage.tokens.slice(first, last + 1);
  const after = passage.after(closing);
  const told = EPONYM_FOLLOWERS.test(after) || THING_AFTER.test(after);
  if (told && (run.some(({ nameClass }) => nameClass === 'medical') || !closing.possessive)) return true;
  return (
    MEDICAL_PHRASES.test(passage.text.slice(opening.start, closing.end)) && (told || !FINITE.test(after))
  );
}
