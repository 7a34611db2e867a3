import { type FindingRules, type MedicineStem } from '../vocabulary/finding-rules';
import { gather } from '../normalise/lists-by-key';

/** Shorter words end like a medicine by chance. */
const SHORTEST_NAME = 6;

function isOfStem(name: string, { stem }: MedicineStem): boolean {
  if (stem.startsWith('-')) return name.length >= stem.length && name.endsWith(stem.slice(1));
  return stem.endsWith('-') ? name.startsWith(stem.slice(0, -1)) : name === stem;
}

/** The findings that taking a medicine is, by the stem of its name: what ramipril is, perindopril is too. */
export function findingsOfMedicine(
  name: string,
  { medicines, notMedicines }: FindingRules,
): readonly string[] {
  if (name.length < SHORTEST_NAME || notMedicines.includes(name)) return [];
  const ids = gather(medicines, (medicine) => (isOfStem(name, medicine) ? medicine.findings : []));
  return ids.length > 1 ? [...new Set(ids)] : ids;
}
