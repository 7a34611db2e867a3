import { DATE_RULES, OLD_AGE_RULES } from './rules/dates';
import { type MaskRule } from './rules/mask-rule';
import { NUMBER_RULES } from './rules/numbers';
import { ENGLISH_NAME_RULES } from './rules/people-en';
import { CHINESE_NAME_RULES } from './rules/people-zh';
import { PLACE_RULES } from './rules/places';

/** In priority order: what an earlier rule took, a later one leaves. */
export const MASK_RULES: readonly MaskRule[] = [
  ...NUMBER_RULES,
  ...DATE_RULES,
  ...OLD_AGE_RULES,
  ...PLACE_RULES,
  ...ENGLISH_NAME_RULES,
  ...CHINESE_NAME_RULES,
];
