/** What is answered when no route matches: 405 when the path is known under another method, else 404. */
import type { Context } from 'hono';
import { TrieRouter } from 'hono/router/trie-router';
import { Fault } from '../errors.ts';

/** @returns a function that makes the fault of a request; returned, since what is thrown there skips the middleware */
export function faultsOfUnmatched(app: { routes: { method: string; path: string }[] }) {
  let paths: TrieRouter<string> | undefined;
  /** Made with the first miss, when every route is there. */
  function methodsByPath(): TrieRouter<string> {
    if (paths) return paths;
    paths = new TrieRouter();
    for (const { method, path } of app.routes) if (method !== 'ALL') paths.add('ALL', path, method);
    return paths;
  }

  return (c: Context): Fault => {
    const [matches] = methodsByPath().match('ALL', c.req.path);
    const methods = new Set(matches.map(([method]) => method));
    if (methods.has('GET')) methods.add('HEAD');
    const { method } = c.req;
    if (methods.size > 0 && !methods.has(method)) {
      const allow = [...methods].join(', ');
      return new Fault('method_not_allowed', `This path does not answer ${shown(method)}; use ${allow}.`, {
        headers: { Allow: allow },
      });
    }
    return new Fault('not_found', 'There is nothing at this path; /reference lists every call.');
  };
}

function shown(method: string): string {
  return /^[A-Z]{1,12}$/.test(method) ? method : 'this method';
}
