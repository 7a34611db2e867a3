import { type Finding, type Measurement } from '@openrounds/contracts';
import { type Understanding } from '../model/understanding';
import { BEFORE_STAGES } from './coded-items';

/** What the texts of a case say together, each finding with the stage whose text says it. */
export interface TextOfCase extends Omit<Understanding, 'findings'> {
  readonly findings: readonly { readonly finding: Finding; readonly stage: number }[];
}

/** What the text of one stage says. */
export interface TextOfStage {
  /** Place of the stage, from 0. */
  readonly stage: number;
  readonly text: Understanding;
}

/** A stage's own text has no place in the case's narrative: what it tells keeps the quote, not the offsets. */
function withoutOffsets<T extends Finding | Measurement>(told: T): T {
  const { source } = told;
  if (source === undefined) return told;
  return {
    ...told,
    source: { kind: source.kind, ...(source.quote === undefined ? {} : { quote: source.quote }) },
  };
}

/** Joins what the narrative and the texts of the stages say. */
export function joinTexts(main: Understanding, stages: readonly TextOfStage[]): TextOfCase {
  return {
    findings: [
      ...main.findings.map((finding) => ({ finding, stage: BEFORE_STAGES })),
      ...stages.flatMap(({ stage, text }) =>
        text.findings.map((finding) => ({ finding: withoutOffsets(finding), stage })),
      ),
    ],
    labs: [...main.labs, ...stages.flatMap(({ text }) => text.labs)],
    measurements: [
      ...main.measurements,
      ...stages.flatMap(({ text }) => text.measurements.map(withoutOffsets)),
    ],
    patient: stages.reduce(
      (known, { text }) => ({ ...text.patient, age: known.age ?? text.patient.age }),
      main.patient,
    ),
    unmatched: main.unmatched,
    setAside: main.setAside,
    // Which of several laboratory values counts is settled for the case as a whole.
    warnings: [main, ...stages.map(({ text }) => text)].flatMap(({ warnings }) =>
      warnings.filter(({ code }) => code !== 'latest-value-kept'),
    ),
  };
}
