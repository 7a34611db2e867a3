import { markup, type Markup } from '@openrounds/presentation';

/** Plain, and readable on a phone: nobody but who tries things out sees these pages. */
const STYLE = markup`:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:0 auto;padding:1rem}
iframe{width:100%;height:48rem;border:1px solid #888;box-sizing:border-box}
table{border-collapse:collapse}th,td{padding:.25rem .75rem .25rem 0;text-align:left;vertical-align:top}
.wide{overflow-x:auto}code{overflow-wrap:anywhere}
input,select,button{max-width:100%;box-sizing:border-box;font:inherit;margin:.125rem 0}`;

/** A page of the mock. */
export const lmsPage = (title: string, body: Markup): string =>
  markup`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title} · Mock LMS</title><style>${STYLE}</style></head><body>${body}</body></html>`.text;

export const hidden = (fields: Readonly<Record<string, string>>): Markup[] =>
  Object.entries(fields).map(
    ([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`,
  );

/** A form that sends itself, as platforms have them. */
export const sending = (action: string, fields: Readonly<Record<string, string>>): string =>
  lmsPage(
    'One moment',
    markup`<form method="post" action="${action}">${hidden(fields)}</form><script>document.forms[0].submit()</script>`,
  );

export const select = (name: string, label: string, options: Readonly<Record<string, string>>): Markup => {
  const shown = Object.entries(options).map(
    ([value, text]) => markup`<option value="${value}">${text}</option>`,
  );
  return markup`<label>${label} <select name="${name}">${shown}</select></label> `;
};
