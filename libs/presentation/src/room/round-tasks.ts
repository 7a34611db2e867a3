import { type CodedRoomState, type RoomState } from '@openrounds/contracts';
import { ROOM_WORDS } from '../messages/room';
import { type Names } from '../run/names';
import { localised } from '../teaching/present-case';

type CodedTask = NonNullable<CodedRoomState['round']>['task'];
type Task = NonNullable<RoomState['round']>['task'];
type CodedLine = Extract<CodedTask, { task: 'find-error' }>['spec']['lines'][number];
type Line = Extract<Task, { task: 'find-error' }>['spec']['lines'][number];

const NO_TEST_YET = 'no-test-yet';

/** What a round asks, in words: as the teacher wrote it, else by the name of what an id means. */
export function presentTask(task: CodedTask, names: Names): Task {
  switch (task.task) {
    case 'differential':
    case 'representation':
      return { task: task.task };
    case 'find-error':
      return { task: task.task, spec: { lines: task.spec.lines.map((line) => worded(line, names)) } };
    default: {
      const { ask, options, several } = task.spec;
      const spec = { options: options.map((option) => worded(option, names)), several };
      return {
        task: task.task,
        spec: ask === undefined ? spec : { ask: localised(ask, names.language), ...spec },
      };
    }
  }
}

function worded({ id, text }: CodedLine, names: Names): Line {
  const { language } = names;
  return { id, text: text === undefined ? { text: named(id, names), language } : localised(text, language) };
}

/** An option is a test, a question about a finding, or to do nothing yet; its ids do not overlap. */
export function named(id: string, names: Names): string {
  if (id === NO_TEST_YET) return ROOM_WORDS.noTestYet[names.language]();
  const test = names.test(id);
  return test === id ? names.finding(id) : test;
}
