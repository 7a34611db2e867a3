import type { Consent, ConsentInput } from '../room/types';

/** Of the words of the form; a decision says which it was made by. */
const TEXT_VERSION = 1;

/** What somebody with an account is asked: what they decided before, else what holds until they say something else. */
export const consentsToAsk = (
  before: readonly Pick<Consent, 'purpose' | 'granted'>[],
): readonly ConsentInput[] =>
  (['keep', 'class', 'research'] as const).map((purpose) => {
    const decided = before.find((each) => each.purpose === purpose);
    return { purpose, granted: decided?.granted ?? purpose === 'keep', textVersion: TEXT_VERSION };
  });
