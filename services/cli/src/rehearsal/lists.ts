import { type RoomAnswer } from '@openrounds/contracts';

const MOST_ENTRIES = 5;
const FEWEST_ENTRIES = 3;
const ALL_POINTS = 100;

/** A list of 3 to 5 different diseases with whole points, 100 with Other, as a student might commit it. */
export function randomList(diseaseIds: readonly string[], random: () => number): RoomAnswer {
  const below = (limit: number): number => Math.floor(random() * limit);
  const count = FEWEST_ENTRIES + below(MOST_ENTRIES - FEWEST_ENTRIES + 1);
  const chosen = new Set<string>();
  while (chosen.size < Math.min(count, diseaseIds.length)) {
    const id = diseaseIds[below(diseaseIds.length)];
    if (id !== undefined) chosen.add(id);
  }
  // everyone, Other included, has one point; each of the rest falls on one of them by chance
  const points = Array.from({ length: chosen.size + 1 }, () => 1);
  for (let left = ALL_POINTS - points.length; left > 0; left -= 1) {
    const at = below(points.length);
    points[at] = (points[at] ?? 0) + 1;
  }
  const [other = 1, ...named] = points;
  return {
    kind: 'differential',
    entries: [...chosen].map((diseaseId, index) => ({ diseaseId, points: named[index] ?? 1 })),
    other,
  };
}
