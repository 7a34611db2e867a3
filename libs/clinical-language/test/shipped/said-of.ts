import { shippedVocabulary } from '../../../../test/support/shipped';
import { understandText } from '../../src/read-case';

const COMPILED = shippedVocabulary();

/** What a text says of a finding, read with the vocabulary that is shipped. */
export const saidOf = (text: string, findingId: string): string | undefined =>
  understandText(text, undefined, COMPILED).findings.find((finding) => finding.findingId === findingId)
    ?.presence;
