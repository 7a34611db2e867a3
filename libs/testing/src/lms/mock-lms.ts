import { type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { createRemoteJWKSet } from 'jose';
import { type GivenLink, LinkChoices } from './link-choices';
import { LTI_CLAIM, MEMBERSHIP, MockPlatform } from './mock-platform';

/** In place of a target: a teacher is to choose. */
const CHOICE = 'choice';

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${String(character.codePointAt(0))};`);

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><body>${body}</body></html>`;

const hidden = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`)
    .join('');

/** A link that came back, and the way in for a student. */
const linkShown = ({ title, url, custom, lineItem }: GivenLink): string => {
  const open = `/course?as=student&id=${encodeURIComponent(custom.openrounds)}`;
  const column = lineItem === undefined ? 'no column' : `column of ${String(lineItem.scoreMaximum)}`;
  return `<li>${escaped(title)} (${column}) <code>${escaped(url)}</code> <a href="${escaped(open)}">as a student</a></li>`;
};

/** A form that sends itself, as platforms have them. */
const sending = (action: string, fields: Readonly<Record<string, string>>): string =>
  page(
    'One moment',
    `<form method="post" action="${escaped(action)}">${hidden(fields)}</form><script>document.forms[0].submit()</script>`,
  );

/** A learning platform with pages for people: connect it, launch as a student or a teacher, in a frame or a window. */
export class MockLms extends MockPlatform {
  /** Whether its pages keep things for tools (LTI Platform Storage). */
  keepsThings = true;

  protected override page(path: string, request: IncomingMessage): Promise<string | undefined> {
    const { searchParams: query } = new URL(request.url ?? '/', this.origin);
    return this.pageOf(path, query, request);
  }

  /** Links that a teacher chose. */
  private links: readonly GivenLink[] = [];
  private readonly choices = new LinkChoices(this);

  private async pageOf(
    path: string,
    query: URLSearchParams,
    request: IncomingMessage,
  ): Promise<string | undefined> {
    switch (path) {
      case '/':
        return this.home();
      case '/connect':
        return this.connect(query.get('link') ?? '');
      case '/course':
        return this.course(query);
      case '/begin':
        return this.begin(query);
      case '/auth':
        return this.authorize(query);
      case '/chosen':
        return this.chosen(new URLSearchParams(await text(request)).get('JWT') ?? '');
      default:
        return undefined;
    }
  }

  private home(): string {
    const as = (role: string): string => `<button name="as" value="${role}">as a ${role}</button>`;
    const state = this.tool === undefined ? 'not connected yet' : 'connected';
    return page(
      'Mock LMS',
      `<h1>Mock LMS</h1><p>${state}</p>
<h2>Connect</h2><form action="/connect"><input name="link" size="80" placeholder="registration link of OpenRounds"><button>Connect</button></form>
<h2>Course</h2><form action="/course"><input name="id" size="40" placeholder="id of an assignment">${as('student')}${as('teacher')}
<label><input type="checkbox" name="window"> in a window</label></form>
<h2>Content</h2><form action="/course"><input type="hidden" name="as" value="teacher"><input type="hidden" name="choose" value="1">
<button>Choose content</button> <label><input type="checkbox" name="window"> in a window</label></form>
<ul>${this.links.map(linkShown).join('')}</ul>`,
    );
  }

  private connect(link: string): string {
    const url = new URL(link);
    url.searchParams.set('openid_configuration', `${this.origin}/configuration`);
    url.searchParams.set('registration_token', this.registrationToken);
    return page(
      'Connect',
      `<iframe src="${escaped(url.href)}" width="800" height="700"></iframe><p id="told"></p>
<script>addEventListener('message', (event) => { told.textContent = event.data.subject; })</script>`,
    );
  }

  /** A course with a link in a frame, and a storage for tools beside it. */
  private course(query: URLSearchParams): string {
    const begin = `/begin?${query.toString()}`;
    if (query.has('window')) return page('Course', `<a href="${escaped(begin)}" target="_blank">Open</a>`);
    const keep = `<script>const kept = new Map(); addEventListener('message', (event) => {
  const { subject, message_id, key, value } = event.data ?? {};
  if (subject === 'lti.put_data') kept.set(event.origin + key, value);
  else if (subject !== 'lti.get_data') return;
  event.source.postMessage({ subject: subject + '.response', message_id, key, value: kept.get(event.origin + key) }, event.origin);
})</script>`;
    return page(
      'Course',
      `${this.keepsThings ? keep : ''}<iframe src="${escaped(begin)}" width="1000" height="800"></iframe>`,
    );
  }

  private begin(query: URLSearchParams): string {
    if (this.tool === undefined) return page('Course', 'Connect OpenRounds first.');
    const { initiate_login_uri: login, redirect_uris: redirects } = this.tool;
    const below = (redirects[0] ?? '').replace(/launch$/, 'r/');
    const target = query.has('choose') ? CHOICE : `${below}${query.get('id') ?? ''}`;
    return sending(login, {
      ...{ iss: this.issuer, client_id: this.clientId, lti_deployment_id: this.deploymentId },
      ...{
        login_hint: query.get('as') ?? 'student',
        target_link_uri: target === CHOICE ? (redirects[0] ?? '') : target,
      },
      lti_message_hint: target,
      ...(this.keepsThings && !query.has('window') ? { lti_storage_target: '_parent' } : {}),
    });
  }

  private async authorize(query: URLSearchParams): Promise<string> {
    const of = (name: string): string => query.get(name) ?? '';
    const role = of('login_hint') === 'teacher' ? 'Instructor' : 'Learner';
    const claims = this.claims(
      { nonce: of('nonce') },
      {
        [`${LTI_CLAIM}target_link_uri`]: of('lti_message_hint'),
        [`${LTI_CLAIM}roles`]: [`${MEMBERSHIP}#${role}`],
        sub: `${of('login_hint')}-1`,
        ...(of('lti_message_hint') === CHOICE ? this.choices.claims() : {}),
      },
    );
    return sending(of('redirect_uri'), { id_token: await this.sign(claims), state: of('state') });
  }

  /** Where the tool's answer to a choice arrives. */
  private async chosen(jwt: string): Promise<string> {
    try {
      const keys = createRemoteJWKSet(new URL(this.tool?.jwks_uri ?? ''));
      this.links = await this.choices.take(jwt, keys);
      return page('Chosen', `<h1>Chosen</h1><ul>${this.links.map(linkShown).join('')}</ul>`);
    } catch (error) {
      return page('Not chosen', `<h1>Refused</h1><p>${escaped(String(error))}</p>`);
    }
  }
}
