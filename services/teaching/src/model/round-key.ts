import { type CaseBody, type CodedRoundKey } from '@openrounds/contracts';
import { type Round } from '@openrounds/learning';
import { type Planted } from '../ports/room-store';

type Asked = Pick<Round, 'task' | 'stageNo'>;

/** The teacher's verdicts on the tests of a stage; none for a question or a free vote. */
export const judgedTests = ({ choices }: CaseBody, { task, stageNo }: Asked) =>
  task.task === 'next-test' ? (choices?.[stageNo - 1] ?? []) : [];

/** What is right in a round, where that is not the teacher's list of its stage; null where nothing is. */
export function roundKeyOf(
  round: Asked,
  body: CaseBody | undefined,
  planted: Planted | undefined,
): CodedRoundKey | null {
  const { task } = round;
  if (task.task === 'find-error')
    return planted === undefined
      ? null
      : { kind: 'error', lineId: planted.lineId, errorKind: planted.errorKind };
  if (body === undefined || !('spec' in task)) return null;
  const judged = judgedTests(body, round);
  const options = task.spec.options.flatMap(({ id }) =>
    judged
      .filter(({ testId }) => testId === id)
      .map(({ verdict, why }) => ({ optionId: id, verdict, why: why ?? null })),
  );
  return options.length === 0 ? null : { kind: 'choice', options };
}
