import { DATE_RULES, OLD_AGE_RULES } from './rules/dates';
import { chineseNames } from './chinese/chinese-names';
import { englishNames } from './english/english-names';
import { type MaskReader, type MaskRule } from './rules/mask-rule';
import { NUMBER_RULES } from './rules/numbers';
import { INFORMAL_NUMBER_RULES } from './rules/numbers-informal';
import { ENGLISH_NAME_RULES } from './rules/people-en';
import { CHINESE_NAME_RULES } from './rules/people-zh';
import { CHINESE_FIRST_NAME_RULES, CHINESE_INFORMAL_NAME_RULES } from './rules/people-zh-informal';
import { PLACE_RULES } from './rules/places';
import { ENGLISH_INFORMAL_PLACE_RULES } from './rules/places-en-informal';
import { CHINESE_INFORMAL_PLACE_RULES } from './rules/places-zh-informal';

const HAN = /\p{Script=Han}/u;
const CAPITAL = /\p{Lu}/u;
/** Chats are written without capitals. */
const LETTER = /[A-Za-z]/;
const onlyWith = (needs: RegExp, rules: readonly MaskRule[]): readonly MaskRule[] =>
  rules.map((rule) => ({ ...rule, needs }));

/** In priority order: what an earlier rule took, a later one leaves. */
export const MASK_RULES: readonly (MaskRule | MaskReader)[] = [
  ...NUMBER_RULES,
  ...INFORMAL_NUMBER_RULES,
  ...DATE_RULES,
  ...OLD_AGE_RULES,
  ...PLACE_RULES,
  ...onlyWith(CAPITAL, ENGLISH_INFORMAL_PLACE_RULES),
  ...onlyWith(HAN, CHINESE_INFORMAL_PLACE_RULES),
  { find: englishNames, needs: LETTER },
  ...onlyWith(CAPITAL, ENGLISH_NAME_RULES),
  ...onlyWith(HAN, CHINESE_FIRST_NAME_RULES),
  { find: chineseNames, needs: HAN },
  ...onlyWith(HAN, CHINESE_INFORMAL_NAME_RULES),
  ...onlyWith(HAN, CHINESE_NAME_RULES),
];
