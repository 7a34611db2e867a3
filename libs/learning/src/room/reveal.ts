import { accept, type Outcome, refuse } from './outcome';
import { type Layer, openRound, type Room, type Round, type RoundLayer, withRound } from './room';
import { type ActOf } from './round-acts';

/**
 * Shows or hides layers of a round that is closed. Nothing is revealed while any round is open. The first layer shown
 * ends the grace for answers under way. The diagnosis belongs to the room; before every round is closed it has to be
 * confirmed, because it ends scoring.
 */
export function reveal(room: Room, round: Round, act: ActOf<'reveal'>, now: number): Outcome {
  if (act.layers.length === 0) return refuse('invalid-request', '/layers');
  if (act.hide === true) return accept(hide(room, round, act.layers));
  if (openRound(room) !== undefined) return refuse('round-open');
  if (round.state === 'prepared') return refuse('round-not-open');
  const after = withRound(room, shown(round, act.layers, now));
  if (!act.layers.includes('diagnosis')) return accept(after);
  if (endsScoringEarly(room) && act.confirm !== true) return refuse('invalid-request', '/confirm');
  return accept(withDiagnosis(after, now));
}

function endsScoringEarly({ diagnosisRevealedAt, rounds }: Room): boolean {
  return diagnosisRevealedAt === null && rounds.some(({ state }) => state === 'prepared');
}

/** With the diagnosis every round is told: none may take answers in a grace of its own any more. */
function withDiagnosis(room: Room, now: number): Room {
  if (room.diagnosisShown) return room;
  return {
    ...room,
    diagnosisShown: true,
    diagnosisRevealedAt: room.diagnosisRevealedAt ?? now,
    rounds: room.rounds.map((round) => (round.state === 'closed' ? shown(round, [], now) : round)),
  };
}

function hide(room: Room, round: Round, layers: readonly Layer[]): Room {
  const left = round.layers.filter((layer) => !layers.includes(layer));
  const after = left.length === round.layers.length ? room : withRound(room, { ...round, layers: left });
  return room.diagnosisShown && layers.includes('diagnosis') ? { ...after, diagnosisShown: false } : after;
}

function shown(round: Round, layers: readonly Layer[], now: number): Round {
  const all = ALL.filter((layer) => round.layers.includes(layer) || layers.includes(layer));
  if (round.state === 'revealed' && all.length === round.layers.length) return round;
  return { ...round, state: 'revealed', revealedAt: round.revealedAt ?? now, layers: all };
}

const ALL: readonly RoundLayer[] = ['class', 'engine', 'stage-key'];
