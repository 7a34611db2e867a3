import { type CaseInput, type Finding } from '@openrounds/contracts';
import { type EnginePatient, type UnderstandingWarning } from '../model/understanding';
import { warn } from '../model/warnings';
import { type Terminology } from '../vocabulary/terminology';
import { codedFinding, observe } from './coded-fact';
import { codedFindings } from './coded-items';
import { type CodedLabs, readCodedLabs } from './coded-labs';
import { type Fact, RANK_CODED, RANK_TEXT } from './merge-facts';
import { type TextOfCase } from './text-of-case';

/** Everything that a case says, not yet settled. */
export interface Gathered {
  readonly facts: Fact[];
  readonly warnings: UnderstandingWarning[];
  /** Laboratory lines of the coded part. */
  readonly labs: CodedLabs['labs'];
}

/** The facts of a case: coded findings, coded results, then what its texts say. */
export function gatherFacts(
  input: CaseInput,
  text: TextOfCase,
  patient: EnginePatient,
  vocabulary: Terminology,
): Gathered {
  const warnings = [...text.warnings];
  const observed = (finding: Finding, rank: number, stage: number): Fact[] => {
    const known = vocabulary.findings.get(finding.findingId);
    const taken = known === undefined ? undefined : observe(finding, known, patient);
    return taken === undefined ? [] : [{ finding, observed: taken, rank, stage }];
  };
  const coded = codedFindings(input).flatMap(({ item, stage }) => {
    const finding = codedFinding(item, vocabulary);
    if ('warning' in finding) {
      warnings.push(finding.warning);
      return [];
    }
    const facts = observed(finding, RANK_CODED, stage);
    if (facts.length === 0) warnings.push(warn('interval-missing', undefined, finding.findingId));
    return facts;
  });
  const labs = readCodedLabs(input, vocabulary, patient);
  warnings.push(...labs.warnings);
  const told = text.findings.flatMap(({ finding, stage }) => observed(finding, RANK_TEXT, stage));
  return { facts: [...coded, ...labs.facts, ...told], warnings, labs: labs.labs };
}
