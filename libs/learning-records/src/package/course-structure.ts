import { type Language } from '@openrounds/contracts';
import { documentOf, element } from '@openrounds/xml';
import { type Element } from 'domhandler';
import { type MoveOn } from '../launch/launch-data';

const NAMESPACE = 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd';
const TAGS: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' };

type Words = Readonly<Partial<Record<Language, string>>>;

/** One unit, as a course of its own. */
export interface CourseUnit {
  /** Identifiers of ours for the course and its unit: IRIs, different ones (cmi5 §13.1). */
  readonly courseId: string;
  readonly publisherId: string;
  /** Where it is launched. */
  readonly url: string;
  readonly title: Words;
  readonly description: Words;
  readonly moveOn: MoveOn;
  /** From 0 to 1, four decimals; null: nothing is passed or failed. */
  readonly masteryScore: number | null;
}

/** `cmi5.xml` (cmi5 §13). */
export function courseStructure(unit: CourseUnit): string {
  const { courseId, publisherId, url, moveOn } = unit;
  const masteryScore = unit.masteryScore === null ? undefined : Number(unit.masteryScore.toFixed(4));
  const told = (): readonly Element[] => [
    inLanguages('title', unit.title),
    inLanguages('description', unit.description),
  ];
  return documentOf(
    element(
      'courseStructure',
      { xmlns: NAMESPACE },
      element('course', { id: courseId }, ...told()),
      element(
        'au',
        { id: publisherId, moveOn, masteryScore, launchMethod: 'OwnWindow' },
        ...told(),
        element('url', {}, url),
      ),
    ),
  );
}

const inLanguages = (name: string, text: Words): Element =>
  element(
    name,
    {},
    ...Object.entries(text).map(([language, words]) =>
      element('langstring', { lang: TAGS[language as Language] }, words),
    ),
  );
