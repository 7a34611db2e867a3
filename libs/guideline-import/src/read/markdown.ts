import MarkdownIt from 'markdown-it';
import { type Blocks } from '../document';
import { readHtml } from './html';

/** Settings of a site generator before the text. */
const FRONT_MATTER = /^---\r?\n[\s\S]*?\r?\n---\r?\n/;

/** Headings and paragraphs of Markdown (CommonMark with tables), HTML in it included. */
export function readMarkdown(text: string): Blocks {
  const markdown = new MarkdownIt({ html: true });
  return readHtml(markdown.render(text.replace(FRONT_MATTER, '')));
}
