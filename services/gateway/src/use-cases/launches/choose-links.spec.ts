import { GivenChoice, MAX_PICKABLE, SEAL_PLACES, type Pickable } from '@openrounds/contracts';
import { newId } from '@openrounds/platform';
import { testSealer } from '@openrounds/testing';
import { answering } from '../../../test/fixtures/doubles';
import { ChooseLinks } from './choose-links';
import { Launches } from './launches';

const sealer = testSealer();
const meta = { tenantId: 'school', requestId: 'request-1' };
const teacher = (language: 'en' | 'zh') => ({
  ...{ principal: { tenantId: 'school', subject: 'learner:somebody', role: 'teacher' as const } },
  ...{ meta, language },
});
const pickable = (title: Pickable['title']): Pickable => ({
  ...{ id: newId(), kind: 'assignment', title, maximum: 100, opensAt: null, closesAt: null },
});
const [launchId, told] = [newId(), { returnUrl: 'https://lms.example/deep', jwt: 'a.b.c' }];

describe('a teacher’s choice of links', () => {
  const both = pickable({ en: 'Chest pain', zh: '胸痛' });
  const chinese = pickable({ zh: '头痛' });
  const others = Array.from({ length: MAX_PICKABLE }, () => pickable({ en: 'Another' }));
  const room: Pickable = { ...pickable({ en: 'A room' }), kind: 'room', maximum: null };
  let given: GivenChoice[] = [];
  beforeEach(() => (given = []));

  const services = answering({
    'pickable-content.v1': ({ kind, limit, from }) => {
      const all = kind === 'room' ? [room] : [...others, both, chinese];
      const items = all.slice(from, from + limit);
      const sealed = sealer.seal(items, SEAL_PLACES.shownAssignments('school', 'request-1'));
      return { sealed, more: all.length > from + limit };
    },
    'answer-choice.v1': ({ sealed }) => {
      given.push(sealer.open(sealed, SEAL_PLACES.givenLaunch('school', 'request-1'), GivenChoice));
      return { sealed: sealer.seal(told, SEAL_PLACES.toldLaunch('school', 'request-1')) };
    },
  });
  const choosing = (publicUrl: string | null = 'https://rounds.example') =>
    new ChooseLinks(new Launches(services, sealer, publicUrl), services, sealer);

  it('goes to whoever keeps the launch, sealed, with titles in the language of the request', async () => {
    const assignmentIds = [both.id, chinese.id];
    expect(await choosing().execute(teacher('zh'), { launchId, assignmentIds, roomIds: [] })).toEqual(told);
    expect(await choosing().execute(teacher('en'), { launchId, assignmentIds, roomIds: [] })).toEqual(told);
    expect(given[0]).toMatchObject({ launchId, subject: 'learner:somebody' });
    expect(given.map(({ chosen }) => chosen.map(({ title }) => title))).toEqual([
      ['胸痛', '头痛'],
      ['Chest pain', '头痛'],
    ]);
    expect(given[0]?.chosen[0]).toMatchObject({ resourceId: both.id, scoreMaximum: 100 });
  });

  it('a room is linked to without a column, and named by its own field where it is over', async () => {
    const choice = { launchId, assignmentIds: [both.id], roomIds: [room.id] };
    await choosing().execute(teacher('en'), choice);
    expect(given[0]?.chosen.map(({ scoreMaximum }) => scoreMaximum)).toEqual([100, null]);
    await expect(choosing().execute(teacher('en'), { ...choice, roomIds: [newId()] })).rejects.toMatchObject({
      code: 'invalid-request',
      errors: [{ pointer: '/roomIds/0' }],
    });
  });

  it('what the teacher does not lead, or what is over, is named by its place, and nothing is asked', async () => {
    const assignmentIds = [both.id, newId()];
    await expect(
      choosing().execute(teacher('en'), { launchId, assignmentIds, roomIds: [] }),
    ).rejects.toMatchObject({
      ...{ code: 'invalid-request', errors: [{ pointer: '/assignmentIds/1' }] },
    });
    expect(given).toEqual([]);
  });

  it('is not there without a public address', async () => {
    const asked = choosing(null).execute(teacher('en'), { launchId, assignmentIds: [both.id], roomIds: [] });
    await expect(asked).rejects.toMatchObject({ code: 'not-found' });
  });
});
