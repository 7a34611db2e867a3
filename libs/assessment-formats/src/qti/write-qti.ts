import { type Language } from '@openrounds/contracts';
import { type Element } from 'domhandler';
import { inLanguage, spokenIn } from '../model/in-language';
import { type Item } from '../model/item';
import { type Files } from '../model/files';
import { documentOf, element } from '@openrounds/xml';
import { type Dialect } from './dialect';
import { LANGUAGE_TAGS, writeItem } from './write-item';

const LOM = 'http://ltsc.ieee.org/xsd/LOM';

/** Questions as an IMS content package: an item per question and language, and a manifest. */
export function writeQti(items: readonly Item[], dialect: Dialect): Files {
  const written = items.flatMap((item) => spokenIn(item).map((language) => ({ item, language })));
  return {
    'imsmanifest.xml': manifest(written, dialect),
    ...Object.fromEntries(
      written.map(({ item, language }) => {
        const identifier = nameOf(item, language);
        return [pathOf(identifier), writeItem(inLanguage(item, language), identifier, language, dialect)];
      }),
    ),
    ...Object.fromEntries(
      items.flatMap(({ pictures = [] }) => pictures.map(({ name, bytes }) => [`pictures/${name}`, bytes])),
    ),
  };
}

interface Written {
  readonly item: Item;
  readonly language: Language;
}

const nameOf = ({ id }: Item, language: Language): string => `${id}-${language}`;
const pathOf = (identifier: string): string => `items/${identifier}.xml`;

function manifest(
  written: readonly Written[],
  { packageNamespace, schema, schemaVersion, resourceType }: Dialect,
): string {
  return documentOf(
    element(
      'manifest',
      { xmlns: packageNamespace, identifier: 'openrounds-questions' },
      element('metadata', {}, element('schema', {}, schema), element('schemaversion', {}, schemaVersion)),
      element('organizations'),
      element('resources', {}, ...written.map((each) => resource(each, resourceType))),
    ),
  );
}

function resource({ item, language }: Written, type: string): Element {
  const identifier = nameOf(item, language);
  const href = pathOf(identifier);
  const files = [href, ...(item.pictures ?? []).map(({ name }) => `pictures/${name}`)];
  return element(
    'resource',
    { identifier: `resource-${identifier}`, type, href },
    element('metadata', {}, metadata(item, language)),
    ...files.map((file) => element('file', { href: file })),
  );
}

/** Version, author and licence, as IEEE LOM has them. */
function metadata(item: Item, language: Language): Element {
  const { title } = inLanguage(item, language);
  const said = (text: string): Element => element('string', { language: LANGUAGE_TAGS[language] }, text);
  return element(
    'lom',
    { xmlns: LOM },
    element(
      'general',
      {},
      element('title', {}, said(title)),
      element('language', {}, LANGUAGE_TAGS[language]),
    ),
    element('lifeCycle', {}, element('version', {}, said(String(item.version)))),
    element('rights', {}, element('description', {}, said(`${item.licence}; ${item.author}`))),
  );
}
