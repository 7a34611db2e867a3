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

/** What the serialiser writes by number or name although a document in UTF-8 holds it as it is. An ampersand of a text is escaped by then. */
const NEEDLESS = /&(?:#x([0-9a-f]+)|apos);/g;

/** A whole document. Its letters stand as they are: some that read XML know no numbers in attributes. */
export const documentOf = (root: Element): string => {
  const plain = render(root, { xmlMode: true }).replace(NEEDLESS, (_, hex?: string) =>
    hex === undefined ? "'" : String.fromCodePoint(parseInt(hex, 16)),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${plain}\n`;
};
