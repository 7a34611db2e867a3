import { type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as after } from 'node:timers/promises';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';

const AGS = 'https://purl.imsglobal.org/spec/lti-ags/scope/';
export const GRADE_SCOPES = {
  lineItem: `${AGS}lineitem`,
  result: `${AGS}result.readonly`,
  score: `${AGS}score`,
} as const;
/** Of the names of a course (NRPS 2.0). */
export const ROSTER_SCOPE = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly';
const ROSTER = 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json';
const ROSTER_PAGE = 2;
const LINE_ITEM = 'application/vnd.ims.lis.v2.lineitem+json';
const LINE_ITEMS = 'application/vnd.ims.lis.v2.lineitemcontainer+json';
const SCORE = 'application/vnd.ims.lis.v1.score+json';
const RESULTS = 'application/vnd.ims.lis.v2.resultcontainer+json';
/** Stands in each of its addresses, as in Moodle's: whoever drops it finds nothing. */
const QUERY = 'type_id=3';

interface WrongAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly text?: string;
}

/** What goes wrong with the next score: an answer in place of the right one, or the score is kept and little or nothing is said. */
export type ScoreFault = { readonly delayMs: number } | WrongAnswer | 'stored-but-no-answer' | 'no-answer';

/** Somebody in the course. */
export interface CoursePerson {
  readonly name: string;
  readonly role: 'Learner' | 'Instructor';
}

interface Column {
  readonly label: string;
  readonly maximum: number;
  readonly resourceId: string | null;
  readonly resourceLinkId: string | null;
}

/** A score as it was kept; whoever is sent to twice shows two. */
export interface KeptScore {
  readonly column: string;
  readonly userId: string;
  readonly points: number;
  readonly maximum: number;
  readonly timestamp: string;
}

/** A score that was brought, and what was answered. */
export interface PostedScore {
  readonly at: Date;
  readonly column: string;
  readonly userId: string;
  readonly answer: string;
}

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

type Answer = readonly [
  status: number,
  body: unknown,
  headers?: Readonly<Record<string, string>> | undefined,
  delayMs?: number,
];

const TOKEN_PATH = '/grades/token';
const ITEMS_PATH = '/grades/items';
const ROSTER_PATH = '/grades/roster';

/**
 * The token endpoint and gradebook (AGS 2.0) of a learning platform, strict about what is asked of it. It answers whatever a
 * server gives it, below `/grades/`.
 */
export class GradeBook {
  readonly people = new Map<string, CoursePerson>();
  readonly columns = new Map<string, Column>();
  /** Columns that somebody deleted, and may put back. */
  readonly deleted = new Map<string, Column>();
  readonly kept: KeptScore[] = [];
  readonly posts: PostedScore[] = [];
  /** Paths with their queries, in order. */
  readonly asked: string[] = [];
  /** How many requests with a token were under way at the same time, at most. */
  mostAtOnce = 0;
  /** What the token endpoint wants to be called; null: its own address. */
  audience: string | null = null;

  /** Scopes that it grants to nobody. */
  readonly refusedScopes = new Set<string>();
  /** What it says is the next page of its roster; null: what is. */
  nextRosterPage: string | null = null;

  private readonly rosterFaults: WrongAnswer[] = [];
  private readonly faults: ScoreFault[] = [];
  private readonly tokens = new Map<string, string>();
  private underWay = 0;
  private made = 0;

  /**
   * @param origin where its server is
   * @param client what it calls us, and the keys that we publish
   * @param now its clock
   */
  constructor(
    private readonly origin: () => string,
    private readonly client: { readonly id: string; readonly keys: () => Promise<JSONWebKeySet> },
    private readonly now: () => Date = () => new Date(),
  ) {}

  get tokenUrl(): string {
    return `${this.origin()}${TOKEN_PATH}`;
  }

  get itemsUrl(): string {
    return `${this.origin()}${ITEMS_PATH}?${QUERY}`;
  }

  get rosterUrl(): string {
    return `${this.origin()}${ROSTER_PATH}?${QUERY}`;
  }

  columnUrl(column: string): string {
    return `${this.origin()}${ITEMS_PATH}/${column}/lineitem?${QUERY}`;
  }

  /** Makes a column. @returns its name */
  addColumn(changed: Partial<Column> = {}): string {
    this.made += 1;
    const column = `c${String(this.made)}`;
    this.columns.set(column, {
      ...{ label: 'Case', maximum: 100, resourceId: null, resourceLinkId: null },
      ...changed,
    });
    return column;
  }

  deleteColumn(name: string): void {
    move(name, this.columns, this.deleted);
  }

  restoreColumn(name: string): void {
    move(name, this.deleted, this.columns);
  }

  /** What becomes of the next scores, one for each. */
  fail(...faults: readonly ScoreFault[]): void {
    this.faults.push(...faults);
  }

  /** What will go wrong with the next scores. */
  get coming(): readonly ScoreFault[] {
    return this.faults;
  }

  /** From now on everything is as it should be. */
  putRight(): void {
    this.faults.length = 0;
    for (const name of [...this.deleted.keys()]) this.restoreColumn(name);
  }

  /** The score that each person has in each column, and how often one was kept there. */
  scores(): (KeptScore & { readonly times: number })[] {
    const last = new Map<string, KeptScore & { readonly times: number }>();
    for (const kept of this.kept) {
      const key = `${kept.column} ${kept.userId}`;
      last.set(key, { ...kept, times: (last.get(key)?.times ?? 0) + 1 });
    }
    return [...last.values()];
  }

  /** What becomes of the next page of the roster. */
  failRoster(fault: WrongAnswer): void {
    this.rosterFaults.push(fault);
  }

  /** No token that was given out is good any more. */
  forgetTokens(): void {
    this.tokens.clear();
  }

  /** @returns whether the request was one for it */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const url = new URL(request.url ?? '/', this.origin());
    if (!url.pathname.startsWith('/grades/')) return false;
    const { method = 'GET', headers } = request;
    const asked = { method, url, path: url.pathname, headers, body: await text(request) };
    this.asked.push(`${method} ${url.pathname}${url.search}`);
    if (asked.path === TOKEN_PATH) {
      send(response, await this.token(asked));
      return true;
    }
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.underWay);
    const answered = this.service(asked);
    // One that comes at the same time is seen; whoever waits no longer is not under way any more.
    const [, , , delayMs = 0] = answered === 'no-answer' ? [] : answered;
    const given = new Promise((resolve) => response.once('close', resolve));
    await Promise.race([after(delayMs, undefined, { ref: false }), given]);
    this.underWay -= 1;
    if (answered === 'no-answer') request.socket.destroy();
    else send(response, answered);
    return true;
  }

  private async token({ method, headers, body }: Asked): Promise<Answer> {
    if (method !== 'POST' || headers['content-type'] !== 'application/x-www-form-urlencoded')
      return [400, { error: 'invalid_request' }];
    const form = new URLSearchParams(body);
    const scope = form.get('scope') ?? '';
    const known = [...Object.values<string>(GRADE_SCOPES), ROSTER_SCOPE];
    const grants = (each: string): boolean => known.includes(each) && !this.refusedScopes.has(each);
    if (!scope.split(' ').every(grants)) return [400, { error: 'invalid_scope' }];
    const [audience, { id }] = [this.audience ?? this.tokenUrl, this.client];
    const checked = { issuer: id, subject: id, audience, maxTokenAge: '5 min', currentDate: this.now() };
    try {
      await jwtVerify(
        form.get('client_assertion') ?? '',
        createLocalJWKSet(await this.client.keys()),
        checked,
      );
    } catch {
      return [401, { error: 'invalid_client' }];
    }
    this.made += 1;
    const token = `token-${String(this.made)}`;
    this.tokens.set(token, scope);
    return [200, { access_token: token, token_type: 'Bearer', expires_in: 3_600, scope }];
  }

  private service(asked: Asked): Answer | 'no-answer' {
    const { headers, url, path } = asked;
    if (headers['user-agent'] === undefined) return [403, { error: 'who asks is not said' }];
    const scope = this.tokens.get(/^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '');
    if (scope === undefined) return [401, { error: 'invalid_token' }];
    if (!url.search.includes(QUERY)) return [404, { error: 'the query is missing' }];
    if (path === ITEMS_PATH) return this.items(asked, scope);
    if (path === ROSTER_PATH) return this.roster(asked, scope);
    const [, name = '', part = ''] = /^\/grades\/items\/(\w+)\/lineitem(?:\/(\w+))?$/.exec(path) ?? [];
    const column = this.columns.get(name);
    if (column === undefined) return [404, { error: 'no such column' }];
    if (part === 'scores') return this.score(asked, scope, name);
    if (part === 'results') return this.results(asked, scope, name);
    return scope === GRADE_SCOPES.lineItem
      ? [200, this.shown(name, column), { 'content-type': LINE_ITEM }]
      : DENIED;
  }

  /** People, two to a page. */
  private roster({ url, headers }: Asked, scope: string): Answer {
    if (scope !== ROSTER_SCOPE) return DENIED;
    if (headers.accept !== ROSTER) return WRONG_TYPE;
    const fault = this.rosterFaults.shift();
    if (fault !== undefined) return [fault.status, fault.text ?? { error: 'on purpose' }, fault.headers];
    const from = Number(url.searchParams.get('from') ?? 0);
    const all = [...this.people];
    const members = all.slice(from, from + ROSTER_PAGE).map(([userId, { name, role }]) => ({
      ...{ user_id: userId, name, email: `${userId}@lms.example`, status: 'Active' },
      roles: [`http://purl.imsglobal.org/vocab/lis/v2/membership#${role}`],
    }));
    const next = this.nextRosterPage ?? `${this.rosterUrl}&from=${String(from + ROSTER_PAGE)}`;
    const link: Record<string, string> =
      from + ROSTER_PAGE < all.length ? { link: `<${next}>; rel="next"` } : {};
    return [200, { id: this.rosterUrl, members }, { 'content-type': ROSTER, ...link }];
  }

  private items({ method, url, headers, body }: Asked, scope: string): Answer {
    if (scope !== GRADE_SCOPES.lineItem) return DENIED;
    if (method === 'POST') {
      if (headers['content-type'] !== LINE_ITEM) return WRONG_TYPE;
      const {
        label,
        scoreMaximum,
        resourceId = null,
        resourceLinkId = null,
      } = JSON.parse(body) as {
        label: string;
        scoreMaximum: number;
        resourceId?: string;
        resourceLinkId?: string;
      };
      const name = this.addColumn({ label, maximum: scoreMaximum, resourceId, resourceLinkId });
      const made = this.columns.get(name);
      return [201, made === undefined ? null : this.shown(name, made), { 'content-type': LINE_ITEM }];
    }
    if (headers.accept !== LINE_ITEMS) return WRONG_TYPE;
    const wanted = (name: string, value: string | null) =>
      url.searchParams.get(name) === null || url.searchParams.get(name) === value;
    const found = [...this.columns].filter(
      ([, { resourceId, resourceLinkId }]) =>
        wanted('resource_id', resourceId) && wanted('resource_link_id', resourceLinkId),
    );
    return [200, found.map(([name, column]) => this.shown(name, column)), { 'content-type': LINE_ITEMS }];
  }

  private score({ method, headers, body }: Asked, scope: string, column: string): Answer | 'no-answer' {
    if (method !== 'POST') return [405, null];
    if (scope !== GRADE_SCOPES.score) return DENIED;
    if (headers['content-type'] !== SCORE) return WRONG_TYPE;
    const sent = JSON.parse(body) as Record<string, string | number>;
    const [userId, timestamp] = [String(sent['userId']), String(sent['timestamp'])];
    const [points, maximum] = [Number(sent['scoreGiven']), Number(sent['scoreMaximum'])];
    const reply = this.keep({ column, userId, points, maximum, timestamp });
    const answer = reply === 'no-answer' ? reply : String(reply[0]);
    this.posts.push({ at: this.now(), column, userId, answer });
    return reply;
  }

  private keep(score: KeptScore): Answer | 'no-answer' {
    const { column, userId, timestamp } = score;
    const fault = this.faults.shift();
    if (fault === 'no-answer') return fault;
    if (typeof fault === 'object' && 'status' in fault)
      return [fault.status, fault.text ?? { error: 'on purpose' }, fault.headers];
    const person = this.people.get(userId);
    if (person === undefined) return [404, { error: 'nobody of this id' }];
    if (person.role !== 'Learner') return [403, { error: 'has no grade' }];
    const before = this.kept.findLast((each) => each.column === column && each.userId === userId);
    if (before !== undefined && before.timestamp >= timestamp) return [409, { error: 'not newer' }];
    this.kept.push(score);
    if (fault === 'stored-but-no-answer') return 'no-answer';
    return [204, null, undefined, fault?.delayMs ?? 0];
  }

  private results({ url, headers }: Asked, scope: string, column: string): Answer {
    if (scope !== GRADE_SCOPES.result) return DENIED;
    if (headers.accept !== RESULTS) return WRONG_TYPE;
    const userId = url.searchParams.get('user_id');
    const held = this.kept.findLast((each) => each.column === column && each.userId === userId);
    const own = this.columns.get(column)?.maximum ?? 100;
    const body =
      held === undefined
        ? []
        : [{ userId, resultScore: (held.points / held.maximum) * own, resultMaximum: own }];
    return [200, body, { 'content-type': RESULTS }];
  }

  private shown(name: string, { label, maximum, resourceId, resourceLinkId }: Column): object {
    return { id: this.columnUrl(name), label, scoreMaximum: maximum, resourceId, resourceLinkId };
  }
}

function move(name: string, from: Map<string, Column>, to: Map<string, Column>): void {
  const column = from.get(name);
  if (column !== undefined && from.delete(name)) to.set(name, column);
}

const DENIED: Answer = [403, { error: 'not in the scope of this token' }];
const WRONG_TYPE: Answer = [415, { error: 'media type' }];

function send(response: ServerResponse, [status, body, headers]: Answer): void {
  const isText = typeof body === 'string';
  response.writeHead(status, { 'content-type': isText ? 'text/plain' : 'application/json', ...headers });
  response.end(body === null ? '' : isText ? body : JSON.stringify(body));
}
