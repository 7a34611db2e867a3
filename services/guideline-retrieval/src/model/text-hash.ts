import { type Localised } from '@openrounds/guidelines';
import { canonicalHash } from '@openrounds/transparency-log';

/**
 * SHA-256 of the canonical JSON of a passage's text in all its languages, as its bundle holds it: whoever has that bundle
 * can compute it again, and whoever has another sees that the words are not the same.
 */
export const textHash = ({ en, zh }: Localised): string =>
  canonicalHash({ ...(en === undefined ? {} : { en }), ...(zh === undefined ? {} : { zh }) });
