import { DomainError } from '@openrounds/contracts';
import { toProblem } from './problem-document';

describe('toProblem', () => {
  it('gives type, status and the fields that were wrong', () => {
    const error = new DomainError('invalid-request', 'One field is wrong', [
      { pointer: '/case/patient/age/value', code: 'custom', message: 'older than 130 years' },
    ]);
    expect(toProblem(error, { requestId: 'r-1', instance: '/v1/runs' })).toEqual({
      type: '/problems/invalid-request',
      title: 'The request is well-formed but not valid',
      status: 422,
      detail: 'One field is wrong',
      instance: '/v1/runs',
      requestId: 'r-1',
      errors: [{ pointer: '/case/patient/age/value', code: 'custom', message: 'older than 130 years' }],
    });
  });

  it('tells nothing of an error that is not of the closed set', () => {
    const problem = toProblem(new Error('connect postgres://user:secret@db/openrounds'));
    expect(problem.status).toBe(500);
    expect(JSON.stringify(problem)).not.toContain('secret');
  });
});
