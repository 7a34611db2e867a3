import {
  type CodedTeacherRoomState,
  type Language,
  type RoomFrame as SealedFrame,
  type RoomState,
  type TeacherRoomState,
  type ToldRoomFrame,
} from '@openrounds/contracts';
import { type Clock } from '@openrounds/platform';
import { presentRoomState, presentTeacherRoomState, type Names } from '@openrounds/presentation';

/** For whom a frame is made: it belongs to everybody who looks in the same way. */
export type RoomView = 'participant' | 'teacher';

/** A server-sent event as it goes over the wire. */
export type EventText = Buffer;

/** How old the time in a frame may be that is sent: phones show what is left of it in seconds. */
const FRESH_MS = 100;

interface Written {
  readonly at: number;
  readonly text: EventText;
}

/** The newest state of a room. It is put into words and written once for each view and language, whoever many look. */
export class RoomFrame {
  private readonly written = new Map<string, Written>();
  private readonly told = new Map<string, RoomState | TeacherRoomState>();
  private readonly keys = new Map<RoomView, string>();
  private readonly removed: ReadonlySet<number>;
  private readonly since: number;

  constructor(
    private readonly head: Omit<SealedFrame, 'sealed'>,
    private readonly coded: ToldRoomFrame,
    private readonly namesIn: (language: Language) => Names,
    private readonly clock: Clock,
  ) {
    this.removed = new Set(head.removed);
    this.since = clock.now().getTime();
  }

  get seq(): number {
    return this.head.seq;
  }

  get hasEnded(): boolean {
    return this.head.state === 'ended';
  }

  isRemoved(number: number): boolean {
    return this.removed.has(number);
  }

  state(view: 'participant', language: Language): RoomState;
  state(view: 'teacher', language: Language): TeacherRoomState;
  state(view: RoomView, language: Language): RoomState | TeacherRoomState;
  state(view: RoomView, language: Language): RoomState | TeacherRoomState {
    const place = `${view} ${language}`;
    const known = this.told.get(place) ?? this.present(view, language);
    this.told.set(place, known);
    return { ...known, serverNow: this.serverNow() };
  }

  /** The whole state as an event. */
  room(view: RoomView, language: Language): EventText {
    const now = this.clock.now().getTime();
    const place = `${view} ${language}`;
    const known = this.written.get(place);
    if (known !== undefined && now - known.at < FRESH_MS) return known.text;
    const text = this.event('room', this.state(view, language));
    this.written.set(place, { at: now, text });
    return text;
  }

  /** How many have answered, where nothing else has changed since the event before. */
  tally(): EventText {
    const { round, answered } = this.coded.participant;
    return this.event('tally', {
      roundId: round?.id ?? null,
      attempt: round?.attempt ?? null,
      answered: answered.count,
      of: answered.of,
    });
  }

  ended(): EventText {
    return this.event('ended', { roomId: this.head.roomId, seq: this.head.seq });
  }

  /** The same for frames that differ in nothing but counts and time. */
  keyOf(view: RoomView): string {
    const known = this.keys.get(view) ?? JSON.stringify(withoutCounts(this.coded[view]));
    this.keys.set(view, known);
    return known;
  }

  /** The counts that a tally tells. */
  get counts(): string {
    const { count, of } = this.coded.participant.answered;
    return `${String(count)}/${String(of)}`;
  }

  private present(view: RoomView, language: Language): RoomState | TeacherRoomState {
    const names = this.namesIn(language);
    return view === 'teacher'
      ? presentTeacherRoomState(this.coded.teacher, names)
      : presentRoomState(this.coded.participant, names);
  }

  /** The clock of whoever made the frame, moved on by the time since. */
  private serverNow(): string {
    const told = new Date(this.coded.participant.serverNow).getTime();
    return new Date(told + this.clock.now().getTime() - this.since).toISOString();
  }

  private event(type: 'room' | 'tally' | 'ended', data: unknown): EventText {
    return Buffer.from(`id: ${String(this.seq)}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
  }
}

/** Without a round nobody is told of counts alone: then they are part of the state. */
function withoutCounts(state: ToldRoomFrame['participant'] & { control?: CodedTeacherRoomState['control'] }) {
  const { serverNow: _time, seq: _seq, answered, participants, control, ...rest } = state;
  return {
    ...rest,
    ...(state.round === null ? { answered, participants } : {}),
    control: control && {
      ...control,
      rounds: control.rounds.map(({ answered: _answered, late: _late, ...round }) => round),
    },
  };
}
