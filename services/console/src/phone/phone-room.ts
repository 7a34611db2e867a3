import { RoomConnection, type StreamListener } from '../room/connection';
import { withTally } from '../room/frames';
import type { RoomEvents } from '../room/open-stream';
import type {
  Comment,
  CommentList,
  Consent,
  ConsentInput,
  RoomAnswer,
  RoomState,
  SubmissionInput,
} from '../room/types';
import {
  type Draft,
  draftKey,
  forgetRoom,
  isLaunched,
  keepHeard,
  keepNames,
  keepRoom,
  type Memory,
  recallHeard,
  recallNames,
  recallRoom,
  type Store,
} from './memory';
import { commit, nextToSend, received, refused } from './outbox';
import { type PhoneApi, PhoneError } from './phone-api';
import { hasOtherPen, isWriter } from './own-team';
import { firstState, type PhoneState, type Refusal, withFrame } from './phone-state';
import { type Delivery, Postman } from './postman';

/** What the phone fetches besides the frame. */
type Errand = 'mine' | 'names' | `stage ${number}`;

export interface PhoneParts {
  readonly code: string;
  apiFor(language: string): PhoneApi;
  /** @param bearer of a seat that set no cookie; null where the cookie opens the stream */
  listen(
    path: string,
    bearer: string | null,
    listener: StreamListener,
    events: RoomEvents<RoomState>,
  ): (() => void) | null;
  readonly store: Store;
  /** At least 0, below 1. */
  random(): number;
  /** Milliseconds of this phone's clock. */
  now(): number;
  /** Takes the page itself off this phone; never rejects. */
  dropPage(): Promise<void>;
}

/** A reveal reaches all phones at once; what each then asks for itself is spread over this time. */
const SPREAD_MS = 1_500;
/** The same for what a team has answered: answers of other teams come all the time. */
const TEAM_WITHIN_MS = 8_000;

const REFUSALS: Readonly<Record<string, Refusal>> = {
  'room-locked': 'locked',
  'room-full': 'full',
  'room-ended': 'ended',
  'not-found': 'no-room',
};

/** One phone in one room: what it knows, what it has written, and how both stay in step with the room. */
export class PhoneRoom {
  private state: PhoneState;
  private api: PhoneApi;
  private readonly listeners = new Set<() => void>();
  private readonly errands = new Set<Errand>();
  /** What was on its way when one was forgotten is not kept. */
  private forgotten = false;
  private teamAsked: ReturnType<typeof setTimeout> | null = null;
  private readonly connection: RoomConnection;
  private readonly post: Postman<SubmissionInput>;
  private readonly runner: Postman<Errand>;

  constructor(
    private readonly parts: PhoneParts,
    private language: string,
  ) {
    const { store, code, random } = parts;
    this.api = parts.apiFor(language);
    this.state = firstState(
      code,
      recallRoom(store, code),
      recallNames(store, language),
      recallHeard(store, code, language),
    );
    this.connection = new RoomConnection({
      look: () => this.look(),
      listen: (listener) => {
        const { seat } = this.state.memory;
        if (seat === null) return null;
        const bearer = isLaunched(seat) ? seat.token : null;
        return parts.listen(this.api.eventsPath, bearer, listener, this.events);
      },
      onLink: (link) => {
        this.set({ link });
        if (link === 'live' || link === 'polling') this.post.call();
      },
      random,
    });
    this.post = new Postman({
      next: () => (this.token === null ? null : nextToSend(this.state.memory.outbox)),
      deliver: (submission) => this.send(submission),
      random,
    });
    this.runner = new Postman<Errand>({
      next: () => (this.token === null ? null : ([...this.errands][0] ?? null)),
      deliver: (errand) => this.run(errand),
      random,
    });
  }

  readonly snapshot = (): PhoneState => this.state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  start(): void {
    this.connection.start();
    this.post.start();
    this.runner.start();
    if (this.token !== null) this.fetchAll();
  }

  stop(): void {
    this.connection.stop();
    this.post.retire();
    this.runner.retire();
  }

  /** The network is back, or somebody looks at the page again. */
  wake(): void {
    this.connection.wake();
    this.post.call();
    this.runner.call();
  }

  /** Texts and names in another language. */
  speak(language: string): void {
    if (language === this.language) return;
    this.language = language;
    this.api = this.parts.apiFor(language);
    this.set({ stages: {}, names: recallNames(this.parts.store, language) });
    this.connection.start();
    if (this.token !== null) this.fetchAll();
  }

  /** What the account has decided before. @throws PhoneError where no answer came */
  decided(): Promise<readonly Consent[]> {
    return this.api.decided();
  }

  /** Takes a seat; a join that was not answered is repeated by the same key, and so is the same participant. */
  async join(
    name: string,
    resumeCode: string,
    consents: readonly ConsentInput[] | null = null,
  ): Promise<void> {
    this.set({ joining: true, refusal: null });
    try {
      const {
        number,
        token,
        resumeCode: own,
        room,
      } = await this.api.join(this.state.memory.joinKey, name, resumeCode, consents);
      this.remember({ seat: { number, token, resumeCode: own } });
      this.takeFrame(room);
      this.connection.start();
      this.fetchAll();
    } catch (error) {
      this.set({ refusal: refusalOf(error, resumeCode), ...(isAway(error) && { link: 'lost' as const }) });
    } finally {
      this.set({ joining: false });
    }
  }

  /** Somebody was in the room that has ended, and may look at it again: by the key of this phone, or by a code. */
  comeBack(): void {
    this.set({ refusal: null });
  }

  /** Asks first whether one means it; or leaves it. */
  thinkOfForgetting(thinks: boolean): void {
    this.set({ forgetting: thinks ? 'thinking' : 'no' });
  }

  /** Has the room erase all that is kept of oneself, then this phone. Nothing goes from here before it is gone there. */
  async forget(): Promise<void> {
    const { token } = this;
    if (token === null) return;
    this.set({ forgetting: 'asked' });
    try {
      await this.api.forget(token);
    } catch (error) {
      if (!isGone(error)) {
        this.set({ forgetting: 'unanswered' });
        return;
      }
    }
    this.forgotten = true;
    this.stop();
    const { store, code } = this.parts;
    forgetRoom(store, code);
    await this.parts.dropPage();
    this.set({ ...firstState(code, recallRoom(store, code), [], null), forgetting: 'done' });
  }

  /** Keeps what is being written, so that nothing is lost with the page. */
  draft(round: { id: string; attempt: number }, draft: Draft): void {
    this.remember({ drafts: { ...this.state.memory.drafts, [draftKey(round)]: draft } });
  }

  /** Commits an answer: first to this phone, then to the room. */
  commit(round: { id: string; attempt: number }, answer: RoomAnswer): void {
    const { memory, mine, ahead } = this.state;
    const own = mine?.rounds.find(
      ({ roundId, attempt }) => roundId === round.id && attempt === round.attempt,
    )?.own;
    const outbox = commit(memory.outbox, {
      roundId: round.id,
      attempt: round.attempt,
      answer,
      committedAt: new Date(this.parts.now() + ahead).toISOString(),
      knownRevision: own?.revision ?? 0,
    });
    this.remember({ outbox });
    this.post.call();
  }

  /** Joins the team of a number. @throws PhoneError */
  async chooseTeam(team: number): Promise<void> {
    await this.api.chooseTeam(this.token ?? '', team);
    this.want('mine');
  }

  /** Lets another member write for the team. @throws PhoneError */
  async handOnPen(number: number): Promise<void> {
    await this.api.handOnPen(this.token ?? '', number);
    this.want('mine');
  }

  /** What was said about the case, the newest first. @throws PhoneError */
  comments(cursor: string | null): Promise<CommentList> {
    return this.api.comments(this.token ?? '', cursor);
  }

  /** Says something; sent again under the same key it is said once. @throws PhoneError */
  say(text: string, key: string): Promise<Comment> {
    return this.api.say(this.token ?? '', text, key);
  }

  /** One's own time is over by this phone's reckoning: the teacher may have given more. */
  askForTime(): void {
    this.want('mine');
  }

  /** Somebody has answered, maybe for this phone's team: asked for once, with whatever else comes meanwhile. */
  private askForTeam(): void {
    this.teamAsked ??= setTimeout(() => {
      this.teamAsked = null;
      this.want('mine');
    }, this.parts.random() * TEAM_WITHIN_MS);
  }

  private get token(): string | null {
    return this.state.memory.seat?.token ?? null;
  }

  private readonly events: RoomEvents<RoomState> = {
    onFrame: (frame) => {
      this.takeFrame(frame);
    },
    onTally: (tally) => {
      const { frame } = this.state;
      if (frame === null) return;
      this.set({ frame: withTally(frame, tally) });
      if (!isWriter(this.state)) this.askForTeam();
    },
  };

  private async look(): Promise<void> {
    try {
      if (this.token === null) {
        const door = await this.api.door();
        this.set({ door, ...(door.state === 'ended' && { refusal: 'ended' as const }) });
        if (door.state === 'ended') this.connection.stop();
        return;
      }
      const room = await this.api.frame(this.token);
      if ('roomId' in room) this.takeFrame(room);
      else this.leave();
    } catch (error) {
      if (!(error instanceof PhoneError) || error.passes) throw error;
      this.bow(error);
    }
  }

  /** An answer that will not change by asking again. */
  private bow(error: PhoneError): void {
    if (error.status === 401) this.remember({ seat: null });
    else if (error.status === 403) this.leave();
    else {
      this.remember({ seat: null });
      this.set({ refusal: refusalOf(error, '') });
      this.connection.stop();
    }
  }

  private leave(): void {
    this.set({ removed: true });
    this.stop();
  }

  private takeFrame(arrived: RoomState): void {
    const { state, changed } = withFrame(this.state, arrived, this.parts.now());
    const isFirst = this.state.frame === null;
    this.set(state);
    if (changed) this.hear({});
    for (const stage of this.missingStages()) this.want(stage);
    if (changed && !isFirst) {
      setTimeout(() => {
        this.want('mine');
      }, this.parts.random() * SPREAD_MS);
    }
    if (hasOtherPen(this.state)) this.want('mine');
    if (state.frame?.state === 'ended') this.connection.stop();
  }

  private fetchAll(): void {
    for (const errand of ['mine', ...this.missingStages(), 'names'] as const) this.errands.add(errand);
    this.runner.call();
  }

  /** Who comes late reads the case from its beginning; the newest stage first. */
  private missingStages(): Errand[] {
    const { frame, stages } = this.state;
    const numbers = Array.from({ length: frame?.stage?.no ?? 0 }, (_, at) => at + 1).reverse();
    return numbers.filter((no) => stages[no] === undefined).map((no) => `stage ${no}` as const);
  }

  private want(errand: Errand): void {
    this.errands.add(errand);
    this.runner.call();
  }

  private async run(errand: Errand): Promise<Delivery> {
    const token = this.token;
    if (token === null) return 'again';
    try {
      await this.fetch(errand, token);
    } catch (error) {
      if (isAway(error)) return 'again';
    }
    this.errands.delete(errand);
    return 'done';
  }

  private async fetch(errand: Errand, token: string): Promise<void> {
    const { api } = this;
    if (errand === 'mine') {
      this.hear({ mine: await api.mine(token) });
    } else if (errand === 'names') {
      const names = await api.names(token);
      keepNames(this.parts.store, api.language, names);
      if (api === this.api) this.set({ names });
    } else {
      const stage = await api.stage(token, Number(errand.slice('stage '.length)));
      if (api === this.api) this.hear({ stages: { ...this.state.stages, [stage.no]: stage } });
    }
  }

  private async send(submission: SubmissionInput): Promise<Delivery> {
    const token = this.token;
    if (token === null) return 'again';
    try {
      const receipt = await this.api.submit(token, submission);
      this.remember({ outbox: received(this.state.memory.outbox, receipt) });
      return 'done';
    } catch (error) {
      if (!(error instanceof PhoneError) || error.passes) return 'again';
      this.remember({ outbox: refused(this.state.memory.outbox, submission, error.code ?? 'refused') });
      // Whatever the room has in its place is shown instead.
      this.want('mine');
      this.connection.wake();
      return 'done';
    }
  }

  /** Something of the room is new, and worth keeping. */
  private hear(change: Partial<PhoneState>): void {
    this.set(change);
    const { frame, mine, stages, ahead } = this.state;
    if (frame !== null && !this.forgotten)
      keepHeard(this.parts.store, this.parts.code, this.language, { frame, mine, stages, ahead });
  }

  private remember(change: Partial<Memory>): void {
    if (this.forgotten) return;
    const memory = { ...this.state.memory, ...change };
    this.set({ memory, keptHere: keepRoom(this.parts.store, this.parts.code, memory) });
  }

  private set(change: Partial<PhoneState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

const isAway = (error: unknown): boolean => !(error instanceof PhoneError) || error.passes;

/** Whether the room has nothing to erase: it is not there any more, or its people are not. */
const isGone = (error: unknown): boolean =>
  error instanceof PhoneError && (error.status === 404 || error.status === 410);

function refusalOf(error: unknown, resumeCode: string): Refusal | null {
  if (!(error instanceof PhoneError) || error.passes) return null;
  if (resumeCode !== '' && (error.code === 'not-found' || error.code === 'invalid-request'))
    return 'resume-code';
  return REFUSALS[error.code ?? ''] ?? (error.status === 401 || error.status === 403 ? 'account' : 'no-room');
}
