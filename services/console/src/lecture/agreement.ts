import type { VoiceList } from '../room/compare';
import type { ClassResult } from '../room/types';

/** The logarithmic pool of a class: it rewards agreement. What it does not name is further diseases and Other in one. */
export const agreementList = ({
  logarithmic,
}: Extract<ClassResult, { kind: 'differential' }>): VoiceList => ({
  entries: logarithmic.diseases.map(({ diseaseId, name, probability }) => ({
    id: diseaseId,
    name,
    probability,
  })),
  other: logarithmic.rest,
});
