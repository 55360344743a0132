/** HTML made on the server: a template tag that escapes whatever is put into it, and the frame of all our pages. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { STYLE_PATH } from './style.ts';

/** Markup that is safe as it is. */
export class Html {
  constructor(readonly markup: string) {}
}

type Fragment = string | number | Html | null | undefined | false | Fragment[];

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function markupOf(fragment: Fragment): string {
  if (fragment instanceof Html) return fragment.markup;
  if (Array.isArray(fragment)) return fragment.map(markupOf).join('');
  if (fragment === null || fragment === undefined || fragment === false) return '';
  return String(fragment).replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}

export function html(strings: TemplateStringsArray, ...values: Fragment[]): Html {
  return new Html(strings.reduce((made, part, index) => made + markupOf(values[index - 1]) + part));
}

interface Page {
  title: string;
  body: Html;
  /** Loads itself again after so many seconds. */
  refresh?: number;
  status?: ContentfulStatusCode;
}

/** No scripts, no outside addresses, nothing inline; films come from `media`. */
const policy = (media: string) =>
  `default-src 'none'; style-src 'self'; img-src 'self' ${media}; media-src 'self' ${media}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

export function sendPage(c: Context, { title, body, refresh, status = 200 }: Page, media = ''): Response {
  c.header('Content-Security-Policy', policy(media).replace(/ +;/g, ';'));
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${refresh && html`<meta http-equiv="refresh" content="${refresh}">`}
<title>${title} · Chalktalk</title>
<link rel="stylesheet" href="${STYLE_PATH}">
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
  return c.html(page.markup, status);
}
