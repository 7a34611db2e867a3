import { DomainError, type ComputeScoreInput, type FieldError, pointerOf } from '@openrounds/contracts';
import { evaluateScore, scoreInputIssues, type ScoreInputIssue } from '@openrounds/ddx-engine';
import { lookupOf, readScoreValues, type FilledScore, type KnowledgeBundle } from '@openrounds/knowledge';

/**
 * Computes a score from what was given. Missing inputs leave a range, never a 0.
 *
 * @throws DomainError `not-found`; `invalid-request` naming every input that is unknown, of another type, in a unit
 *   that does not convert, or out of range
 */
export function computeScore(
  bundle: KnowledgeBundle,
  scoreId: string,
  { inputs }: ComputeScoreInput,
): FilledScore {
  const score = lookupOf(bundle).scores.get(scoreId);
  if (score === undefined) throw new DomainError('not-found', 'The knowledge base holds no such score');
  const { values, notConvertible } = readScoreValues(bundle, score, inputs);
  const errors = [
    ...scoreInputIssues(score, values).map(asFieldError),
    ...notConvertible.map((id) => fieldError(id, 'unit-not-convertible', 'the unit does not fit this input')),
  ];
  if (errors.length > 0) {
    throw new DomainError('invalid-request', `${String(errors.length)} input(s) are not valid`, errors);
  }
  return { score, values, result: evaluateScore(score, values) };
}

function asFieldError({ inputId, fault, allowed }: ScoreInputIssue): FieldError {
  return fieldError(
    inputId,
    fault,
    `${MESSAGES[fault]}${allowed === undefined ? '' : `: ${wordAllowed(allowed)}`}`,
  );
}

const MESSAGES: Readonly<Record<ScoreInputIssue['fault'], string>> = {
  'unknown-input': 'the score has no such input',
  'wrong-type': 'the input is of another type',
  'out-of-range': 'the value is out of range',
  'not-whole': 'a whole number is wanted',
  'unknown-option': 'there is no such option',
};

const wordAllowed = (allowed: NonNullable<ScoreInputIssue['allowed']>): string =>
  'range' in allowed
    ? `${String(allowed.range[0])} to ${String(allowed.range[1])}`
    : allowed.options.join(', ');

const fieldError = (inputId: string, code: string, message: string): FieldError => ({
  pointer: pointerOf(['inputs', inputId]),
  code,
  message,
});
