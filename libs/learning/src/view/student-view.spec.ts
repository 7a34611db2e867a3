import { tries } from '@openrounds/testing';
import fc from 'fast-check';
import { anyLecture, Lecture, lobby, played, STAGES } from '../../test/rooms';
import { type Layer, openRound, type Room } from '../room/room';
import { type OwnContent, type RoomContent } from './room-content';
import { publicView, studentView } from './student-view';
import { type StudentView } from './view';

const ROUND_IDS = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6'];

/** The second round is a vote with a key of its own; the others go by the teacher's list of their stage. */
const keyOf = (id: string): string | null => (id === 'r2' ? `round-key-${id}.` : null);

/** A room in which every part is a word of its own, so that one can look for it. */
const CONTENT: RoomContent = {
  stages: Array.from({ length: STAGES }, (_, at) => ({
    title: { en: `title-${at + 1}.` },
    text: `text-${at + 1}.`,
    engine: `engine-${at + 1}.`,
    teacherList: `stage-key-${at + 1}.`,
  })),
  diagnosis: 'the-diagnosis.',
  rounds: new Map(ROUND_IDS.map((id) => [id, { answered: 7, classResult: `class-${id}.`, key: keyOf(id) }])),
};
const OWN: OwnContent = {
  number: 2,
  answers: new Map(ROUND_IDS.map((id) => [id, `own-answer-${id}.`])),
  scores: new Map(ROUND_IDS.map((id) => [id, `own-score-${id}.`])),
  prompts: ['own-prompt.'],
};
const HIDDEN = /engine-\d|stage-key-\d|round-key-r\d|the-diagnosis|class-r\d|own-score|own-prompt/;

function words(room: Room, who: OwnContent | null = OWN): string {
  return JSON.stringify(studentView(room, CONTENT, who));
}

function viewOf(room: Room, who: OwnContent | null = OWN): StudentView<RoomShapes> {
  const view = studentView(room, CONTENT, who);
  if (!('rounds' in view)) throw new Error('this one was removed');
  return view;
}
type RoomShapes = Parameters<typeof studentView>[1] extends RoomContent<infer S> ? S : never;

const shown = (layers: Layer[]): Lecture =>
  new Lecture()
    .does({ type: 'open', roundId: 'r1' })
    .does({ type: 'close', roundId: 'r1' })
    .does({ type: 'reveal', roundId: 'r1', layers, confirm: true });

describe('the table of what a student can read', () => {
  it('lobby: nothing of the case', () => {
    const view = viewOf(lobby());
    expect(view).toMatchObject({ state: 'lobby', participants: 3, stages: [], rounds: [], current: null });
    expect(JSON.stringify(view)).not.toMatch(/text-|title-|own-|engine-/);
  });

  it('round open: text up to the stage, own answers and counts, and nothing that is hidden', () => {
    const { room } = new Lecture().does({ type: 'open', roundId: 'r3' });
    const view = viewOf(room);
    expect(view.stages.map(({ text }) => text)).toEqual(['text-1.', 'text-2.']);
    expect(view.rounds).toMatchObject([
      { id: 'r3', answered: 7, ownAnswer: 'own-answer-r3.', classResult: null },
    ]);
    expect(view.current).toBe('r3');
    expect(view.withheld).toBeUndefined();
    expect(words(room)).not.toMatch(HIDDEN);
  });

  it('closed: as before', () => {
    const { room } = new Lecture()
      .does({ type: 'open', roundId: 'r1' })
      .does({ type: 'close', roundId: 'r1' });
    expect(words(room)).not.toMatch(HIDDEN);
    expect(words(room)).toContain('own-answer-r1.');
  });

  it.each<[Layer, string[]]>([
    ['class', ['class-r1.']],
    ['engine', ['engine-1.']],
    ['stage-key', ['stage-key-1.']],
    ['diagnosis', ['the-diagnosis.', 'own-score-r1.', 'own-prompt.']],
  ])('layer %s revealed: that layer and no other', (layer, expected) => {
    const text = words(shown([layer]).room);
    const found = [
      ...text.matchAll(/(?:engine|stage-key|class|own-score)-r?\d\.|the-diagnosis\.|own-prompt\./g),
    ];
    expect([...new Set(found.map(([word]) => word))].sort()).toEqual([...expected].sort());
  });

  it('the key of a vote is shown with it, and not the list of its stage; the diagnosis shows it too', () => {
    const voted = (...layers: Layer[]): Lecture =>
      new Lecture()
        .does({ type: 'open', roundId: 'r2' })
        .does({ type: 'close', roundId: 'r2' })
        .does({ type: 'reveal', roundId: 'r2', layers, confirm: true });
    expect(words(voted('class').room)).not.toContain('round-key-r2.');
    expect(words(voted('stage-key').room)).toContain('round-key-r2.');
    expect(words(voted('stage-key').room)).not.toContain('stage-key-1.');
    expect(words(voted('diagnosis').room)).toContain('round-key-r2.');
    const again = voted('stage-key').does({ type: 'open', roundId: 'r3' });
    expect(words(again.room)).not.toContain('round-key-r2.');
  });

  it('the next round open: what was shown is withheld again, and comes back', () => {
    const lecture = shown(['class', 'engine', 'stage-key', 'diagnosis']).does({
      type: 'open',
      roundId: 'r3',
    });
    expect(words(lecture.room)).not.toMatch(HIDDEN);
    expect(viewOf(lecture.room).withheld).toBe('round-open');
    lecture.does({ type: 'close', roundId: 'r3' });
    expect(words(lecture.room)).toMatch(/engine-1\./);
    expect(words(lecture.room)).not.toMatch(/engine-2\.|own-score-r3\./);
  });

  it('room ended: what was revealed', () => {
    expect(words(shown(['engine']).does({ type: 'end' }).room)).toMatch(/engine-1\./);
    const unrevealed = new Lecture().does({ type: 'open', roundId: 'r1' }).does({ type: 'end' });
    expect(words(unrevealed.room)).not.toMatch(HIDDEN);
  });

  it('the frame of all phones holds nothing own', () => {
    const { room } = shown(['class', 'engine', 'stage-key', 'diagnosis']);
    expect(words(room, null)).not.toMatch(/own-(?!score"|answer")\w+-?\w*\./);
    expect(viewOf(room, null)).toMatchObject({
      prompts: null,
      rounds: [{ ownAnswer: null, ownScore: null }],
    });
  });

  it('a rehearsal: marked for everybody, before they come in too', () => {
    const rehearsal = { ...lobby(), rehearsal: { students: 40, numbers: [1] } };
    expect(publicView(rehearsal)).toMatchObject({ rehearsal: true });
    expect(viewOf(rehearsal)).toMatchObject({ rehearsal: true });
    expect(viewOf(lobby())).not.toHaveProperty('rehearsal');
  });

  it('removed: what anybody sees', () => {
    const { room } = shown(['engine']).does({ type: 'remove', number: 2 });
    expect(studentView(room, CONTENT, OWN)).toEqual(publicView(room));
    expect(publicView(room)).toEqual({ code: '482713', state: 'running', language: 'en', entry: 'open' });
  });
});

describe('studentView', () => {
  it('tells everybody the own deadline', () => {
    const { room } = new Lecture()
      .does({ type: 'open', roundId: 'r1' })
      .does({ type: 'extend', roundId: 'r1', seconds: 30, number: 2 });
    const [common, own] = [viewOf(room, null).rounds[0]?.closesAt, viewOf(room).rounds[0]?.closesAt];
    expect((own ?? 0) - (common ?? 0)).toBe(30_000);
  });

  it('keeps texts off the phones where the teacher wants eyes on the wall', () => {
    const { room } = new Lecture({ ...lobby(), textOnPhones: false }).does({ type: 'open', roundId: 'r1' });
    expect(viewOf(room).stages).toMatchObject([{ no: 1, title: { en: 'title-1.' }, text: null }]);
    expect(words(room)).not.toContain('text-1.');
  });

  it('shows of a task what is asked and not what is right', () => {
    const { room } = new Lecture().does({ type: 'open', roundId: 'r2' });
    const withVerdicts: Room = JSON.parse(
      JSON.stringify(room)
        .replaceAll('"id":"ct"', '"id":"ct","verdict":"best"')
        .replaceAll('"several"', '"planted":"x","ask":{"en":"What now?"},"several"'),
    ) as Room;
    expect(JSON.stringify(withVerdicts)).toContain('best');
    expect(viewOf(withVerdicts).rounds[0]?.task).toEqual({
      task: 'next-test',
      spec: {
        ask: { en: 'What now?' },
        options: [{ id: 'ct' }, { id: 'no-test-yet', text: { en: 'No test yet' } }],
        several: false,
      },
    });
  });

  it('has no current round once the next stage is shown', () => {
    const lecture = shown(['class']);
    expect(viewOf(lecture.room).current).toBe('r1');
    expect(viewOf(lecture.does({ type: 'stage', stageNo: 2 }).room).current).toBeNull();
  });

  it('shows exactly what was revealed and is not withheld, whatever was pressed', () => {
    fc.assert(
      fc.property(anyLecture, (presses) => {
        const revealed = new Set<string>();
        for (const { before, command, outcome } of played(presses)) {
          if (!outcome.ok) continue;
          const { room } = outcome;
          if (!before.handled.includes(command.id) && before.state !== 'ended') follow(revealed, command);
          const open = openRound(room) !== undefined;
          const expected = open ? [] : unique([...revealed, ...keysTold(revealed, room)]);
          const found = words(room, { ...OWN, number: 9 }).match(
            /(?:engine|stage-key)-\d|(?:class|round-key)-r\d|the-diagnosis/g,
          );
          expect([...new Set(found ?? [])].sort()).toEqual(expected.sort());
        }
      }),
      tries(500),
    );
  });

  it('shows nothing hidden while a round is open, whatever was pressed', () => {
    fc.assert(
      fc.property(anyLecture, (presses) => {
        for (const { outcome } of played(presses)) {
          if (!outcome.ok || openRound(outcome.room) === undefined) continue;
          expect(words(outcome.room)).not.toMatch(HIDDEN);
        }
      }),
      tries(500),
    );
  });
});

const STAGE_OF: Readonly<Record<string, number>> = { r1: 1, r2: 1, r3: 2, r4: 3 };

/** Follows the presses in the words that they show, knowing nothing of rooms: `round|word`. */
function follow(revealed: Set<string>, command: Parameters<typeof played>[0][number]['command']): void {
  if (command.type === 'reset') {
    for (const entry of revealed) if (entry.startsWith(`${command.roundId}|`)) revealed.delete(entry);
  }
  if (command.type !== 'reveal') return;
  for (const layer of command.layers) {
    const entry = entryOf(layer, command.roundId);
    if (command.hide === true) revealed.delete(entry);
    else revealed.add(entry);
  }
}

function entryOf(layer: Layer, roundId: string): string {
  if (layer === 'diagnosis') return 'room|the-diagnosis';
  if (layer === 'class') return `${roundId}|class-${roundId}`;
  if (layer === 'stage-key' && keyOf(roundId) !== null) return `${roundId}|round-key-${roundId}`;
  return `${roundId}|${layer}-${STAGE_OF[roundId] ?? 0}`;
}

/** With the diagnosis every question that was asked tells what was right in it. */
function keysTold(revealed: ReadonlySet<string>, { rounds }: Room): string[] {
  if (!revealed.has('room|the-diagnosis')) return [];
  const asked = rounds.filter(({ id, state }) => state !== 'prepared' && keyOf(id) !== null);
  return asked.map(({ id }) => `${id}|round-key-${id}`);
}

function unique(entries: readonly string[]): string[] {
  return [...new Set(entries.map((entry) => entry.slice(entry.indexOf('|') + 1)))];
}
