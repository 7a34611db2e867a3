import { type Lab, type Measurement, type Understood } from './case';
import { type CodedCorrection, type Correction } from './correction';
import { type Finding } from './finding';

const withoutQuote = ({ quote: _quote, ...source }: NonNullable<Finding['source']>) => source;

const sourced = <T extends Finding | Lab | Measurement>({ source, ...item }: T) => ({
  ...item,
  ...(source === undefined ? {} : { source: withoutQuote(source) }),
});

/** Notes and quotations are narrative; where a finding was read is not. */
export const findingWithoutText = ({ note: _note, ...finding }: Finding): Finding => sourced(finding);

/**
 * A laboratory name as it was written may be anything: codes stay, names do not. So may be the unit of a value that
 * could not be turned into the unit of a finding.
 */
export const labWithoutText = ({ name: _name, collectedAt: _collectedAt, ...lab }: Lab): Lab => {
  const { unit: _unit, referenceRange: _referenceRange, ...unmeasured } = lab;
  return sourced(lab.quantity === undefined ? unmeasured : lab);
};

/** A correction names its finding and says how it is: it needs no place in the text. */
export const correctionWithoutText = ({
  name: _name,
  span: _span,
  at: _at,
  ...correction
}: Correction): CodedCorrection => correction;

/** What was understood of a case in codes alone: no word of the text, no title, so that it may outlive the narrative. */
export const withoutNarrative = ({ stages, ...understood }: Understood): Understood => ({
  ...understood,
  ...(stages === undefined ? {} : { stages: stages.map((stage) => ({ ...stage, name: '' })) }),
  findings: understood.findings.map(findingWithoutText),
  labs: understood.labs.map(labWithoutText),
  measurements: understood.measurements.map(sourced),
  unmatched: [],
  setAside: [],
  warnings: understood.warnings.map(({ code }) => ({ code })),
});
