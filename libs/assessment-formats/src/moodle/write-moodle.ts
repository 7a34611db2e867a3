import { type Language } from '@openrounds/contracts';
import { type Element } from 'domhandler';
import { inLanguage, spokenIn } from '../model/in-language';
import { type Files } from '../model/files';
import { type Item } from '../model/item';
import { documentOf, element } from '@openrounds/xml';
import { html, illustrated, plain, setting } from './parts';
import { moodleResponse } from './response';

/** What one further try costs where a question does not say it: Moodle's own default. */
const USUAL_PENALTY = 0.3333333;

const CATEGORIES: Readonly<Record<Language, string>> = { en: 'English', zh: '中文' };

/** Questions as Moodle XML: a category per language, with every question that is told in it. */
export function writeMoodle(items: readonly Item[]): Files {
  const languages = (['en', 'zh'] as const).map((language) => ({
    language,
    told: items.filter((item) => spokenIn(item).includes(language)),
  }));
  const parts = languages.flatMap(({ language, told }) =>
    told.length === 0 ? [] : [category(language), ...told.map((item) => question(item, language))],
  );
  return { 'questions.xml': documentOf(element('quiz', {}, ...parts)) };
}

const category = (language: Language): Element =>
  element(
    'question',
    { type: 'category' },
    plain('category', `$course$/top/OpenRounds/${CATEGORIES[language]}`),
  );

function question(given: Item, language: Language): Element {
  const item = inLanguage(given, language);
  const { type, parts } = moodleResponse(item.response);
  const { penalty = USUAL_PENALTY, hints = [], pictures = [] } = item;
  return element(
    'question',
    { type },
    plain('name', item.title),
    illustrated('questiontext', [...item.stem, item.ask], pictures),
    html('generalfeedback', [...item.explanation, ...pairReasons(item)]),
    setting('defaultgrade', 1),
    setting('penalty', penalty),
    setting('hidden', 0),
    setting('idnumber', `${item.id}-${language}`),
    ...parts,
    ...hints.map((hint) => html('hint', [hint])),
    element(
      'tags',
      {},
      ...[`version ${String(item.version)}`, item.licence, item.author].map((tag) => plain('tag', tag)),
    ),
  );
}

/** Moodle's pairs have no feedback of their own. */
const pairReasons = ({ response }: Item<string>): string[] =>
  response.kind === 'matching'
    ? response.pairs.flatMap(({ left, right, feedback }) =>
        feedback === undefined ? [] : [`${left} – ${right}: ${feedback}`],
      )
    : [];
