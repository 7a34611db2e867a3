import { DELUSIONS } from '../assertion/beliefs';
import { type Mention } from '../matching/mention';
import { type DerivationInput, derivedMention } from './derived-mention';

/** "Firmly believes that the neighbours poison him", 坚信邻居下毒: what is believed tells a delusion. */
export function readDelusions({ beliefs, mentions }: DerivationInput): Mention[] {
  return beliefs
    .filter(({ isDelusion }) => isDelusion)
    .filter(
      ({ cue, to }) =>
        !mentions.some(
          (mention) =>
            mention.from >= cue.from &&
            mention.to <= to &&
            mention.senses.some((sense) => 'findingId' in sense && sense.findingId === DELUSIONS),
        ),
    )
    .map(({ cue }) => derivedMention(cue.from, cue.to, [DELUSIONS]));
}
