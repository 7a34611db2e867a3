import { type Located, problemAt } from '../../load/located';
import { type Problem } from '../../load/problem';
import { type Finding } from '../../schema/finding';
import { type CheckContext, type Rule } from '../check-context';
import { normalisePhrase } from '../../text/normalise-phrase';

const LANGUAGES = ['en', 'zh'] as const;

interface Phrase {
  readonly finding: Located<Finding>;
  readonly state: string | undefined;
  readonly text: string;
  /** It names a test and says nothing of its result. */
  readonly isTest?: boolean;
}

/**
 * One phrase means one finding, and one state of it; only a finding and its ancestor may share a phrase. What affirms only
 * doesn't stand among the words that deny as well.
 */
export const synonyms: Rule = {
  id: 'synonyms',
  kind: 'coherence',
  check: (context) =>
    LANGUAGES.flatMap((language) => [
      ...clashes(context, language),
      ...context.folder.findings.flatMap((finding) => inBothLists(finding, language)),
    ]),
};

function inBothLists(finding: Located<Finding>, language: 'en' | 'zh'): Problem[] {
  const { name, synonyms: words, affirmOnly } = finding.value;
  const both = new Set([name[language], ...words[language]].map(normalisePhrase));
  return (affirmOnly?.[language] ?? []).flatMap((text, index) => {
    if (!both.has(normalisePhrase(text))) return [];
    const message = `"${text}" (${language}) is a name or synonym as well: it affirms only, or it does not`;
    return [problemAt(finding, 'synonyms', 'error', message, ['affirmOnly', language, index])];
  });
}

function clashes(context: CheckContext, language: 'en' | 'zh'): Problem[] {
  const byText = new Map<string, Phrase[]>();
  for (const phrase of context.folder.findings.flatMap((finding) => phrasesOf(finding, language))) {
    const key = normalisePhrase(phrase.text);
    byText.set(key, [...(byText.get(key) ?? []), phrase]);
  }
  return [...byText.values()].flatMap((phrases) =>
    phrases.slice(1).flatMap((phrase, index) => {
      const earlier = phrases.slice(0, index + 1).find((other) => clash(context, phrase, other));
      if (!earlier) return [];
      const message = `"${phrase.text}" (${language}) also means ${nameOf(earlier)}`;
      return [problemAt(phrase.finding, 'synonyms', 'error', message, ['synonyms'])];
    }),
  );
}

/** One number may tell of several findings: the index of body mass says who is too heavy, and who is too light. */
const namesTest = ({ isTest, finding, state }: Phrase): boolean =>
  isTest === true || (state === undefined && finding.value.unit !== undefined);

function clash({ ancestorsOf }: CheckContext, a: Phrase, b: Phrase): boolean {
  if (namesTest(a) && namesTest(b) && (a.isTest === true || b.isTest === true)) return false;
  if (a.finding.id === b.finding.id)
    return a.state !== b.state && a.state !== undefined && b.state !== undefined;
  return (
    !ancestorsOf(a.finding.id).includes(b.finding.id) && !ancestorsOf(b.finding.id).includes(a.finding.id)
  );
}

function phrasesOf(finding: Located<Finding>, language: 'en' | 'zh'): Phrase[] {
  const { name, synonyms: words, affirmOnly, stateSynonyms, otherMeasures, decidedBy } = finding.value;
  const measured = (otherMeasures ?? []).flatMap(({ names }) => names[language]);
  const deciding = [...new Set((decidedBy ?? []).flatMap(({ names }) => names[language]))];
  const ofTests = deciding.map((text) => ({ finding, state: undefined, text, isTest: true }));
  const own = [
    ...new Set([name[language], ...words[language], ...(affirmOnly?.[language] ?? []), ...measured]),
  ].map((text) => ({
    finding,
    state: undefined,
    text,
  }));
  const ofStates = Object.entries(stateSynonyms ?? {}).flatMap(([state, stateWords]) =>
    stateWords[language].map((text) => ({ finding, state, text })),
  );
  return [...own, ...ofTests, ...ofStates];
}

function nameOf({ finding, state }: Phrase): string {
  return state === undefined ? `"${finding.id}"` : `"${finding.id}" in state "${state}"`;
}
