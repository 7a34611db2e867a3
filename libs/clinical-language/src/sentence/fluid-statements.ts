import { type Fluid } from '../fluids/fluid-stretches';
import { fluidFindings } from '../fluids/fluid-findings';
import { fluidValues } from '../fluids/fluid-values';
import { type Mention } from '../matching/mention';
import { type QuantityRead } from '../quantities/quantity-read';
import { collectQuantity, NOT_OF_PATIENT } from './quantity-statements';
import { type Collected, type ScopedSentence, type SentenceContext } from './sentence-context';

/** Tests of the blood that a fluid is examined for as well. */
const ALSO_OF_FLUIDS: ReadonlySet<string> = new Set(
  (
    'white-cell-count neutrophil-count lymphocyte-count eosinophil-count monocyte-count glucose lactate ' +
    'lactate-dehydrogenase arterial-ph albumin total-protein amylase triglycerides total-cholesterol chloride'
  ).split(' '),
);

/** "CSF normal in one line, WBC 14 x10^9/L": in this unit the spinal fluid is not counted. */
const isBloodCount = ({ unit }: QuantityRead, { kind }: Fluid): boolean =>
  kind === 'csf' && unit === '10*9/L';

/** Whether a value is that of a fluid and not of the blood. */
export function isOfFluid(quantity: QuantityRead, fluids: readonly Fluid[]): boolean {
  if (!ALSO_OF_FLUIDS.has(quantity.findingId)) return false;
  return fluids.some(
    (fluid) => fluid.from <= quantity.from && quantity.from < fluid.to && !isBloodCount(quantity, fluid),
  );
}

/** "CSF glucose was normal": the state is not that of the blood. */
export function isStateOfFluid({ senses, from }: Mention, fluids: readonly Fluid[]): boolean {
  const isOfBoth = senses.some((sense) => sense.kind === 'state' && ALSO_OF_FLUIDS.has(sense.findingId));
  return isOfBoth && fluids.some((fluid) => fluid.from <= from && from < fluid.to);
}

const CSF_PROTEIN = 'csf-protein';

/** Adds what the values of a fluid say of the patient. */
export function collectFluid(
  fluid: Fluid,
  place: ScopedSentence,
  context: SentenceContext,
  quantities: readonly QuantityRead[],
  into: Collected,
): void {
  const { reading, vocabulary, patient } = context;
  const { sentence, scopes } = place;
  const values = fluidValues(reading, fluid);
  for (const { from, to } of values) for (let at = from; at < to; at += 1) into.understood.add(at);
  const kinds = scopes.over([fluid.from, fluid.to - 1]);
  const isElsewhere = [...NOT_OF_PATIENT, 'historical' as const].some((kind) => kinds.has(kind));
  if (isElsewhere || ['family', 'past', 'plan'].includes(sentence.section)) return;
  for (const finding of fluidFindings(fluid, values, patient)) {
    if (!vocabulary.findings.has(finding.findingId)) continue;
    into.statements.push({ ...finding, kind: 'text', specificity: 2, daysAgo: 0, section: sentence.section });
  }
  const protein = fluid.kind === 'csf' ? values.find(({ analyte }) => analyte === 'protein') : undefined;
  const isRead = quantities.some(({ findingId }) => findingId === CSF_PROTEIN);
  if (protein?.unit === undefined || isRead || !vocabulary.findings.has(CSF_PROTEIN)) return;
  const { from, to, nameTo, number, unit } = protein;
  const read = { from, to, number, unit };
  collectQuantity({ findingId: CSF_PROTEIN, from, to, nameTo, read, unit }, place, context, into);
}
