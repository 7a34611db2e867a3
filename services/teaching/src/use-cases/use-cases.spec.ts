import { type CaseBody } from '@openrounds/contracts';
import { newId } from '@openrounds/platform';
import { codedAnswers, codedDiseases, TestClock } from '@openrounds/testing';
import { MemoryCases } from '../../test/doubles/memory-cases';
import { MemoryForecasts } from '../../test/doubles/memory-forecasts';
import { MemoryPeople } from '../../test/doubles/memory-people';
import { MemoryRooms } from '../../test/doubles/memory-rooms';
import { NO_ASSIGNMENTS } from '../../test/fixtures/assignments';
import { ADMIN, AUTHOR, aBody, COLLEAGUE, META, tinyLibraries, VERSIONS } from '../../test/fixtures/cases';
import { aRoom } from '../../test/fixtures/rooms';
import { aClass, aJoining } from '../../test/fixtures/people';
import { contentHashOf, forecastIdOf } from '../model/case-hash';
import { ActOnCase, type CaseAct } from './act-on-case';
import { CasesInRooms } from './cases-in-rooms';
import { ChangeCase } from './change-case';
import { CheckGivenCase } from './check-given-case';
import { CreateCase } from './create-case';
import { DeleteCase } from './delete-case';
import { JudgeDifficulty } from './judge-difficulty';
import { ListCases } from './list-cases';
import { ListLibrary } from './list-library';
import { OpenCase } from './open-case';
import { ReadForecast } from './read-forecast';
import { TellCase } from './tell-case';

const TENANT = META.tenantId;

/** Teaching with everything in memory. */
class World {
  readonly cases = new MemoryCases();
  readonly forecasts = new MemoryForecasts();
  readonly rooms = new MemoryRooms();
  readonly libraries = tinyLibraries();
  readonly clock = new TestClock();
  readonly open = new OpenCase(this.cases, this.libraries);
  readonly forecast = new ReadForecast(this.open, this.forecasts, this.libraries, this.clock);
  readonly tell = new TellCase(this.open, this.forecast, this.libraries);
  readonly create = new CreateCase(this.cases, this.libraries, this.clock);
  readonly change = new ChangeCase(this.cases, this.libraries, this.clock);
  readonly remove = new DeleteCase(this.cases, this.rooms, NO_ASSIGNMENTS, this.libraries, this.clock);
  readonly list = new ListCases(this.cases);
  readonly people = new MemoryPeople();
  readonly library = new ListLibrary(
    this.cases,
    this.libraries,
    this.rooms,
    new JudgeDifficulty(this.cases, this.forecasts, this.libraries, this.clock),
    new CasesInRooms(this.rooms, this.people.classes),
  );

  constructor(private readonly needsReview = true) {}

  async draft(body: CaseBody = aBody()): Promise<string> {
    const caseId = newId();
    const given = { body, note: null, masked: 0 };
    await this.create.execute({ meta: META, by: AUTHOR, caseId, versions: VERSIONS, given });
    return caseId;
  }

  act(caseId: string, act: CaseAct, by = AUTHOR, version = 1): Promise<void> {
    const acts = new ActOnCase(this.cases, this.libraries, this.needsReview, this.clock);
    return acts.execute({ tenantId: TENANT, by, caseId, version, versions: VERSIONS, act });
  }

  told(caseId: string) {
    return this.tell.execute({ tenantId: TENANT, by: COLLEAGUE, caseId, versions: VERSIONS });
  }

  async builtInId(): Promise<string> {
    return [...(await this.libraries.current()).builtIn.keys()][0] ?? '';
  }

  cards(filter: object = {}) {
    return this.library.execute({ meta: META, by: COLLEAGUE, limit: 10, from: 0, ...filter });
  }
}

describe('teaching', () => {
  let world: World;
  const code = (code_: string) => expect.objectContaining({ code: code_ });

  beforeEach(() => {
    world = new World();
  });

  it('leads a case from draft over review into the library', async () => {
    const id = await world.draft();
    await world.act(id, { kind: 'submit' });
    await world.act(id, { kind: 'review', verdict: 'agree', comment: 'good' }, COLLEAGUE);
    await world.act(id, { kind: 'publish' });
    expect(await world.told(id)).toMatchObject({
      state: 'published',
      mark: 'reviewed',
      mine: false,
      publishedVersion: 1,
      reviews: [{ reviewer: COLLEAGUE.subject, comment: 'good', at: '2026-11-20T09:00:00.000Z' }],
    });
    const { items } = await world.cards();
    expect(items.map(({ mark }) => mark)).toEqual(['reviewed', 'built-in']);
  });

  it('checks a case that nobody keeps, as it would be checked when stored', async () => {
    const body = aBody({ presentingProblem: 'toe-ache' });
    const checks = await new CheckGivenCase(world.libraries).execute(body, VERSIONS);
    expect(checks).toContainEqual(expect.objectContaining({ code: 'unknown-problem', of: 'toe-ache' }));
    expect((await world.told(await world.draft(body))).checks).toEqual(checks);
    const { items } = await world.cards();
    expect(items.map(({ mark }) => mark)).toEqual(['built-in']);
  });

  it('marks what nobody else has read, where there is nobody to ask', async () => {
    world = new World(false);
    const id = await world.draft();
    await world.act(id, { kind: 'publish' });
    expect((await world.told(id)).mark).toBe('not-second-read');
  });

  it('gives cards by what is asked for, page by page, and nothing of a key', async () => {
    world = new World(false);
    const id = await world.draft(
      aBody({
        title: { en: 'Hard to swallow' },
        setting: 'primary-care',
        difficulty: 'hard',
        kind: 'two-diseases',
      }),
    );
    await world.act(id, { kind: 'publish' });
    for (const filter of [
      { q: 'SWALLOW' },
      { setting: 'primary-care' },
      { difficulty: 'hard' },
      { kind: 'two-diseases' },
    ])
      expect((await world.cards(filter)).items.map((card) => card.id)).toEqual([id]);
    expect((await world.cards({ problem: 'headache' })).items).toEqual([]);
    const first = await world.cards({ limit: 1 });
    expect([first.items[0]?.id, first.more]).toEqual([id, true]);
    expect(await world.cards({ from: 1 })).toMatchObject({ items: [{ mark: 'built-in' }], more: false });
    expect(JSON.stringify(await world.cards())).not.toMatch(/embolism|costochondritis/);
  });

  describe('how hard a case is', () => {
    const told = async (filter: object = {}) => {
      const { items } = await world.cards({ versions: VERSIONS, ...filter });
      return items.map(({ id, difficulty }) => [id, difficulty]);
    };
    /** A case that is published; `leaders`: what leads the engine’s list after its stages. */
    const published = async (...leaders: readonly string[]): Promise<string> => {
      world = new World(false);
      const body = aBody();
      const id = await world.draft(body);
      await world.act(id, { kind: 'publish' });
      expect(await told()).toContainEqual([id, null]);
      for (const [place, diseaseId] of leaders.entries()) {
        const differential = [codedDiseases.build({ diseaseId })];
        const answer = codedAnswers.build({ differential });
        const key = { tenantId: TENANT, contentHash: contentHashOf(body), stageNo: place + 1 };
        const forecast = forecastIdOf({ ...key, versions: VERSIONS });
        await world.forecasts.keep(TENANT, forecast, { kind: 'answered', answer });
      }
      return id;
    };
    const [KEY, OTHER] = ['pulmonary-embolism', 'costochondritis'];

    it.each([
      ['easy', [KEY, OTHER]],
      ['moderate', [OTHER, KEY]],
      ['hard', [OTHER, OTHER]],
    ])('is %s by when the key leads the engine’s list', async (difficulty, leaders) => {
      const id = await published(...leaders);
      expect(await told({ difficulty })).toContainEqual([id, difficulty]);
      expect((await world.cards()).items.find((card) => card.id === id)?.difficulty).toBeNull();
    });

    it('is not said while the engine has not answered, which is asked again', async () => {
      const id = await published(KEY);
      expect(await told()).toContainEqual([id, null]);
      world.clock.advance(61);
      const { length } = world.forecasts.sent;
      await told();
      expect(world.forecasts.sent.length).toBe(length + 1);
    });

    it('is withheld from the students of whose class a room is while it runs, where no author says it', async () => {
      const id = await published(KEY, KEY);
      const { classes, learners } = world.people;
      const [theirs, others] = [aClass({ tenantId: TENANT }), aClass({ tenantId: TENANT })];
      for (const each of [theirs, others]) await classes.add(each);
      const student = { subject: 'ada', role: 'student' as const };
      await learners.join(aJoining(theirs, { known: { subject: student.subject } }));
      const run = ({ classId }: { readonly classId: string }) => {
        const given = aRoom({ caseId: id, classId });
        return world.rooms.add({ ...given, room: { ...given.room, state: 'running' } }, 9);
      };
      await run(others);
      expect(await told({ by: student })).toContainEqual([id, 'easy']);
      await run(theirs);
      expect(await told({ by: student })).toContainEqual([id, null]);
      expect(await told({ by: student, difficulty: 'easy' })).toEqual([]);
      expect(await told()).toContainEqual([id, 'easy']);
    });

    it('is withheld from all students where the room is no class’s', async () => {
      const id = await published(KEY, KEY);
      const given = aRoom({ caseId: id });
      await world.rooms.add({ ...given, room: { ...given.room, state: 'running' } }, 9);
      expect(await told({ by: { subject: 'ada', role: 'student' } })).toContainEqual([id, null]);
    });
  });

  it('makes one version of one request, for the owner, of the newest', async () => {
    const caseId = await world.draft();
    const given = { body: aBody(), note: 'second', masked: 1 };
    const base = { meta: META, by: AUTHOR, caseId, versions: VERSIONS, given, version: 1, changeId: 'x' };
    expect(await world.change.execute(base)).toBe(2);
    expect(await world.change.execute(base)).toBe(2);
    expect(await world.told(caseId)).toMatchObject({
      version: 2,
      masked: 1,
      versions: [{}, { note: 'second' }],
    });
    await expect(world.change.execute({ ...base, changeId: 'y' })).rejects.toEqual(code('stale-version'));
    await expect(world.change.execute({ ...base, version: 2, by: COLLEAGUE })).rejects.toEqual(
      code('forbidden'),
    );
    const unknown = { ...base, caseId: newId() };
    await expect(world.change.execute(unknown)).rejects.toEqual(code('not-found'));
  });

  it('changes and removes no built-in case', async () => {
    const caseId = await world.builtInId();
    const given = { body: aBody(), note: null, masked: 0 };
    const change = { meta: META, by: AUTHOR, caseId, versions: VERSIONS, given, version: 1, changeId: 'x' };
    await expect(world.change.execute(change)).rejects.toEqual(code('built-in-case'));
    await expect(world.act(caseId, { kind: 'retire' })).rejects.toEqual(code('built-in-case'));
    await expect(world.remove.execute(META, caseId, AUTHOR)).rejects.toEqual(code('built-in-case'));
    expect(await world.told(caseId)).toMatchObject({ mark: 'built-in', version: 1, checks: [] });
    await expect(world.open.execute(TENANT, caseId, 2)).rejects.toEqual(code('not-found'));
  });

  it('removes a case for its owner alone, remembers that, and tells the log', async () => {
    const id = await world.draft();
    await expect(world.remove.execute(META, id, COLLEAGUE)).rejects.toEqual(code('forbidden'));
    await world.remove.execute(META, id, AUTHOR);
    await expect(world.told(id)).rejects.toEqual(code('case-erased'));
    await expect(world.remove.execute(META, newId(), AUTHOR)).rejects.toEqual(code('not-found'));
    const other = await world.draft();
    await world.remove.execute(META, other, ADMIN);
    const at = world.clock.now().toISOString();
    const told = { meta: META, kind: 'teaching-case-erased', at };
    expect(world.cases.records).toMatchObject([
      { ...told, subject: id, by: 'owner' },
      { ...told, subject: other, by: 'administrator' },
    ]);
  });

  it('lists what teachers have written', async () => {
    const [older, newer] = [await world.draft(), await world.draft()];
    const page = await world.list.execute({ tenantId: TENANT, by: AUTHOR, limit: 1 });
    expect(page).toMatchObject({ items: [{ id: newer, state: 'draft', mine: true }], more: true });
    const rest = await world.list.execute({ tenantId: TENANT, by: AUTHOR, limit: 1, before: newer });
    expect(rest).toMatchObject({ items: [{ id: older }], more: false });
  });

  it('asks for a forecast where nobody did, says so, and tells it when it is there', async () => {
    const caseId = await world.builtInId();
    const wanted = { meta: META, caseId, versions: VERSIONS };
    await expect(world.forecast.execute(wanted)).rejects.toEqual(code('dependency-unavailable'));
    expect(world.forecasts.sent).toHaveLength(2);
    const [first = '', last = ''] = world.forecasts.sent;
    const answer = codedAnswers.build({
      differential: [
        codedDiseases.build({ diseaseId: 'costochondritis', rank: 1, probability: 0.6 }),
        codedDiseases.build({ diseaseId: 'pulmonary-embolism', rank: 2, probability: 0.3 }),
      ],
    });
    await world.forecasts.keep(TENANT, first, { kind: 'answered', answer });
    await expect(world.forecast.execute(wanted)).rejects.toEqual(code('dependency-unavailable'));
    expect(world.forecasts.sent).toHaveLength(2);
    expect((await world.told(caseId)).checks).toEqual([]);
    await world.forecasts.keep(TENANT, last, { kind: 'answered', answer });
    const { stages } = await world.forecast.execute(wanted);
    expect(stages.map(({ stageNo, keyRank, keyProbability }) => [stageNo, keyRank, keyProbability])).toEqual([
      [1, 2, 0.3],
      [2, 2, 0.3],
    ]);
    expect((await world.told(caseId)).checks).toEqual([
      { severity: 'note', code: 'engine-disagrees', pointer: '/key/diagnosis', of: 'costochondritis' },
    ]);
  });

  it('says that the engine does not rank such a patient', async () => {
    const caseId = await world.builtInId();
    const wanted = { meta: META, caseId, versions: VERSIONS };
    await expect(world.forecast.execute(wanted)).rejects.toEqual(code('dependency-unavailable'));
    for (const id of world.forecasts.sent)
      await world.forecasts.keep(TENANT, id, { kind: 'rejected', code: 'impossible' });
    await expect(world.forecast.execute(wanted)).rejects.toEqual(code('case-not-understood'));
  });
});
