import { type Unmatched } from '@openrounds/contracts';
import { type UnderstandingWarning, type WarningCode } from '../model/understanding';

const MESSAGES: Readonly<Record<WarningCode, string>> = {
  'contradiction-resolved': 'The text says both; the more specific, more recent or main statement was kept.',
  'coded-beats-text': 'The coded finding was kept; the text says otherwise.',
  'family-history-unmapped': 'Said of a relative; no risk factor stands for it.',
  'past-history-unmapped': 'Said of the past; no risk factor stands for it.',
  'other-person-ignored': 'Said of another person.',
  'conditional-ignored': 'Conditional, not observed.',
  'planned-ignored': 'Planned, not observed.',
  'unit-missing': 'The unit is missing; it is never guessed.',
  'unit-not-convertible': 'The unit does not fit this quantity.',
  'value-impossible': 'The value is impossible.',
  'interval-missing': 'No interval says what this value means for this patient.',
  'lab-unmapped': 'This laboratory test is not in the vocabulary.',
  'diagnosis-named': 'A diagnosis that is named is not evidence for itself.',
  'age-above-89': 'An age above 89 years is kept as 90.',
  'age-in-text-differs': 'The text gives another age; the one entered was kept.',
  'sex-in-text-differs': 'The text gives another sex; the one entered was kept.',
  'pregnancy-in-text-differs': 'The text says otherwise about pregnancy; what was entered was kept.',
};

/** A warning with its standard English message. */
export function warn(code: WarningCode, where?: Unmatched, findingId?: string): UnderstandingWarning {
  return { code, message: MESSAGES[code], ...(findingId === undefined ? {} : { findingId }), ...where };
}
