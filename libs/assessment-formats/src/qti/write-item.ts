import { type Language } from '@openrounds/contracts';
import { type Element } from 'domhandler';
import { type Item } from '../model/item';
import { documentOf, element } from '@openrounds/xml';
import { answerOf, SCORE } from './answer';
import { type Dialect } from './dialect';

/** Where pictures lie, as an item sees it. */
const PICTURES = '../pictures';

/** A question as one QTI item. */
export function writeItem(
  item: Item<string>,
  identifier: string,
  language: Language,
  dialect: Dialect,
): string {
  const { qti, namespace, itemSchema, namesMarker } = dialect;
  const { declaration, interaction, maximum, processing } = answerOf(item, dialect);
  const marker = processing === undefined && namesMarker ? { externalScored: 'human' } : {};
  return documentOf(
    qti(
      'assessmentItem',
      {
        xmlns: namespace,
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation': `${namespace} ${itemSchema}`,
        identifier,
        title: item.title,
        'xml:lang': LANGUAGE_TAGS[language],
        adaptive: false,
        timeDependent: false,
      },
      declaration,
      qti(
        'outcomeDeclaration',
        { identifier: SCORE, cardinality: 'single', baseType: 'float', normalMaximum: maximum, ...marker },
        qti('defaultValue', {}, qti('value', {}, '0')),
      ),
      qti('itemBody', {}, ...rubric(item, dialect), ...stem(item), interaction),
      ...(processing === undefined ? [] : [processing]),
    ),
  );
}

/** BCP 47. */
export const LANGUAGE_TAGS: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' };

const paragraph = (text: string): Element => element('p', {}, text);

const stem = ({ stem: paragraphs, pictures = [] }: Item<string>): Element[] => [
  ...paragraphs.map(paragraph),
  ...pictures.map(({ name, alt }) => element('p', {}, element('img', { src: `${PICTURES}/${name}`, alt }))),
];

/** What a tutor sees beside the question: the reasons, and how a free answer is marked. */
function rubric(item: Item<string>, { qti, bodyOfRubric }: Dialect): Element[] {
  const said = [...reasons(item), ...item.explanation].map(paragraph);
  if (said.length === 0) return [];
  const body = bodyOfRubric ? [qti('contentBody', {}, ...said)] : said;
  return [qti('rubricBlock', { view: 'author scorer tutor', use: 'scoring' }, ...body)];
}

function reasons({ response }: Item<string>): string[] {
  switch (response.kind) {
    case 'single':
    case 'several':
      return response.options.flatMap(({ text, right, feedback }) =>
        feedback === undefined ? [] : [`${right ? '✓' : '✗'} ${text}: ${feedback}`],
      );
    case 'matching':
      return response.pairs.flatMap(({ left, right, feedback }) =>
        feedback === undefined ? [] : [`${left} – ${right}: ${feedback}`],
      );
    case 'differential':
      return [response.rubric];
    default:
      return [];
  }
}
