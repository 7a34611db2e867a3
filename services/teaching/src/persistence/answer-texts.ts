import { type RoomAnswer } from '@openrounds/contracts';

/** An answer apart from what somebody wrote in it. */
export interface SplitAnswer {
  readonly coded: RoomAnswer;
  /** In the order in which they stand. */
  readonly texts: readonly string[];
}

/** Takes the texts out of an answer: they rest sealed, the codes do not. */
export function withoutTexts(answer: RoomAnswer): SplitAnswer {
  const texts: string[] = [];
  const coded = mapTexts(answer, (text) => {
    texts.push(text);
    return '';
  });
  return { coded, texts };
}

/** Puts the texts back in. */
export function withTexts(coded: RoomAnswer, texts: readonly string[]): RoomAnswer {
  const left = [...texts];
  return mapTexts(coded, () => left.shift() ?? '');
}

function mapTexts(answer: RoomAnswer, change: (text: string) => string): RoomAnswer {
  switch (answer.kind) {
    case 'differential':
      return {
        ...answer,
        entries: answer.entries.map((entry) =>
          'text' in entry ? { ...entry, text: change(entry.text) } : entry,
        ),
      };
    case 'text':
      return { ...answer, text: change(answer.text) };
    case 'error':
      return answer.why === undefined ? answer : { ...answer, why: change(answer.why) };
    case 'choice':
      return answer;
  }
}
