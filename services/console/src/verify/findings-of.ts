import {
  RECORD_CHECKS,
  type RecordCheck,
  type RecordVerdict,
} from '../../../../libs/transparency-log/src/record/verify-record-file';

/** A check as the page tells it: `unknown` where something else kept it from being made. */
export interface ToldCheck {
  readonly check: RecordCheck;
  readonly state: 'passed' | 'failed' | 'unknown';
  /** Codes of what is wrong, each with its own sentence. */
  readonly codes: readonly RecordVerdict['problems'][number]['code'][];
}

/** The four checks in their order. What cannot be read cannot be judged. */
export function toldChecks({ problems, file, checkpoint, signer }: RecordVerdict): ToldCheck[] {
  const wasMade: Readonly<Record<RecordCheck, boolean>> = {
    file: true,
    content: file !== undefined,
    inclusion: checkpoint !== undefined,
    signature: checkpoint !== undefined && signer !== undefined,
  };
  return RECORD_CHECKS.map((check) => {
    const codes = problems.filter((problem) => problem.check === check).map(({ code }) => code);
    const state = codes.length > 0 ? 'failed' : wasMade[check] ? 'passed' : 'unknown';
    return { check, state, codes };
  });
}
