import { type EngineFacts, type Language, type ReleasedStatement } from '@openrounds/contracts';
import { type FindingNames } from '@openrounds/llm';

/** As a sentence that is read like any other: "No fever", not "fever: absent". */
const WORDS: Readonly<
  Record<
    Language,
    { readonly absent: (name: string) => string; readonly is: (name: string, state: string) => string }
  >
> = {
  en: { absent: (name) => `No ${name.toLowerCase()}.`, is: (name, state) => `${name}: ${state}.` },
  zh: { absent: (name) => `无${name}。`, is: (name, state) => `${name}：${state}。` },
};

/** Coded facts as statements; what is unknown is none. */
export function statementsOfFacts(
  { observed }: Pick<EngineFacts, 'observed'>,
  language: Language,
  names: FindingNames,
): ReleasedStatement[] {
  const words = WORDS[language];
  return observed.flatMap(({ findingId, presence = 'present', state }) => {
    const name = names.finding(findingId);
    const id = `fact:${findingId}`;
    if (state !== undefined) return [{ id, text: words.is(name, names.state(findingId, state)) }];
    if (presence === 'unknown') return [];
    return [
      { id, text: presence === 'absent' ? words.absent(name) : `${name}${language === 'en' ? '.' : '。'}` },
    ];
  });
}
