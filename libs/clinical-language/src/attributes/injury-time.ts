import { type Mention } from '../matching/mention';
import { type Token } from '../text/tokens';
import { type Duration } from './durations';
import { type AttributeRead, durationState } from './attribute-read';

/** Findings and diseases that happen in a moment, and from which what follows counts. */
const BLOW =
  /^(?:recent-trauma|head-trauma|high-energy-trauma|road-traffic-collision|twisting-or-sports-injury|fall-from-standing-height|fall-onto-outstretched-hand|penetrating-or-blunt|eye-penetrating|burn-wound|submersion-or-electric|electric-shock|neck-manipulation-or-minor-neck-trauma|loss-of-consciousness-after-head|hot-liquid-flame|chemical-splash|burn$|electrical-injury$|chemical-eye-burn$)/;
/** What they set off may take its time: an infection of the wound, an illness that was carried over. */
const BITE = /^(?:animal-bite|snake-bite|insect-sting|wound-or-tetanus)/;

/** What was hurt longer ago is seldom the beginning of the present illness; days. */
const MAX_DAYS = 7.5;
const MAX_DAYS_OF_BITE = 1;
/** Tokens between an injury and its time. */
const NEAR = 10;
const CERTAINTY = 0.9;

const POINT = /^(?:yesterday|today|tonight|this|last|今|昨)$/;

function longestOf({ senses }: Mention): number | undefined {
  const ids = senses.flatMap((sense) =>
    sense.kind === 'disease'
      ? [sense.diseaseId]
      : sense.kind === 'finding' || sense.kind === 'state'
        ? [sense.findingId]
        : [],
  );
  if (ids.some((id) => BLOW.test(id))) return MAX_DAYS;
  return ids.some((id) => BITE.test(id)) ? MAX_DAYS_OF_BITE : undefined;
}

const gap = (a: Mention, b: Duration): number => Math.max(b.from - a.to, a.from - b.to);

/** Commas between the two: 2小时前，不慎摔伤 has one, another statement more. */
function commasBetween(tokens: readonly Token[], a: Mention, b: Duration): number {
  const between = tokens.slice(Math.min(a.to, b.to), Math.max(a.from, b.from));
  if (between.some(({ text }) => /^[;:。]$/.test(text))) return Number.POSITIVE_INFINITY;
  return between.filter(({ text }) => text === ',').length;
}

/**
 * "Fell off a ladder two hours ago", 2小时前摔伤: what was hurt has hurt since, and from one moment to the next.
 * @param isPatients whether the time and the injury are the patient's, and no matter of the past
 */
export function readInjuryTime(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  durations: readonly Duration[],
  isPatients: (from: number, to: number) => boolean,
): AttributeRead[] {
  const moments = durations.filter(({ ago, from }) => ago || POINT.test(tokens[from]?.text ?? ''));
  for (const mention of mentions) {
    const longest = longestOf(mention);
    if (longest === undefined || !isPatients(mention.from, mention.to)) continue;
    const near = moments
      .filter(
        (time) =>
          time.days <= longest &&
          gap(mention, time) <= NEAR &&
          commasBetween(tokens, mention, time) <= (time.to <= mention.from ? 1 : 0) &&
          isPatients(time.from, time.to),
      )
      .sort((a, b) => gap(mention, a) - gap(mention, b))[0];
    if (near === undefined) continue;
    const { from, to, days } = near;
    const common = { from, to, days, certainty: CERTAINTY };
    return [
      { ...common, attribute: 'illness-duration', state: durationState(days) },
      { ...common, attribute: 'illness-onset', state: 'seconds-minutes', isOfInjury: true },
    ];
  }
  return [];
}
