import { CUES } from '../lexicon/compiled/cues';
import { type Stretch } from '../model/token';
import { type Mention } from '../resolve/mention';
import { type Cue } from './cue';
import { type CueLexicon, cueLexicon } from './cue-lexicon';
import { cuesOfText } from './stored-cues';

/** A cue where it stands in a sentence. */
export interface Placed extends Stretch {
  readonly cue: Cue;
  /** It goes on behind a concept that it is a part of: "no medicines". */
  readonly isBehind?: boolean;
  /** What it is a part of ("will not bear"): it says nothing of that, and reaches no further. */
  readonly owner?: Mention;
  /** What stands between the two parts of a cue that has them. */
  readonly gap?: Stretch;
  /** It says yes or no to what stands before it, as it could to what stands behind. */
  readonly isAnswer?: boolean;
}

let lexicon: CueLexicon | undefined;

/** The cues of both languages, read once. */
export const cues = (): CueLexicon => (lexicon ??= cueLexicon(cuesOfText(CUES['all'] ?? '')));
