import { type Located, problemAt } from '../../load/located';
import { type Problem } from '../../load/problem';
import { type Finding } from '../../schema/finding';
import { type Rule } from '../check-context';
import { narrowingWords } from '../narrowing-words';

/**
 * A finding whose absence excludes a dangerous disease is denied only by words that deny all of it: those of a place, a
 * grade, a complication or a treatment affirm only.
 */
export const narrowerWordings: Rule = {
  id: 'narrower-wordings',
  kind: 'coherence',
  check: ({ folder }) => {
    const excluding = new Set(
      folder.diseases.flatMap(({ value }) =>
        (value.mustNotMiss?.excludedWhen ?? []).flatMap(({ finding, states }) =>
          states === undefined ? [finding] : [],
        ),
      ),
    );
    return folder.findings
      .filter(({ id }) => excluding.has(id))
      .flatMap((finding) => (['en', 'zh'] as const).flatMap((language) => inLanguage(finding, language)));
  },
};

function inLanguage(finding: Located<Finding>, language: 'en' | 'zh'): Problem[] {
  const { name, synonyms } = finding.value;
  return synonyms[language].flatMap((wording, index) => {
    const [word] = narrowingWords(wording, name[language], language);
    if (word === undefined) return [];
    const message = `"${wording}" names more than the finding ("${word}"), whose absence excludes a disease: it belongs under affirmOnly`;
    return [problemAt(finding, 'narrower-wordings', 'error', message, ['synonyms', language, index])];
  });
}
