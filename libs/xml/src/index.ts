/** XML out of a tree and a serialiser that escapes; never out of templates. Pure. */
export { type Attributes, type Child, documentOf, element, htmlOf } from './element';
