import type { ClassResult, RoundTask } from '../room/types';

export interface ChoiceRow {
  readonly id: string;
  readonly text: string;
  readonly language: 'en' | 'zh';
  readonly count: number;
}

/** What could be chosen, with how many did; in the order in which it was offered. */
export function choiceRows(task: RoundTask, result: ClassResult | null): ChoiceRow[] {
  if (!('spec' in task)) return [];
  if ('options' in task.spec) {
    const counts = result?.kind === 'choice' ? result.options : [];
    return task.spec.options.map(({ id, text }) => ({
      id,
      ...text,
      count: counts.find(({ optionId }) => optionId === id)?.count ?? 0,
    }));
  }
  const places = result?.kind === 'error' ? result.places : [];
  return task.spec.lines.map(({ id, text }) => ({
    id,
    ...text,
    count: places.filter(({ lineId }) => lineId === id).reduce((sum, { count }) => sum + count, 0),
  }));
}
