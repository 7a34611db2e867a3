import { COMMAND_LINE, compileCode } from '../../scripts/build/code.mjs';
import { buildKnowledge } from '../../scripts/build/knowledge.mjs';
import { buildVocabulary } from '../../scripts/build/vocabulary.mjs';

/** Builds the knowledge and its vocabulary, where they are not up to date: the tests open what is shipped. */
export default async function buildWhatIsShipped() {
  await compileCode(COMMAND_LINE);
  await buildKnowledge();
  await buildVocabulary();
}
