/** /reference: the document as a page that people read, made on the server, with a curl line for every call. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Config } from '../../config/config.ts';
import { SESSION_COOKIE } from '../../identity/auth.ts';
import { type Html, html, sendPage } from '../html.ts';
import { type Components, exampleOf, type Field, fieldsOf, type JsonSchema, resolved } from './fields.ts';
import { type ApiDocument, documentOf } from './openapi.ts';

interface Content {
  content?: Record<string, { schema?: JsonSchema }>;
}

interface Answer extends Content {
  description: string;
  headers?: Record<string, { description?: string }>;
}

interface Operation {
  tags?: string[];
  summary?: string;
  description?: string;
  security?: Record<string, string[]>[];
  parameters?: { name: string; in: string; required?: boolean; schema?: JsonSchema; description?: string }[];
  requestBody?: Content;
  responses?: Record<string, Answer>;
}

interface Call {
  method: string;
  path: string;
  operation: Operation;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const UNTAGGED = 'Other';

function callsOf(document: ApiDocument): Call[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = (item as Record<string, Operation | undefined>)[method];
      return operation ? [{ method: method.toUpperCase(), path, operation }] : [];
    }),
  );
}

function anchorOf({ method, path }: Call): string {
  return `${method}-${path}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '');
}

const schemaOf = ({ content }: Content) => content?.['application/json']?.schema;

function fieldTable(fields: Field[]): Html {
  return html`<table>
<tr><th>Field</th><th>Form</th><th>What it is</th></tr>
${fields.map(
  ({ path, required, kind, rules, description }) =>
    html`<tr><td><code>${path}</code>${required && ' required'}</td><td>${kind}${rules && html`<br><span class="quiet">${rules}</span>`}</td><td>${description}</td></tr>
`,
)}</table>`;
}

/** A command that can be pasted into a shell, up to the key. */
function curlOf({ method, path, operation }: Call, base: string, components: Components): string {
  const query = (operation.parameters ?? [])
    .filter(({ in: place, required }) => place === 'query' && required)
    .map(({ name }) => `${name}=…`)
    .join('&');
  const url = base + path.replace(/\{[^}]*(uuid|id)\}/g, '550e8400-e29b-41d4-a716-446655440000');
  const lines = [`curl ${method === 'GET' ? '' : `-X ${method} `}'${url}${query && `?${query}`}'`];
  const means = operation.security?.flatMap((one) => Object.keys(one)) ?? [];
  if (means.includes('apiKey')) lines.push(`-H 'X-API-Key: kn_…'`);
  else if (means.length > 0) lines.push(`-b '${SESSION_COOKIE}=…'`);
  const schema = operation.requestBody && schemaOf(operation.requestBody);
  if (schema) {
    lines.push(`-H 'Content-Type: application/json'`);
    lines.push(`-d '${JSON.stringify(exampleOf(schema, components, true)).replaceAll("'", "'\\''")}'`);
  }
  return lines.join(' \\\n  ');
}

function answerRow(code: string, { description, headers }: Answer): Html {
  const names = Object.keys(headers ?? {});
  return html`<tr><td><code>${code}</code></td><td>${description}${names.length > 0 && html`<br><span class="quiet">${names.join(', ')}</span>`}</td></tr>
`;
}

function callSection(call: Call, base: string, components: Components): Html {
  const { method, path, operation } = call;
  const body = operation.requestBody && schemaOf(operation.requestBody);
  const success = Object.entries(operation.responses ?? {}).find(([code]) => code.startsWith('2'))?.[1];
  const answer = success && schemaOf(success);
  const parameters = (operation.parameters ?? []).map(
    ({ name, in: place, required = false, schema = {}, description }): Field => ({
      path: name,
      required,
      kind: `${place}, ${[resolved(schema, components).type ?? 'string'].flat().join(' or ')}`,
      rules: '',
      description: description ?? schema.description ?? '',
    }),
  );
  return html`<h3 id="${anchorOf(call)}"><span class="method">${method}</span> <code>${path}</code></h3>
<p>${operation.summary}${operation.description && html`. <span class="quiet">${operation.description}</span>`}</p>
<pre><code>${curlOf(call, base, components)}</code></pre>
${parameters.length > 0 && fieldTable(parameters)}
${body && html`<p>Body</p>${fieldTable(fieldsOf(body, components))}`}
${answer && html`<p>Answer</p><pre><code>${JSON.stringify(exampleOf(answer, components, false), null, 2)}</code></pre>${fieldTable(fieldsOf(answer, components))}`}
<table>
<tr><th>Code</th><th>When</th></tr>
${Object.entries(operation.responses ?? {}).map(([code, response]) => answerRow(code, response))}</table>`;
}

function referenceBody(document: ApiDocument): Html {
  const components = (document.components?.schemas ?? {}) as Components;
  const base = document.servers?.[0]?.url ?? '';
  const calls = callsOf(document);
  const described = new Map((document.tags ?? []).map(({ name, description }) => [name, description]));
  const tags = [
    ...new Set([...described.keys(), ...calls.map(({ operation }) => operation.tags?.[0] ?? UNTAGGED)]),
  ];
  const groups = tags
    .map((tag) => ({
      tag,
      calls: calls.filter(({ operation }) => (operation.tags?.[0] ?? UNTAGGED) === tag),
    }))
    .filter((group) => group.calls.length > 0);
  return html`<h1>${document.info.title} API</h1>
${(document.info.description ?? '').split('\n\n').map((paragraph) => html`<p>${paragraph}</p>`)}
<p class="quiet">For machines: <a href="/openapi.json">/openapi.json</a> (OpenAPI ${document.openapi}).</p>
<ul>${groups
    .flatMap((group) => group.calls)
    .map(
      (
        call,
      ) => html`<li><a href="#${anchorOf(call)}">${call.method} ${call.path}</a> <span class="quiet">${call.operation.summary}</span></li>
`,
    )}</ul>
${groups.map(
  (group) => html`<h2>${group.tag}</h2>
<p>${described.get(group.tag)}</p>
${group.calls.map((call) => callSection(call, base, components))}`,
)}`;
}

export function mountReference(app: OpenAPIHono, config: Pick<Config, 'public_url'>): void {
  const document = documentOf(app, config);
  let page: Html | undefined;
  app.get('/openapi.json', (c) => c.json(document()));
  app.get('/reference', (c) => {
    page ??= referenceBody(document());
    return sendPage(c, { title: 'Reference', body: page });
  });
}
