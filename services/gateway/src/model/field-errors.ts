import { type FieldError, pointerOf } from '@openrounds/contracts';
import { type z } from 'zod';

/** One error a wrong field; unknown keys are named one by one. */
export const fieldErrors = (issues: readonly z.core.$ZodIssue[], prefix = ''): FieldError[] =>
  issues.flatMap((issue) => {
    const at = prefix + pointerOf(issue.path);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        pointer: at + pointerOf([key]),
        code: 'unknown-field',
        message: 'this field is not known',
      }));
    }
    return [{ pointer: at, code: codeOf(issue), message: issue.message }];
  });

/** The schema's own code where it gave one, else zod's kind of issue. */
const codeOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'custom' && typeof issue.params?.['code'] === 'string'
    ? issue.params['code']
    : issue.code.replaceAll('_', '-');
