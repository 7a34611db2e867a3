import { type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { markup } from '@openrounds/presentation';
import { createRemoteJWKSet } from 'jose';
import { GRADE_SCOPES, GradeBook, type KeptScore, ROSTER_SCOPE } from '../learning-platform/grade-book';
import { actOn, gradeBookPage } from './grade-book-page';
import { type GivenLink, LinkChoices } from './link-choices';
import { LTI_CLAIM, MEMBERSHIP, MockPlatform, type Values } from './mock-platform';
import { hidden, lmsPage, select, sending } from './pages';

/** In place of a target: a teacher is to choose. */
const CHOICE = 'choice';
const PEOPLE = {
  'student-1': 'Ada, a student',
  'student-2': 'Ben, a student',
  'student-3': 'Cleo, a student',
  'teacher-1': 'Dr Example, a teacher',
};
const COURSES = { 'course-9': 'MED 1', 'course-10': 'MED 1, copied for next year' };
const LOCALES = { en: 'English', 'zh-CN': '中文' };
const KEPT = ['as', 'course', 'locale', 'window', 'review'] as const;

/** Who comes, and how: what its pages hand on to one another. */
const visitOf = (query: URLSearchParams): Record<string, string> => ({
  ...{ as: 'student-1', course: 'course-9', locale: 'en' },
  ...Object.fromEntries(KEPT.flatMap((name) => (query.has(name) ? [[name, query.get(name) ?? '']] : []))),
});
const isTeacher = (person: string): boolean => person.startsWith('teacher');
const address = (path: string, fields: Readonly<Record<string, string>>): string =>
  `${path}?${new URLSearchParams(fields).toString()}`;

/** What a launch says by which the work of somebody is reviewed (Submission Review 1.0). */
const reviewOf = (userId: string): Values => ({
  [`${LTI_CLAIM}message_type`]: 'LtiSubmissionReviewRequest',
  [`${LTI_CLAIM}for_user`]: { user_id: userId },
});

/** What keeps things for tools beside a frame (LTI Platform Storage 1.0). */
const STORAGE = markup`<script>const kept = new Map(); addEventListener('message', (event) => {
  const { subject, message_id, key, value } = event.data ?? {};
  if (subject === 'lti.put_data') kept.set(event.origin + key, value);
  else if (subject !== 'lti.get_data') return;
  event.source.postMessage({ subject: subject + '.response', message_id, key, value: kept.get(event.origin + key) }, event.origin);
})</script>`;

/** A learning platform with pages for people: connect it, launch as a student or a teacher, choose content, see the gradebook. */
export class MockLms extends MockPlatform {
  /** Whether its pages keep things for tools (LTI Platform Storage). */
  keepsThings = true;
  readonly gradeBook = new GradeBook(() => this.origin, {
    id: this.clientId,
    keys: async () => {
      const published = createRemoteJWKSet(new URL(this.tool?.jwks_uri ?? ''));
      await published.reload();
      return published.jwks() ?? { keys: [] };
    },
  });

  /** Links that a teacher chose. */
  private links: readonly GivenLink[] = [];
  private readonly choices = new LinkChoices(this);
  /** The column of a link in a course, by both. */
  private readonly columnOf = new Map<string, string>();

  override configuration(): Values {
    const scopes = { scopes_supported: [...Object.values(GRADE_SCOPES), ROSTER_SCOPE] };
    return { ...super.configuration(), ...scopes, token_endpoint: this.gradeBook.tokenUrl };
  }

  /**
   * What a launch of somebody says of a link to this target.
   *
   * @param id of what the link leads to
   */
  launchOf(id: string, target: string, visit: Readonly<Record<string, string>> = {}): Values {
    const { as, course, locale, review } = { ...visitOf(new URLSearchParams()), ...visit };
    const role = isTeacher(as ?? '') ? 'Instructor' : 'Learner';
    this.gradeBook.people.set(as ?? '', { name: PEOPLE[as as keyof typeof PEOPLE] ?? as ?? '', role });
    const back = `${this.pagesOrigin}${address('/course', { ...visit })}`;
    return {
      sub: as,
      [`${LTI_CLAIM}target_link_uri`]: target,
      [`${LTI_CLAIM}roles`]: [`${MEMBERSHIP}#${role}`],
      [`${LTI_CLAIM}context`]: { id: course, title: COURSES[course as keyof typeof COURSES] ?? course },
      [`${LTI_CLAIM}launch_presentation`]: { locale, return_url: back },
      'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice': {
        ...{ context_memberships_url: this.gradeBook.rosterUrl, service_versions: ['2.0'] },
      },
      ...(id === CHOICE ? this.choices.claims() : this.linkOf(id, course ?? '')),
      ...(review === undefined ? {} : reviewOf(review)),
    };
  }

  protected override serve(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    return this.gradeBook.handle(request, response);
  }

  protected override page(path: string, request: IncomingMessage): Promise<string | URL | undefined> {
    const { searchParams: query } = new URL(request.url ?? '/', this.origin);
    return this.pageOf(path, query, request);
  }

  private async pageOf(
    path: string,
    query: URLSearchParams,
    request: IncomingMessage,
  ): Promise<string | URL | undefined> {
    switch (path) {
      case '/':
        return this.home();
      case '/connect':
        return this.connect(query.get('link') ?? '');
      case '/course':
        return this.course(visitOf(query));
      case '/link':
        return this.link(query.get('id') ?? '', visitOf(query));
      case '/begin':
        return this.begin(query.get('id') ?? '', visitOf(query));
      case '/auth':
        return this.authorize(query);
      case '/chosen':
        return this.chosen(new URLSearchParams(await text(request)).get('JWT') ?? '');
      case '/gradebook':
        return this.gradebook(request);
      default:
        return undefined;
    }
  }

  private home(): string {
    const state = this.tool === undefined ? 'not connected yet' : 'connected';
    return lmsPage(
      'Home',
      markup`<h1>Mock LMS</h1><p>OpenRounds is ${state}.</p>
<h2>Connect</h2><form action="/connect"><label>Registration link of OpenRounds <input name="link" size="60" required></label> <button>Connect</button></form>
<h2>Go to a course</h2><form action="/course">${select('as', 'as', PEOPLE)}${select('course', 'in', COURSES)}${select('locale', 'in', LOCALES)}
<label><input type="checkbox" name="window"> open links in windows of their own</label> <button>Go</button></form>
<p><a href="/gradebook">Gradebook</a></p>`,
    );
  }

  private connect(link: string): string {
    const url = new URL(link);
    url.searchParams.set('openid_configuration', `${this.origin}/configuration`);
    url.searchParams.set('registration_token', this.registrationToken);
    return lmsPage(
      'Connect',
      markup`<h1>Connect</h1><iframe title="OpenRounds" src="${url.href}"></iframe><p id="told"></p><p><a href="/">Home</a></p>
<script>addEventListener('message', (event) => { told.textContent = event.data.subject; })</script>`,
    );
  }

  /** What a course links to. */
  private course(visit: Record<string, string>): string {
    const { as = '', course = '' } = visit;
    const shown = this.links.map(({ title, custom, lineItem }) => {
      const column = lineItem === undefined ? 'no column' : `column of ${String(lineItem.scoreMaximum)}`;
      return markup`<li><a href="${address('/link', { ...visit, id: custom.openrounds })}">${title}</a> (${column})</li>`;
    });
    const choose = isTeacher(as)
      ? markup`<p><a href="${address('/link', { ...visit, id: CHOICE })}">Choose content</a> · <a href="/gradebook">Gradebook</a></p>`
      : markup``;
    return lmsPage(
      'Course',
      markup`<h1>${COURSES[course as keyof typeof COURSES] ?? course}</h1><p>${as} · <a href="/">Home</a></p>
<ul data-links>${shown}</ul>${choose}
<form action="/link">${hidden(visit)}<label>or by its id <input name="id" size="40" required></label> <button>Open</button></form>`,
    );
  }

  /** A link in a frame with a storage for tools beside it, or for a window of its own. */
  private link(id: string, visit: Record<string, string>): string {
    const begin = address('/begin', { ...visit, id });
    const back = markup`<p><a href="${address('/course', visit)}">Course</a></p>`;
    if ('window' in visit)
      return lmsPage('Link', markup`<p><a href="${begin}" target="_blank">Open</a></p>${back}`);
    const storage = this.keepsThings ? STORAGE : markup``;
    return lmsPage('Link', markup`${storage}<iframe title="OpenRounds" src="${begin}"></iframe>${back}`);
  }

  private begin(id: string, visit: Record<string, string>): string {
    if (this.tool === undefined) return lmsPage('Link', markup`<p>Connect OpenRounds first.</p>`);
    const { initiate_login_uri: login, redirect_uris: redirects } = this.tool;
    const [launch = ''] = redirects;
    const target = id === CHOICE ? launch : `${launch.replace(/launch$/, 'r/')}${id}`;
    return sending(login, {
      ...{ iss: this.issuer, client_id: this.clientId, lti_deployment_id: this.deploymentId },
      ...{ login_hint: visit['as'] ?? '', target_link_uri: target },
      lti_message_hint: new URLSearchParams({ ...visit, id, target }).toString(),
      ...(this.keepsThings && !('window' in visit) ? { lti_storage_target: '_parent' } : {}),
    });
  }

  private async authorize(query: URLSearchParams): Promise<string> {
    const of = (name: string): string => query.get(name) ?? '';
    const hint = new URLSearchParams(of('lti_message_hint'));
    const said = this.launchOf(hint.get('id') ?? '', hint.get('target') ?? '', visitOf(hint));
    const claims = this.claims({ nonce: of('nonce') }, said);
    return sending(of('redirect_uri'), { id_token: await this.sign(claims), state: of('state') });
  }

  /** Where the tool's answer to a choice arrives. */
  private async chosen(jwt: string): Promise<string> {
    const home = markup`<p><a href="/" target="_top">Home</a></p>`;
    try {
      const keys = createRemoteJWKSet(new URL(this.tool?.jwks_uri ?? ''));
      this.links = [...this.links, ...(await this.choices.take(jwt, keys))];
      const shown = this.links.map(({ title, url }) => markup`<li>${title} <code>${url}</code></li>`);
      return lmsPage('Chosen', markup`<h1>Chosen</h1><ul data-links>${shown}</ul>${home}`);
    } catch (error) {
      return lmsPage('Not chosen', markup`<h1>Refused</h1><p>${String(error)}</p>${home}`);
    }
  }

  private async gradebook(request: IncomingMessage): Promise<string | URL> {
    if (request.method !== 'POST')
      return gradeBookPage(this.gradeBook, (score) => this.addressOfReview(score));
    actOn(this.gradeBook, new URLSearchParams(await text(request)).get('act') ?? '');
    return new URL('/gradebook', this.pagesOrigin);
  }

  /** Where a teacher opens what somebody has a score for. */
  private addressOfReview({ column, userId }: KeptScore): string {
    const [of = ''] = [...this.columnOf].find(([, name]) => name === column) ?? [];
    const [course = '', id = ''] = of.split(' ');
    return address('/link', { as: 'teacher-1', course, id, review: userId });
  }

  /** A link has a column of its own in each course, unless it was given without one. */
  private linkOf(id: string, course: string): Values {
    const link = this.links.find(({ custom }) => custom.openrounds === id);
    const of = `${course} ${id}`;
    if (!this.columnOf.has(of) && (link === undefined || link.lineItem !== undefined)) {
      const label = `${link?.lineItem?.label ?? 'Case of the week'}, ${course}`;
      this.columnOf.set(of, this.gradeBook.addColumn({ label, resourceId: id, resourceLinkId: of }));
    }
    const column = this.columnOf.get(of);
    const named = column !== undefined && this.gradeBook.columns.has(column);
    return {
      [`${LTI_CLAIM}resource_link`]: { id: of, title: link?.title ?? 'Case of the week' },
      [`${LTI_CLAIM}custom`]: link?.custom,
      'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': {
        scope: Object.values(GRADE_SCOPES),
        lineitems: this.gradeBook.itemsUrl,
        ...(named ? { lineitem: this.gradeBook.columnUrl(column) } : {}),
      },
    };
  }
}
