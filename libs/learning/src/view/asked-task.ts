import { type BilingualText, type Task } from '../answers/task';

/** The task field by field: what a stored spec holds besides, such as the teacher's verdicts, stays behind. */
export function askedTask(task: Task): Task {
  switch (task.task) {
    case 'differential':
    case 'representation':
      return { task: task.task };
    case 'find-error':
      return { task: task.task, spec: { lines: task.spec.lines.map(worded) } };
    default: {
      const { ask, options, several } = task.spec;
      const spec = { options: options.map(worded), several };
      return { task: task.task, spec: ask === undefined ? spec : { ask, ...spec } };
    }
  }
}

function worded({ id, text }: { readonly id: string; readonly text?: BilingualText }): {
  readonly id: string;
  readonly text?: BilingualText;
} {
  return text === undefined ? { id } : { id, text };
}
