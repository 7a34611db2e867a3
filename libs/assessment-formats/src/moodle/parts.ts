import { type Element } from 'domhandler';
import { type Picture } from '../model/item';
import { element, htmlOf, type Attributes, type Child } from '@openrounds/xml';

const HTML = { format: 'html' };

/** Paragraphs as HTML inside XML: what was said stays text in both. */
const paragraphs = (texts: readonly string[]): string =>
  htmlOf(...texts.map((text) => element('p', {}, text)));

/** An element whose text Moodle shows as HTML. */
export const html = (
  name: string,
  texts: readonly string[],
  attributes: Attributes = {},
  ...more: readonly Child[]
): Element => element(name, { ...attributes, ...HTML }, element('text', {}, paragraphs(texts)), ...more);

/** An element whose text is plain. */
export const plain = (name: string, text: string): Element => element(name, {}, element('text', {}, text));

/** A switch or number, as Moodle writes them. */
export const setting = (name: string, value: string | number): Element => element(name, {}, String(value));

/** A text with pictures under it. */
export const illustrated = (
  name: string,
  texts: readonly string[],
  pictures: readonly Picture<string>[],
): Element => {
  const shown = pictures.map((picture) =>
    element('p', {}, element('img', { src: `@@PLUGINFILE@@/${picture.name}`, alt: picture.alt })),
  );
  return element(
    name,
    HTML,
    element('text', {}, paragraphs(texts) + htmlOf(...shown)),
    ...pictures.map((picture) =>
      element(
        'file',
        { name: picture.name, path: '/', encoding: 'base64' },
        btoa(String.fromCharCode(...picture.bytes)),
      ),
    ),
  );
};
