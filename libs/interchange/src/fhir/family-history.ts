import { below } from '../gather/pointer';
import { written } from '../terminology/codes';
import { diseaseAsFinding } from '../terminology/disease-as-finding';
import { type Entry } from './entries';
import { isWithdrawn, readConcept, type Reading } from './reading';
import { FamilyMemberHistory, type CodeableConcept } from './schemas';

/** Relatives of HL7's role codes who share no blood: by marriage, adoption or fostering, and the step family. */
const NOT_BLOOD: ReadonlySet<string> = new Set(
  `SPS HUSB WIFE DOMPART FMRSPS INLAW CHLDINLAW DAUINLAW SONINLAW PRNINLAW FTHINLAW MTHINLAW SIBINLAW BROINLAW SISINLAW
  STPCHLD STPDAU STPSON STPPRN STPFTH STPMTH STPSIB STPBRO STPSIS CHLDADOPT DAUADOPT SONADOPT CHLDFOST DAUFOST SONFOST
  ADOPTP ADOPTF ADOPTM PRNFOST FTHFOST MTHFOST ROOM FRND NBOR`.split(/\s+/),
);

/** What runs in the family, by the relatives' coded conditions. */
export function readFamilyHistory({ resource, pointer }: Entry, reading: Reading): void {
  const { gathering, belongs } = reading;
  const read = FamilyMemberHistory.safeParse(resource);
  if (!read.success) {
    gathering.reject(pointer, 'malformed');
    return;
  }
  const { status, patient, name, relationship, condition: conditions = [] } = read.data;
  gathering.withhold('name', name === undefined ? 0 : 1);
  const isBlood = !(relationship?.coding ?? []).some(({ code = '' }) => NOT_BLOOD.has(code));
  if (!belongs(patient?.reference)) gathering.reject(pointer, 'another-person');
  else if (isWithdrawn(status)) gathering.reject(pointer, 'withdrawn');
  else if (!isBlood) gathering.reject(below(pointer, 'relationship'), 'not-blood-relative');
  else if (conditions.length === 0) gathering.reject(pointer, 'no-value');
  else
    conditions.forEach(({ code }, index) => {
      readRelative(code, below(pointer, 'condition', index), reading);
    });
}

function readRelative(code: CodeableConcept | undefined, pointer: string, reading: Reading): void {
  const { gathering, vocabulary } = reading;
  const concept = readConcept(code, vocabulary);
  if (concept.kind === 'none') {
    gathering.reject(below(pointer, 'code'), concept.why, concept.detail);
    return;
  }
  if (concept.kind === 'finding') {
    const { id, whenFamily } = concept.finding;
    if (whenFamily === undefined) gathering.reject(pointer, 'family-not-used', { findingId: id });
    else gathering.finding({ pointer }, { findingId: id, presence: 'present', assertion: 'family' });
    return;
  }
  const as = diseaseAsFinding(concept.diseases, 'family');
  if ('why' in as) gathering.reject(pointer, as.why, { coding: written(concept.code) });
  else gathering.finding({ pointer }, { findingId: as.findingId, presence: 'present' });
}
