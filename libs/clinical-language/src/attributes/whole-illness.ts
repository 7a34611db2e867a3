import { type IllnessAttribute } from './illness-cues';
import { type AttributeRead, CERTAINTY_IMPLIED } from './attribute-read';

/** From so many days on an illness that nobody calls sudden, and that does not come in attacks, began gradually. */
const GRADUAL_FROM = 29.5;
const GRADUAL_IF_PROGRESSIVE_FROM = 7.5;

/** "Dizzy for three weeks; fell yesterday": the illness did not begin with the injury. */
const isAsOld = (illness: AttributeRead | undefined, { days = 0 }: AttributeRead): boolean =>
  illness?.days !== undefined && illness.days <= 2 * days + MARGIN;

/** Who says "yesterday" and "for two days" means the same; days. */
const MARGIN = 0.5;

/** "Chills last night. Fever for 5 days": a length counts for more than the day of an event. */
const isMoreThanEvent = (read: AttributeRead, known: AttributeRead): boolean =>
  known.isEvent === true && read.isEvent !== true && (read.days ?? 0) > (known.days ?? 0);

/**
 * The attributes of the illness as a whole. Notes open with the present complaint, so the first statement of each
 * counts; one that is only implied gives way to any other. Where nothing says how a long illness began, its length does.
 */
export function attributesOfIllness(reads: readonly AttributeRead[]): AttributeRead[] {
  const first = new Map<IllnessAttribute, AttributeRead>();
  for (const read of reads) {
    const known = first.get(read.attribute);
    if (known === undefined || (known.certainty ?? 1) < (read.certainty ?? 1) || isMoreThanEvent(read, known))
      first.set(read.attribute, read);
  }
  const duration = first.get('illness-duration');
  const onset = first.get('illness-onset');
  if (onset?.isOfInjury === true && !isAsOld(duration, onset)) first.delete('illness-onset');
  const course = first.get('illness-course')?.state;
  const gradualFrom = course === 'progressive' ? GRADUAL_IF_PROGRESSIVE_FROM : GRADUAL_FROM;
  const isLong = duration !== undefined && (duration.days ?? Number.POSITIVE_INFINITY) >= gradualFrom;
  if (isLong && !first.has('illness-onset') && course !== 'episodic' && course !== 'relapsing') {
    const { from, to } = duration;
    first.set('illness-onset', {
      attribute: 'illness-onset',
      state: 'gradual',
      from,
      to,
      certainty: CERTAINTY_IMPLIED,
    });
  }
  return [...first.values()];
}
