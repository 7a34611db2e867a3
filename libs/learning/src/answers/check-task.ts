import { type Issue, outside, repeated } from './issue';
import { NO_TEST_YET, OPTIONS, type Task } from './task';

/**
 * What is wrong with a task as the teacher wrote it; an empty list means valid. Pointers are relative to the task: 2–12
 * options, none twice, and *no test yet* among those of a test or a question.
 */
export function taskIssues(task: Task): Issue[] {
  switch (task.task) {
    case 'differential':
    case 'representation':
      return [];
    case 'find-error':
      return listIssues(task.spec.lines, { min: 1, max: Infinity }, '/spec/lines');
    case 'vote':
      return listIssues(task.spec.options, OPTIONS, '/spec/options');
    case 'next-test':
    case 'next-question': {
      const issues = listIssues(task.spec.options, OPTIONS, '/spec/options');
      const mayWait = task.spec.options.some(({ id }) => id === NO_TEST_YET);
      return mayWait ? issues : [...issues, { pointer: '/spec/options', code: 'missing' }];
    }
  }
}

function listIssues(
  list: readonly { readonly id: string }[],
  limits: { min: number; max: number },
  pointer: string,
): Issue[] {
  const ids = list.map(({ id }) => id);
  return [...outside(ids.length, limits, pointer), ...repeated(ids, (index) => `${pointer}/${index}/id`)];
}
