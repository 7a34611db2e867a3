import { type RoomAnswer } from '@openrounds/contracts';

/** An answer with every text changed that its author wrote; what was picked from a list is ids. */
export function withAnswerTexts(answer: RoomAnswer, change: (text: string) => string): RoomAnswer {
  switch (answer.kind) {
    case 'differential':
      return {
        ...answer,
        entries: answer.entries.map((entry) =>
          'text' in entry ? { ...entry, text: change(entry.text) } : entry,
        ),
      };
    case 'choice':
      return answer;
    case 'error':
      return answer.why === undefined ? answer : { ...answer, why: change(answer.why) };
    case 'text':
      return { ...answer, text: change(answer.text) };
  }
}

/** The texts of an answer. */
export function textsOfAnswer(answer: RoomAnswer): string[] {
  const texts: string[] = [];
  withAnswerTexts(answer, (text) => {
    texts.push(text);
    return text;
  });
  return texts;
}
