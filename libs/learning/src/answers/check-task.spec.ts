import { taskIssues } from './check-task';
import { type Task } from './task';

const options = (...ids: string[]): { options: { id: string }[]; several: boolean } => ({
  options: ids.map((id) => ({ id })),
  several: false,
});

describe('taskIssues', () => {
  it.each<Task>([
    { task: 'differential' },
    { task: 'representation' },
    { task: 'vote', spec: options('a', 'b') },
    { task: 'next-test', spec: options('ct', 'no-test-yet') },
    { task: 'find-error', spec: { lines: [{ id: 'l1' }] } },
  ])('accepts %j', (task) => {
    expect(taskIssues(task)).toEqual([]);
  });

  it.each<[Task, string, string]>([
    [{ task: 'vote', spec: options('a') }, '/spec/options', 'too-few'],
    [{ task: 'vote', spec: options(...'abcdefghijklm') }, '/spec/options', 'too-many'],
    [{ task: 'vote', spec: options('a', 'b', 'a') }, '/spec/options/2/id', 'repeated'],
    [{ task: 'next-question', spec: options('cough', 'fever') }, '/spec/options', 'missing'],
    [{ task: 'find-error', spec: { lines: [] } }, '/spec/lines', 'too-few'],
  ])('names the field of %j', (task, pointer, code) => {
    expect(taskIssues(task)).toEqual([{ pointer, code }]);
  });
});
