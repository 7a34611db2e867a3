import { type CaseInput, type Finding, type Lab } from '@openrounds/contracts';
import { type Terminology } from '../vocabulary/terminology';
import { warn } from '../model/warnings';
import { type EnginePatient, type UnderstandingWarning } from '../model/understanding';
import { type VocabularyFinding } from '../model/vocabulary';
import { inOrderOfTime } from '../laboratory-report/series';
import { observe } from './coded-fact';
import { type LabReading, quantityOfLab, readLab } from './lab-state';
import { type Fact, RANK_CODED } from './merge-facts';
import { codedLabs, findingOfLab, type LabInput } from './coded-items';

/** What the coded laboratory results of a case come to. */
export interface CodedLabs {
  readonly facts: Fact[];
  /** In the order given. */
  readonly labs: Lab[];
  readonly warnings: UnderstandingWarning[];
}

type Read = Exclude<LabReading, { problem: string }>;

function labLine(lab: LabInput, known: VocabularyFinding | undefined, read: Read | undefined): Lab {
  const quantity = known === undefined ? undefined : quantityOfLab(lab, known);
  const state = read === undefined ? undefined : 'state' in read ? read.state : read.presence;
  return {
    ...lab,
    ...(known === undefined ? {} : { findingId: known.id }),
    ...(state === undefined ? {} : { state }),
    ...(quantity === undefined ? {} : { quantity }),
    source: { kind: 'coded' },
  };
}

function factOf(read: Read, known: VocabularyFinding, stage: number, patient: EnginePatient): Fact[] {
  const said = 'state' in read ? { value: { code: read.state } } : { presence: read.presence };
  const finding: Finding = {
    findingId: known.id,
    ...said,
    certainty: read.certainty,
    assertion: 'current',
    source: { kind: 'coded' },
  };
  const observed = observe(finding, known, patient);
  return observed === undefined ? [] : [{ finding, observed, rank: RANK_CODED, stage }];
}

/**
 * Reads the coded laboratory results of a case. Of several results of one test within a stage the last collected
 * stands; times that are not all told leave them in the order given.
 */
export function readCodedLabs(input: CaseInput, vocabulary: Terminology, patient: EnginePatient): CodedLabs {
  const warnings: UnderstandingWarning[] = [];
  const read = codedLabs(input).map(({ item, stage }) => {
    const known = findingOfLab(item, vocabulary);
    const reading = known === undefined ? undefined : readLab(item, known, patient);
    if (known === undefined || reading === undefined) {
      warnings.push(warn('lab-unmapped'));
      return { lab: labLine(item, undefined, undefined), facts: [] };
    }
    if ('problem' in reading) {
      const { problem } = reading;
      const isUnread = problem === 'unknown-state' || problem === 'value-not-allowed';
      warnings.push(warn(isUnread ? 'interval-missing' : problem, undefined, known.id));
      return { lab: labLine(item, known, undefined), facts: [] };
    }
    return { lab: labLine(item, known, reading), facts: factOf(reading, known, stage, patient) };
  });
  return {
    facts: inOrderOfTime(read).flatMap(({ facts }) => facts),
    labs: read.map(({ lab }) => lab),
    warnings,
  };
}
