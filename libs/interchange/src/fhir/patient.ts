import { type Masked, type Patient as CasePatient } from '@openrounds/contracts';
import { type Gathering } from '../gather/gathering';
import { below } from '../gather/pointer';
import { ageAt } from '../time/age';
import { readMoment, type Moment } from '../time/moment';
import { type Entry } from './entries';
import { Patient } from './schemas';

const KIND_OF_TELECOM: Readonly<Record<string, Masked['kind']>> = { email: 'email', url: 'url' };

/** Names, identifiers, addresses and the date of birth are counted and left behind. */
function withhold(patient: Patient, gathering: Gathering): void {
  gathering.withhold('name', (patient.name?.length ?? 0) + (patient.contact?.length ?? 0));
  gathering.withhold('mrn', patient.identifier?.length ?? 0);
  gathering.withhold('address', patient.address?.length ?? 0);
  for (const { system = '' } of patient.telecom ?? [])
    gathering.withhold(KIND_OF_TELECOM[system] ?? 'phone', 1);
  gathering.withhold('date', patient.birthDate === undefined ? 0 : 1);
  gathering.withhold(
    'org',
    (patient.generalPractitioner?.length ?? 0) + (patient.managingOrganization === undefined ? 0 : 1),
  );
}

/** Sex and age of a Patient; the age is that at `reference`, the day the case is about. */
export function readPatient(
  { resource, pointer }: Entry,
  reference: Moment,
  gathering: Gathering,
): CasePatient {
  const read = Patient.safeParse(resource);
  if (!read.success) {
    gathering.reject(pointer, 'malformed');
    return { age: null, sex: 'unknown' };
  }
  withhold(read.data, gathering);
  const { gender, birthDate } = read.data;
  const sex = gender === 'female' || gender === 'male' ? gender : 'unknown';
  if (gender !== undefined && gender !== sex) gathering.reject(below(pointer, 'gender'), 'sex-not-read');
  if (birthDate === undefined) return { age: null, sex };
  const birth = readMoment(birthDate);
  const age = birth === undefined ? 'malformed' : ageAt(birth, reference);
  if (typeof age === 'object') return { age, sex };
  gathering.reject(below(pointer, 'birthDate'), age);
  return { age: null, sex };
}
