import { type Item, type Text } from '@openrounds/assessment-formats';
import { type CodedForecast, type QuestionKind, type ToldTeachingCase } from '@openrounds/contracts';
import { type KnowledgeLookup } from '@openrounds/knowledge';
import { type Message } from '../messages/message';
import { ASK, SUBJECTS } from './question-words';

/** A case that questions are made of. */
export interface QuestionCase {
  readonly told: Pick<ToldTeachingCase, 'slug' | 'version' | 'body'>;
  /** What the engine would say after each stage; null where it does not rank such a patient. */
  readonly forecast: Pick<CodedForecast, 'stages'> | null;
}

/** Why a question was not made of a case. */
export type Unmade = 'too-few-options' | 'not-ranked';

/** Makes one kind of question of a case. */
export type QuestionMaker = (given: QuestionCase, names: KnowledgeLookup) => Item | Unmade;

/** Wrong options that a question must have, and may have. */
export const FEWEST_WRONG = 2;
export const MOST_WRONG = 4;
/** Where the author names fewer, the engine's list fills up to as many. */
export const ENOUGH_WRONG = 3;

/** A sentence of ours in both languages. */
export const bothWays = (message: Message): Text => ({ en: message.en(), zh: message.zh() });
export const bothWith = <P>(message: Message<P>, words: P): Text => ({
  en: message.en(words),
  zh: message.zh(words),
});

/** What every question of a case shares: what is known up to a stage, who wrote it, and what is said afterwards. */
export function frameOf(
  { told: { slug, version, body } }: QuestionCase,
  kind: QuestionKind,
  asked: keyof typeof ASK,
  stages: number,
): Omit<Item, 'response'> {
  const { title, author, licence, teachingPoints } = body;
  return {
    id: idOf(slug, kind),
    title: titleOf(title, kind),
    stem: body.stages.slice(0, stages).map(({ text }) => spoken(text)),
    ask: bothWays(ASK[asked]),
    explanation: kind === 'diagnosis' ? teachingPoints.map(spoken) : [],
    author,
    licence,
    version,
  };
}

/** A slug may hold what no XML name has. */
export const idOf = (slug: string, kind: QuestionKind): string =>
  `or-${slug.replace(/[^A-Za-z0-9_.-]/g, '-')}-${kind}`;

export const titleOf = (title: Words, kind: QuestionKind): Text => ({
  ...(title.en === undefined ? {} : { en: `${title.en}: ${SUBJECTS[kind].en()}` }),
  ...(title.zh === undefined ? {} : { zh: `${title.zh}：${SUBJECTS[kind].zh()}` }),
});

interface Words {
  readonly en?: string | undefined;
  readonly zh?: string | undefined;
}

/** A text of a case in the languages that it has. */
export const spoken = ({ en, zh }: Words): Text => ({
  ...(en === undefined ? {} : { en }),
  ...(zh === undefined ? {} : { zh }),
});

/** The name of an entry; an id that the knowledge version does not hold stands for itself. */
export const nameOf = (entries: ReadonlyMap<string, { readonly name: Text }>, id: string): Text =>
  entries.get(id)?.name ?? { en: id, zh: id };

/** Options in the order of their ids, so that the place of one tells nothing. */
export const inOrder = <T extends { readonly id: string }>(options: readonly T[]): readonly T[] =>
  options.toSorted((a, b) => (a.id < b.id ? -1 : 1));
