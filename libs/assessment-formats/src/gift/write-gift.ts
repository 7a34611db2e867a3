import { type Language } from '@openrounds/contracts';
import { inLanguage, spokenIn } from '../model/in-language';
import { type Files } from '../model/files';
import { type Item } from '../model/item';
import { shareOf } from '../moodle/fractions';
import { escaped } from './escape';

/** Texts are plain: nothing in them is read as HTML. */
const PLAIN = '[plain]';

/** Questions as Moodle GIFT, each in one language: the one asked for, or the only one that it has. */
export function writeGift(items: readonly Item[], language: Language): Files {
  const questions = items.map((item) => {
    const languages = spokenIn(item);
    return question(inLanguage(item, languages.includes(language) ? language : (languages[0] ?? language)));
  });
  return { 'questions.gift.txt': ['$CATEGORY: $course$/top/OpenRounds', ...questions].join('\n\n') + '\n' };
}

function question(item: Item<string>): string {
  const { id, title, stem, ask, explanation } = item;
  const text = [...stem, ask].map(escaped).join('\\n\\n');
  const after = explanation.length === 0 ? '' : `\n####${explanation.map(escaped).join('\\n')}`;
  return `// [id:${id}]\n::${escaped(title)}::${PLAIN}${text} {${answers(item.response)}${after}\n}`;
}

function answers(response: Item<string>['response']): string {
  switch (response.kind) {
    case 'single':
      return lines(
        response.options.map(
          ({ text, right, feedback }) => `${right ? '=' : '~'}${escaped(text)}${because(feedback)}`,
        ),
      );
    case 'several': {
      const share = shareOf(response.options.filter(({ right }) => right).length);
      return lines(
        response.options.map(
          ({ text, right, feedback }) => `~%${right ? '' : '-'}${share}%${escaped(text)}${because(feedback)}`,
        ),
      );
    }
    case 'numeric':
      return `#${String(response.value)}:${String(response.tolerance)}`;
    case 'short-text':
      return lines(response.accepted.map((text) => `=${escaped(text.replaceAll('*', '\\*'))}`));
    case 'matching':
      return lines(response.pairs.map(({ left, right }) => `=${escaped(left)} -> ${escaped(right)}`));
    case 'differential':
      return '';
    case 'ordering':
      throw new RangeError('GIFT has no ordering; such a question is left out before it is written');
  }
}

const lines = (each: readonly string[]): string => each.map((line) => `\n  ${line}`).join('');
const because = (feedback: string | undefined): string =>
  feedback === undefined ? '' : `#${escaped(feedback)}`;
