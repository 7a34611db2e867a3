import { type FhirResource } from 'fhir/r4';

/** Members of a resource that say who somebody is, or when something was. */
const TELLING = new Set(
  `name identifier telecom address contact generalPractitioner birthDate note text display authorString recorder
  performer participant period effectiveDateTime issued recordedDate time`.split(/\s+/),
);
/** Values of codes and of systems are nobody's. */
const TOLD_OF_NOBODY = new Set(['system', 'code', 'use', 'unit', 'status', 'reference']);
const SHORTEST = 4;

function texts(value: unknown, member: string, telling: boolean): string[] {
  if (typeof value === 'string') return telling && !TOLD_OF_NOBODY.has(member) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const own = Array.isArray(value) ? member : name;
    return texts(inner, own, telling || TELLING.has(own));
  });
}

const DATE = /^\d{4}-\d\d-\d\d/;

/** Texts that are too short to be somebody's stay out; of a moment its day tells enough. */
const tellingPart = (text: string): string[] => {
  const whole = text.replaceAll(/<[^>]*>/g, '').trim();
  return whole.length < SHORTEST ? [] : [DATE.exec(whole)?.[0] ?? whole];
};

/** Every text of a record that says who somebody is, and the id of the patient: none may be found anywhere else. */
export function identitiesIn(resources: readonly FhirResource[]): string[] {
  const told = resources.flatMap((resource) => texts(resource, '', false)).flatMap(tellingPart);
  const ids = resources.flatMap(({ resourceType, id }) => (resourceType === 'Patient' && id ? [id] : []));
  return [...new Set([...told, ...ids])];
}
