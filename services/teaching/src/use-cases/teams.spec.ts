import { DomainError } from '@openrounds/contracts';
import { AUTHOR, META } from '../../test/fixtures/cases';
import { aList, DIFFERENTIAL, Hall, round, submission, TENANT } from '../../test/fixtures/rooms';

/** A room with teams of two of four people, whose question for teams is open. */
async function inTeams(points: readonly number[] = [10, 30, 20, 40]) {
  const hall = Hall.inMemory();
  const alone = round(1, DIFFERENTIAL, null);
  const together = { ...round(1, DIFFERENTIAL, null), answerBy: 'team' as const };
  const roomId = await hall.open([alone, together], undefined, { by: 'number', size: 2 });
  const people = await hall.seats(roomId, 4);
  const ref = { tenantId: TENANT, roomId };
  const id = (number: number): string => people[number - 1] ?? '';
  const answer = (roundId: string, number: number, given: number, revision = 1) =>
    hall
      .send(roomId, submission(roundId, id(number), { number, revision, answer: aList(given) }))
      .then(([status]) => status);
  await hall.act(roomId, { type: 'open', roundId: alone.id });
  for (const [at, given] of points.entries()) await answer(alone.id, at + 1, given);
  await hall.act(roomId, { type: 'close', roundId: alone.id });
  hall.after(5);
  await hall.act(roomId, { type: 'open', roundId: together.id });
  const pen = (by: number, to: number) =>
    hall.team.execute(ref, { by: { participantId: id(by), number: by }, act: { pen: to } });
  const mine = async (number: number) => (await hall.read.mine(META, roomId, [id(number)]))[0];
  return { hall, roomId, ref, alone, together, id, answer, pen, mine };
}
const codeOf = (given: Promise<unknown>): Promise<unknown> =>
  given.then(
    () => 'done',
    (error: unknown) => (error instanceof DomainError ? error.code : error),
  );

describe('teams in a room', () => {
  it('answer once each, by whoever holds the pen, and leave what everybody answered alone', async () => {
    const { hall, roomId, alone, together, answer, pen, mine } = await inTeams();
    expect((await hall.frame(roomId)).participant).toMatchObject({
      teams: { size: 2, formed: true, count: 2, pens: [1, 3] },
      answered: { count: 0, of: 2 },
    });
    expect(await answer(together.id, 2, 60)).toBe('pen-elsewhere');
    expect(await answer(together.id, 1, 60)).toBe('kept');
    expect(await answer(together.id, 3, 50)).toBe('kept');
    expect((await hall.frame(roomId)).participant.answered).toEqual({ count: 2, of: 2 });
    expect(await codeOf(pen(2, 1))).toBe('done');
    expect(await codeOf(pen(2, 3))).toBe('not-found');
    expect(await pen(1, 2)).toEqual({ no: 1, members: [1, 2], pen: 2 });
    expect((await hall.frame(roomId)).participant.teams?.pens).toEqual([2, 3]);
    expect(await answer(together.id, 1, 70, 2)).toBe('pen-elsewhere');
    expect(await answer(together.id, 1, 60, 1)).toBe('unchanged');
    expect(await answer(together.id, 2, 70, 1)).toBe('newer-revision');
    expect(await answer(together.id, 2, 70, 2)).toBe('kept');
    const own = await mine(1);
    expect(own?.team).toEqual({ no: 1, members: [1, 2], pen: 2 });
    expect(own?.rounds.map(({ roundId, own: kept }) => [roundId, kept?.answer])).toEqual([
      [alone.id, aList(10)],
      [together.id, aList(70)],
    ]);
  });

  it('are told what they gained with the diagnosis, and not before', async () => {
    const { hall, roomId, together, answer, mine } = await inTeams();
    await answer(together.id, 1, 40);
    await answer(together.id, 3, 10);
    await hall.act(roomId, { type: 'close', roundId: together.id });
    await hall.act(roomId, { type: 'reveal', roundId: together.id, layers: ['class'] });
    expect((await hall.frame(roomId)).participant.result?.teamGain).toBeUndefined();
    expect((await mine(1))?.rounds[1]).not.toHaveProperty('teamGain');
    await hall.act(roomId, { type: 'reveal', roundId: together.id, layers: ['diagnosis'] });
    const ln = (points: number): number => Math.log(points / 100);
    const one = ln(40) - (ln(10) + ln(30)) / 2;
    const two = ln(10) - (ln(20) + ln(40)) / 2;
    const { teamGain } = (await hall.frame(roomId)).participant.result ?? {};
    expect(teamGain).toMatchObject({ teams: 2, ahead: 1 });
    expect(teamGain?.logScore).toBeCloseTo((one + two) / 2, 10);
    const told = (await mine(2))?.rounds[1];
    expect(told?.score?.keyPoints).toBe(40);
    expect(told?.teamGain?.logScore).toBeCloseTo(one, 10);
    const results = await hall.read.results(META, roomId, AUTHOR);
    expect(results.rounds[0]).not.toHaveProperty('teams');
    expect(results.rounds[0]?.scores?.of).toBe(4);
    expect(results.rounds[1]?.scores?.of).toBe(2);
    expect(results.rounds[1]?.teams?.map(({ no, members, gain }) => [no, members, gain?.members])).toEqual([
      [1, [1, 2], 2],
      [2, [3, 4], 2],
    ]);
  });

  it('are told so too where the diagnosis is shown at a later stage that asks nothing', async () => {
    const { hall, roomId, together, answer } = await inTeams();
    await answer(together.id, 1, 40);
    await hall.act(roomId, { type: 'close', roundId: together.id });
    await hall.act(roomId, { type: 'stage', stageNo: 2 });
    await hall.act(roomId, { type: 'reveal', roundId: together.id, layers: ['diagnosis'] });
    const { round: current, result } = (await hall.frame(roomId)).participant;
    expect(current).toBeNull();
    expect(result?.teamGain).toMatchObject({ teams: 1, ahead: 1 });
  });

  it('stand in the table: everybody’s team, and the team’s answer in the row of the pen', async () => {
    const { hall, roomId, together, answer } = await inTeams();
    await answer(together.id, 1, 40);
    await hall.act(roomId, { type: 'close', roundId: together.id });
    const { items } = await hall.read.rows(META, roomId, AUTHOR, 0);
    expect(
      items.map(({ number, team, answers }) => [number, team, answers.map(({ ofTeam }) => ofTeam)]),
    ).toEqual([
      [1, 1, [undefined, true]],
      [2, 1, [undefined]],
      [3, 2, [undefined]],
      [4, 2, [undefined]],
    ]);
  });

  it('keep their answer when one is forgotten, and lose it with the last', async () => {
    const { hall, roomId, together, answer, id, mine } = await inTeams();
    await answer(together.id, 1, 40);
    await hall.act(roomId, { type: 'close', roundId: together.id });
    await hall.leave(roomId, id(1));
    expect((await mine(2))?.rounds[1]?.own?.answer).toEqual(aList(40));
    await hall.leave(roomId, id(2));
    const results = await hall.read.results(META, roomId, AUTHOR);
    expect(results.rounds[1]?.answered).toBe(0);
    expect(results.rounds[1]?.teams?.map(({ no }) => no)).toEqual([2]);
  });

  it('are chosen by phones where the teacher wants that, and their pens given by the teacher', async () => {
    const hall = Hall.inMemory();
    const roomId = await hall.open(undefined, undefined, { by: 'choice', size: 2 });
    const people = await hall.seats(roomId, 3);
    const ref = { tenantId: TENANT, roomId };
    const choose = (number: number, team: number) =>
      hall.team.execute(ref, { by: { participantId: people[number - 1] ?? '', number }, act: { team } });
    expect(await choose(1, 7)).toEqual({ no: 7, members: [1], pen: 1 });
    expect(await choose(2, 7)).toEqual({ no: 7, members: [1, 2], pen: 1 });
    expect(await codeOf(choose(3, 7))).toBe('team-full');
    expect(await hall.team.execute(ref, { by: AUTHOR, act: { pen: 2 } })).toMatchObject({ pen: 2 });
    expect(await codeOf(hall.team.execute(ref, { by: AUTHOR, act: { team: 1 } }))).toBe('forbidden');
    const colleague = { subject: 'a colleague', role: 'teacher' as const };
    expect(await codeOf(hall.team.execute(ref, { by: colleague, act: { pen: 1 } }))).toBe('forbidden');
  });
});
