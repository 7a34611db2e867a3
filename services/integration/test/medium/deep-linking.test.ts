import { guestSubject, type ToldTicket } from '@openrounds/contracts';
import { newId } from '@openrounds/platform';
import {
  LinkChoices,
  LTI_CLAIM,
  MockPlatform,
  type MigratedDatabase,
  type Values,
} from '@openrounds/testing';
import { createLocalJWKSet } from 'jose';
import { ReadFrameOrigins } from '../../src/use-cases/launch/read-frame-origins';
import { type Launching, launchingIn, PUBLIC_URL } from '../fixtures/launching';
import { openDatabase } from '../fixtures/stores';

const NOT_FOUND = { code: 'not-found' };
const HOURS = 3_600_000;

describe('a teacher chooses what a course links to', () => {
  let opened: MigratedDatabase;
  let tool: Launching;
  const platform = new MockPlatform();
  const choices = new LinkChoices(platform);
  let ours = '';

  beforeAll(async () => {
    opened = await openDatabase();
    await platform.start();
    tool = launchingIn(opened, [platform]);
    await tool.register(platform, 'school');
    ours = tool.content('school');
  });
  afterEach(() => {
    tool.time.offsetMs = 0;
  });
  afterAll(async () => {
    await platform.stop();
    await opened.close();
  });

  const launched = async (changed: Values): Promise<ToldTicket> => {
    const begun = await tool.login(platform);
    const token = await platform.sign(platform.claims(begun, changed));
    const told = await tool.take(begun.state, token, begun.secret);
    if (told.outcome !== 'ticket') throw new Error(JSON.stringify(told));
    return tool.redeem.execute({ ticket: told.ticket });
  };
  const chosen = (resourceId = ours) => ({
    ...{ resourceId, title: 'Case of the week', scoreMaximum: 100 },
    ...{ opensAt: null, closesAt: '2026-12-01T00:00:00.000Z' },
  });
  const answer = ({ launchId, learnerId }: ToldTicket, links = [chosen()]) =>
    tool.choose.execute('school', { launchId, subject: guestSubject(learnerId), chosen: links });
  const taken = async (jwt: string) => choices.take(jwt, createLocalJWKSet(await tool.keys.published()));

  it('the platform gets its data back and a link to each with a column, as it asked', async () => {
    const teacher = await launched(choices.claims());
    expect(teacher).toMatchObject({ message: 'deep-linking', role: 'teacher', choice: { multiple: true } });
    const second = tool.content('school');
    const { returnUrl, jwt } = await answer(teacher, [chosen(), chosen(second)]);
    expect(returnUrl).toBe(`${platform.origin}/chosen`);
    const links = await taken(jwt);
    expect(links.map(({ url }) => url)).toEqual([ours, second].map((id) => `${PUBLIC_URL}/lti/r/${id}`));
    expect(links[0]).toMatchObject({
      type: 'ltiResourceLink',
      title: 'Case of the week',
      lineItem: { label: 'Case of the week', scoreMaximum: 100, resourceId: ours },
    });
    await expect(taken(jwt)).rejects.toThrow('no choice of ours is open');
  });

  it('no column where none is wanted', async () => {
    const teacher = await launched(choices.claims({ accept_lineitem: false }));
    const [link] = await taken((await answer(teacher)).jwt);
    expect(link).not.toHaveProperty('lineItem');
  });

  it('a student’s launch of the link opens that assignment, in a copied course too, results apart', async () => {
    const [link] = await taken((await answer(await launched(choices.claims()))).jwt);
    const opens = (courseId: string): Promise<ToldTicket> =>
      launched({
        [`${LTI_CLAIM}target_link_uri`]: link?.url,
        [`${LTI_CLAIM}custom`]: link?.custom,
        [`${LTI_CLAIM}resource_link`]: { id: `given-in-${courseId}` },
        [`${LTI_CLAIM}context`]: { id: courseId },
        sub: 'student-4',
      });
    const [here, copied] = [await opens('course-9'), await opens('course-10')];
    for (const { role, choice, link: opened } of [here, copied])
      expect({ role, choice, opened }).toMatchObject({
        ...{ role: 'student', choice: null },
        opened: { kind: 'assignment', resourceId: ours },
      });
    expect(copied.link?.id).not.toBe(here.link?.id);
  });

  it('of five answers at once one is signed; the page may be framed and post until then', async () => {
    const teacher = await launched(choices.claims());
    const origins = new ReadFrameOrigins(tool.stores.launches, tool.stores.platforms, {
      now: () => new Date(Date.now() + 7 * HOURS),
    });
    const { launchId } = teacher;
    const meta = { tenantId: 'school', requestId: 'request-1' };
    expect(await origins.execute({ meta, launchId })).toEqual({
      ...{ frameOrigins: [platform.origin], answerOrigin: platform.origin },
    });
    const tried = await Promise.allSettled([1, 2, 3, 4, 5].map(() => answer(teacher)));
    const refused = tried.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(refused).toEqual([1, 2, 3, 4].map(() => expect.objectContaining(NOT_FOUND)));
    expect(await origins.execute({ meta, launchId })).toEqual({ frameOrigins: [], answerOrigin: null });
  });

  it('nobody else answers it: another person, another institution, a launch without a choice', async () => {
    const teacher = await launched(choices.claims());
    const other = await launched({ ...choices.claims(), sub: 'user-18' });
    const { launchId, learnerId } = teacher;
    await expect(answer({ ...teacher, learnerId: other.learnerId })).rejects.toMatchObject(NOT_FOUND);
    const given = { launchId, subject: guestSubject(learnerId), chosen: [chosen()] };
    await expect(tool.choose.execute('other-school', given)).rejects.toMatchObject(NOT_FOUND);
    await expect(answer({ ...teacher, launchId: newId() })).rejects.toMatchObject(NOT_FOUND);
    const student = await launched({ [`${LTI_CLAIM}target_link_uri`]: `${PUBLIC_URL}/lti/r/${ours}` });
    await expect(answer(student)).rejects.toMatchObject(NOT_FOUND);
    expect(await taken((await answer(teacher)).jwt)).toHaveLength(1);
  });

  it('more than the platform takes is refused by its field, and leaves the choice open', async () => {
    const teacher = await launched(choices.claims({ accept_multiple: undefined }));
    expect(teacher.choice).toEqual({ multiple: false });
    await expect(answer(teacher, [chosen(), chosen()])).rejects.toMatchObject({
      ...{ code: 'invalid-request', errors: [{ pointer: '/assignmentIds' }] },
    });
    expect(await taken((await answer(teacher)).jwt)).toHaveLength(1);
  });

  it('is good for eight hours', async () => {
    const [late, inTime] = [await launched(choices.claims()), await launched(choices.claims())];
    tool.time.offsetMs = 8 * HOURS - 60_000;
    expect(await answer(inTime)).toMatchObject({ jwt: expect.any(String) });
    tool.time.offsetMs = 8 * HOURS + 60_000;
    await expect(answer(late)).rejects.toMatchObject(NOT_FOUND);
  });

  it('a platform that takes no links is refused, and so is a student who would choose', async () => {
    await expect(launched(choices.claims({ accept_types: ['file'] }))).rejects.toThrow('lti-claims');
    const asStudent = { ...choices.claims(), [`${LTI_CLAIM}roles`]: [] };
    await expect(launched(asStudent)).rejects.toThrow('lti-claims');
  });
});
