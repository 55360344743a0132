/** The pages that answers link to: one of each video, and where to find the address of the API and a key. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { Fault } from '../../errors.ts';
import type { Caller } from '../../identity/caller.ts';
import { invitationBehind, type OpenInvitation } from '../../identity/invitations.ts';
import type { Services } from '../../services.ts';
import { refuseKeys } from '../access.ts';
import { type Html, html, sendPage } from '../html.ts';
import { STYLE, STYLE_PATH } from '../style.ts';
import { type LinkOf, type VideoAnswer, videoAnswer } from '../videos/answer.ts';
import { filmFor } from '../videos/library.ts';
import { uuidOf } from '../videos/poll.ts';

const REFRESH_SECONDS = 5;

const SIGN_IN = html`<h1>Sign in to see this</h1>
<p>Open a sign-in link in this browser. The server prints one when it starts; whoever runs it makes another with</p>
<pre><code>npx chalktalk users sign-in-link you@example.com</code></pre>
<p class="quiet">An API key does not open pages: it makes the calls of <a href="/reference">the reference</a> only.</p>`;

/** The caller, or undefined when nobody has signed in. @throws Fault `forbidden` for an API key */
async function signedIn(c: Context, { identity }: Services): Promise<Caller | undefined> {
  try {
    const caller = await identity.authenticate(c.req.raw.headers);
    refuseKeys(caller);
    return caller;
  } catch (error) {
    if (error instanceof Fault && error.kind === 'unauthenticated') return undefined;
    throw error;
  }
}

function filmBody(video: VideoAnswer): Html {
  const { progress, result } = video;
  if (video.is_failed)
    return html`<h1>${video.task}</h1><p><strong>This video failed.</strong> ${video.error_message}</p>`;
  if (!result)
    return html`<h1>${video.task}</h1>
<p><progress max="100" value="${progress.percent}">${progress.percent} %</progress></p>
<p>${progress.percent} % · ${progress.stage}${
      progress.total_scenes > 0 && html` · scene ${progress.current_scene} of ${progress.total_scenes}`
    }</p>
<p class="quiet">This page looks again every ${REFRESH_SECONDS} seconds.</p>`;
  return html`<h1>${video.task}</h1>
<video controls preload="metadata" crossorigin="anonymous" poster="${result.thumbnail}">
<source src="${result.link}" type="video/mp4">
<track kind="captions" srclang="en" label="Captions" src="${result.vtt}" default>
</video>
<p><a href="${result.link}">Video</a> · <a href="${result.vtt}">VTT</a> · <a href="${result.srt}">SRT</a> · <a href="${
    result.transcript
  }">Transcript</a></p>
<h2>Scenes</h2>
<ul>${result.scenes.map(({ title, start }) => html`<li>${clock(start)} ${title}</li>`)}</ul>
${
  result.sources.length > 0 &&
  html`<h2>Sources</h2>
<ul>${result.sources.map(sourceItem)}</ul>`
}`;
}

function sourceItem({
  title,
  url,
  licence,
}: {
  title: string;
  url: string | null;
  licence: string | null;
}): Html {
  const named = url && /^https?:/.test(url) ? html`<a href="${url}" rel="noreferrer">${title}</a>` : title;
  return html`<li>${named}${licence && html` <span class="quiet">(${licence})</span>`}</li>`;
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}

/** @param key_call the call that makes a key for whoever this page is about */
function developerBody(api_base: string, key_call: string, signed: boolean, whose: string): Html {
  return html`<h1>API</h1>
<table>
<tr><th>API_BASE</th><td><code>${api_base}/v1</code></td></tr>
<tr><th>Header</th><td><code>X-API-Key: kn_…</code></td></tr>
<tr><th>Reference</th><td><a href="/reference">/reference</a>, <a href="/openapi.json">/openapi.json</a></td></tr>
</table>
<h2>Key of ${whose}</h2>
<p>There is one active key; making a new one ends the old one at once. It is shown once, so keep it.</p>
<p>On the machine that runs the server:</p>
<pre><code>${key_call}</code></pre>
<p class="quiet">${
    signed
      ? 'You are signed in: the calls under /api in the reference do the same with this session.'
      : 'You are not signed in. Open the sign-in link that the server printed when it started.'
  }</p>`;
}

/** @param accept_call where the invitation is accepted */
function invitationBody(
  { email, role, expires_at, organization }: OpenInvitation,
  accept_call: string,
): Html {
  return html`<h1>Join ${organization.name}</h1>
<p>${email} is invited to the organization ${organization.name} (${`/org/${organization.slug}/`}) as ${role}, until ${expires_at
    .toISOString()
    .slice(0, 10)}.</p>
<p>Without an account yet, this makes one and joins:</p>
<pre><code>curl -X POST ${accept_call} -H 'Content-Type: application/json' -d '{"name":"…","password":"…"}'</code></pre>
<p>With an account, this joins:</p>
<pre><code>curl -X POST ${accept_call} -H 'Authorization: Bearer …' -H 'Content-Type: application/json' -d '{}'</code></pre>
<p class="quiet">POST /api/auth/sign-in/email answers what follows Bearer, as <code>token</code>; <a href="/reference">the reference</a> says more.</p>`;
}

export function mountPages(app: OpenAPIHono, services: Services, linkOf: LinkOf): void {
  const public_url = services.config.public_url.replace(/\/$/, '');
  const { origin } = new URL(public_url);

  app.get(STYLE_PATH, (c) => {
    c.header('Content-Type', 'text/css; charset=utf-8');
    c.header('Cache-Control', 'public, max-age=3600');
    return c.body(STYLE);
  });

  // Where people come who know the address only, and after they have signed in.
  app.get('/', (c) => c.redirect('/p/dashboard'));

  app.get('/p/videos/:uuid', async (c) => {
    const caller = await signedIn(c, services);
    if (!caller) return sendPage(c, { title: 'Sign in', body: SIGN_IN, status: 401 });
    const film = await filmFor(services, caller.user_id, uuidOf(c.req.param('uuid')));
    if (film === 'missing' || film === 'theirs') {
      // A page tells no more of other people's films than that one cannot see them.
      const body = html`<h1>There is no such video here</h1><p>It may belong to another account: sign in with the one it was made with.</p>`;
      return sendPage(c, { title: 'No such video', body, status: 404 });
    }
    const video = videoAnswer(film, linkOf);
    const refresh = video.is_complete || video.is_failed ? undefined : REFRESH_SECONDS;
    return sendPage(c, { title: video.task.slice(0, 80), body: filmBody(video), refresh }, origin);
  });

  app.get('/p/dashboard', async (c) => {
    const caller = await signedIn(c, services);
    const body = developerBody(
      public_url,
      'npx chalktalk keys create --user you@example.com',
      caller !== undefined,
      'your account',
    );
    return sendPage(c, { title: 'API', body });
  });

  app.get('/invitations/:token', async (c) => {
    const token = c.req.param('token');
    try {
      const invitation = await invitationBehind(services.database, token);
      const body = invitationBody(invitation, `${public_url}/api/invitations/${token}/accept`);
      return sendPage(c, { title: `Join ${invitation.organization.name}`, body });
    } catch (error) {
      if (!(error instanceof Fault && error.kind === 'not_found')) throw error;
      const body = html`<h1>There is no such invitation</h1><p>${error.message}</p>`;
      return sendPage(c, { title: 'No such invitation', body, status: 404 });
    }
  });

  app.get('/org/:slug/dashboard', async (c) => {
    const slug = c.req.param('slug');
    if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(slug))
      throw new Fault('not_found', 'There is no such organization; check the address of this page.');
    const caller = await signedIn(c, services);
    // The same for slugs that exist and slugs that do not.
    const body = developerBody(
      public_url,
      `npx chalktalk keys create --org ${slug}`,
      caller !== undefined,
      `the organization ${slug}`,
    );
    return sendPage(c, { title: 'API', body });
  });
}
