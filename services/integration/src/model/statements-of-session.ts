import { type AttemptSteppedPayload } from '@openrounds/contracts';
import {
  activityId,
  idOf,
  type SessionEvent,
  type SessionState,
  stageActivityId,
  type StatedProbability,
  type Statement,
  statementOf,
  statementsOf,
  type Verb,
} from '@openrounds/learning-records';
import { type Cmi5Session } from './cmi5-session';

/** A statement as it is kept until the record store has it. */
export interface NewStatement {
  readonly id: string;
  readonly verb: Verb;
  readonly body: Statement;
  readonly at: Date;
}

/** Something that happened in a session. */
export interface Happening {
  readonly event: SessionEvent;
  /** What it is called within its session: the same thing again makes the same statements. */
  readonly key: string;
  readonly at: Date;
  /** Seconds that the session has taken. */
  readonly seconds: number;
  /** Of an answer. */
  readonly stage?: number;
  readonly differential?: readonly StatedProbability[];
}

/** What a session stated so far, for {@link statementsOf}. */
export interface StatedSoFar extends Pick<SessionState, 'stated' | 'before'> {
  readonly lastAt: Date | null;
}

/** The statements that follow, each later than the one before it by its time. */
export function newStatements(
  session: Cmi5Session,
  soFar: StatedSoFar,
  happening: Happening,
): readonly NewStatement[] {
  const { said, tenantId } = session;
  const { event, key, seconds } = happening;
  const earliest = Math.max(happening.at.getTime(), (soFar.lastAt?.getTime() ?? 0) + 1);
  return statementsOf({ ...session, ...soFar }, event).map((verb, no) => {
    const id = idOf(tenantId, `${session.id} ${key}`, verb);
    const at = new Date(earliest + no);
    const own = activityId(said.publicUrl, 'assignment', session.assignmentId);
    const body = statementOf({
      ...{ id, verb, at, seconds },
      ...{ actor: said.actor, contextTemplate: said.contextTemplate, publicUrl: said.publicUrl },
      registration: session.registration,
      activityId: verb === 'answered' ? stageActivityId(own, happening.stage ?? 1) : session.activityId,
      score: event.kind === 'finished' ? event.score : null,
      masteryScore: session.masteryScore,
      differential: happening.differential ?? [],
    });
    return { id, verb, body, at };
  });
}

const secondsSince = ({ startedAt }: Cmi5Session, at: Date): number =>
  (at.getTime() - startedAt.getTime()) / 1_000;

export const begun = (session: Cmi5Session): Happening => ({
  event: { kind: 'begun' },
  key: 'begun',
  at: session.startedAt,
  seconds: 0,
});

/** @param until the last sign of life: what comes after it is no time spent */
export const left = (session: Cmi5Session, at: Date, until: Date): Happening => ({
  event: { kind: 'left' },
  key: 'left',
  at,
  seconds: secondsSince(session, until),
});

/** What a step of an attempt is: an answer, and with the last one the end of the work. */
export function stepped(session: Cmi5Session, step: AttemptSteppedPayload): readonly Happening[] {
  const { attemptId, position, stage, differential, finished, score } = step;
  const at = new Date(step.at);
  const key = `${attemptId} ${String(position)}`;
  const of = { key, at, seconds: secondsSince(session, at) };
  const answered: Happening[] =
    differential === null ? [] : [{ ...of, event: { kind: 'answered' }, stage, differential }];
  return finished ? [...answered, { ...of, event: { kind: 'finished', score } }] : answered;
}
