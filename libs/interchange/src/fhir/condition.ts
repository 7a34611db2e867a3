import { type VocabularyDisease } from '@openrounds/clinical-language';
import { type FindingInput } from '@openrounds/contracts';
import { type Place } from '../gather/gathering';
import { below } from '../gather/pointer';
import { written, type Code } from '../terminology/codes';
import { type Concept } from '../terminology/concept';
import { diseaseAsFinding } from '../terminology/disease-as-finding';
import { isUsedWhenPast, UNCERTAIN } from '../terminology/statement';
import { latest, readMoment } from '../time/moment';
import { type Entry } from './entries';
import { readOwnCondition } from './own';
import { isCoded, readConcept, rejectUnused, type Reading } from './reading';
import { Condition } from './schemas';

/** How sure the sender is, and whether it lies in the past. */
interface Said {
  readonly presence: 'present' | 'absent';
  readonly uncertain: boolean;
  readonly past: boolean;
}

const saidOf = ({ verificationStatus, clinicalStatus }: Condition): Said => ({
  presence: isCoded(verificationStatus, 'refuted') ? 'absent' : 'present',
  uncertain: isCoded(verificationStatus, 'provisional', 'differential', 'unconfirmed'),
  past: isCoded(clinicalStatus, 'inactive', 'remission', 'resolved'),
});

function symptom(
  { finding, code }: Extract<Concept, { kind: 'finding' }>,
  said: Said,
  place: Place,
  { gathering }: Reading,
): void {
  const { presence, uncertain, past } = said;
  if (past && !isUsedWhenPast(finding)) {
    gathering.reject(place, 'past-not-used', { findingId: finding.id });
    return;
  }
  const input: FindingInput = {
    ...code,
    presence,
    ...(uncertain ? { certainty: UNCERTAIN } : {}),
    ...(past ? { assertion: 'historical' } : {}),
  };
  gathering.finding(place, input);
}

/** A disease that the patient is known to have, or had; the diagnosis in question is the case's key, not a finding. */
function disease(
  diseases: readonly VocabularyDisease[],
  code: Code,
  said: Said,
  isInQuestion: boolean,
  place: Place,
  { gathering }: Reading,
): void {
  const as = isInQuestion
    ? ({ why: 'diagnosis' } as const)
    : diseaseAsFinding(diseases, said.past ? 'historical' : 'known');
  if ('why' in as) gathering.reject(place, as.why, { coding: written(code) });
  else gathering.finding(place, { findingId: as.findingId, presence: said.presence });
}

/** Where, how badly and on what grounds: the vocabulary has findings of its own for these. */
const UNUSED = ['severity', 'bodySite', 'stage', 'evidence'];

/** A Condition: a symptom or sign by its code, or a disease that the patient is known to have. */
export function readCondition({ resource, pointer }: Entry, reading: Reading): void {
  const { gathering, vocabulary, belongs } = reading;
  const read = Condition.safeParse(resource);
  if (!read.success) {
    gathering.reject(pointer, 'malformed');
    return;
  }
  const condition = read.data;
  if (!belongs(condition.subject?.reference)) {
    gathering.reject(pointer, 'another-person');
    return;
  }
  if (isCoded(condition.verificationStatus, 'entered-in-error')) {
    gathering.reject(pointer, 'withdrawn');
    return;
  }
  const when = latest(readMoment(condition.onsetDateTime), readMoment(condition.recordedDate));
  const place: Place = { pointer, when };
  if (readOwnCondition(condition, place, reading)) return;
  const concept = readConcept(condition.code, vocabulary);
  const said = saidOf(condition);
  if (concept.kind === 'none') gathering.reject(below(pointer, 'code'), concept.why, concept.detail);
  else if (concept.kind === 'finding') {
    rejectUnused(resource, UNUSED, pointer, reading);
    symptom(concept, said, place, reading);
  } else {
    const ofEncounter = (condition.category ?? []).some((each) => isCoded(each, 'encounter-diagnosis'));
    const isInQuestion = said.uncertain || (ofEncounter && !said.past && said.presence === 'present');
    disease(concept.diseases, concept.code, said, isInQuestion, place, reading);
  }
}
