import render from 'dom-serializer';
import { Element, Text } from 'domhandler';

/** A child of an element: an element, or text. */
export type Child = Element | string;
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** What XML 1.0 has no place for, even escaped (section 2.2). */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const clean = (text: string): string => text.replace(NOT_XML, '');

/** An element; attributes that are undefined are left out. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly Child[]): Element {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, clean(String(value))] as const],
  );
  const nodes = children.map((child) => (typeof child === 'string' ? new Text(clean(child)) : child));
  return new Element(name, Object.fromEntries(given), nodes);
}

/** Elements as a piece of HTML, escaped where it must be. */
export const htmlOf = (...elements: readonly Element[]): string =>
  render(elements, { encodeEntities: 'utf8' });

/** A whole document; what is not ASCII is written by number. */
export const documentOf = (root: Element): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${render(root, { xmlMode: true })}\n`;
