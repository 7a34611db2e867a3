import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { goTo } from './use-location';

/** A click that the browser means to open here, and not in another tab or window. */
const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** A link to another page of the console: it can be opened in a new tab, and loads nothing anew in this one. */
export function PageLink({ href, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        if (!isPlain(event)) return;
        event.preventDefault();
        goTo(href);
        scrollTo(0, 0);
      }}
    />
  );
}
