import { type Terminology } from '@openrounds/clinical-language';
import { type Gathering } from '../gather/gathering';
import { below } from '../gather/pointer';
import { codeOfCurie, written } from '../terminology/codes';
import { conceptOf } from '../terminology/concept';
import { isUsedWhenPast } from '../terminology/statement';
import { PhenotypicFeature } from './schemas';

/** Elements that say more of a feature than its presence; the vocabulary has findings of its own for these. */
const UNUSED = ['severity', 'modifiers', 'onset', 'description'] as const;

function rejectUnused(
  feature: Readonly<Record<string, unknown>>,
  pointer: string,
  gathering: Gathering,
): void {
  for (const key of UNUSED) {
    const value = feature[key];
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    gathering.reject(below(pointer, key), key === 'description' ? 'free-text' : 'not-used', { kind: key });
  }
}

/** Phenotypic features: HPO terms that were found, or looked for and not found. */
export function readFeatures(
  features: readonly unknown[],
  gathering: Gathering,
  vocabulary: Terminology,
): void {
  features.forEach((given, index) => {
    const pointer = below('/phenotypicFeatures', index);
    const read = PhenotypicFeature.safeParse(given);
    // `negated` is what version 1 wrote for `excluded`: reading on would turn an absent feature into a present one.
    if (!read.success || 'negated' in read.data) {
      gathering.reject(pointer, 'malformed');
      return;
    }
    const { type, excluded = false, resolution } = read.data;
    const code = codeOfCurie(type.id);
    const concept = conceptOf(code === undefined ? [] : [code], 1, vocabulary);
    if (concept.kind === 'none') gathering.reject(below(pointer, 'type'), concept.why, concept.detail);
    else if (concept.kind === 'disease')
      gathering.reject(below(pointer, 'type'), 'diagnosis', { coding: written(concept.code) });
    else if (resolution !== undefined && !isUsedWhenPast(concept.finding))
      gathering.reject(below(pointer, 'resolution'), 'past-not-used', { findingId: concept.finding.id });
    else {
      gathering.finding(
        { pointer },
        {
          ...concept.code,
          presence: excluded ? 'absent' : 'present',
          ...(resolution === undefined ? {} : { assertion: 'historical' }),
        },
      );
      rejectUnused(read.data, pointer, gathering);
    }
  });
}
