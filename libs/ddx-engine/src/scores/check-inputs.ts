import { type ScoreDefinition, type ScoreInput, type ScoreValues } from './score-definition';
import { ScoreInputError, type ScoreInputIssue } from './score-input-error';

/** @throws {ScoreInputError} naming every input that is unknown, of another type or out of range */
export function checkInputs(score: ScoreDefinition, values: ScoreValues): void {
  const issues = scoreInputIssues(score, values);
  if (issues.length > 0) throw new ScoreInputError(issues);
}

/** What is wrong with the values given for a score's inputs. Missing inputs are in order. */
export function scoreInputIssues(score: ScoreDefinition, values: ScoreValues): ScoreInputIssue[] {
  const inputs = new Map(score.inputs.map((input) => [input.id, input]));
  return Object.entries(values).flatMap(([inputId, value]): ScoreInputIssue[] => {
    if (value === undefined || value === null) return [];
    const input = inputs.get(inputId);
    return input === undefined ? [{ inputId, fault: 'unknown-input' }] : issueOf(input, value);
  });
}

function issueOf(input: ScoreInput, value: boolean | number | string): ScoreInputIssue[] {
  const inputId = input.id;
  switch (input.type) {
    case 'boolean':
      return typeof value === 'boolean' ? [] : [{ inputId, fault: 'wrong-type' }];
    case 'choice': {
      const options = input.options.map(({ id }) => id);
      if (typeof value !== 'string') return [{ inputId, fault: 'wrong-type', allowed: { options } }];
      return options.includes(value) ? [] : [{ inputId, fault: 'unknown-option', allowed: { options } }];
    }
    case 'number': {
      const allowed = { range: input.range };
      if (typeof value !== 'number' || Number.isNaN(value))
        return [{ inputId, fault: 'wrong-type', allowed }];
      const [low, high] = input.range;
      if (value < low || value > high) return [{ inputId, fault: 'out-of-range', allowed }];
      return input.whole && !Number.isInteger(value) ? [{ inputId, fault: 'not-whole', allowed }] : [];
    }
  }
}
