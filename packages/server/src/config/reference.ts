/** docs/configuration.md, written from the settings themselves. */
import { FILE } from './load.ts';
import { type Leaf, leaves, sections } from './schema.ts';

/** The whole page, Markdown. */
export function configurationReference(): string {
  const top = leaves.filter(({ path }) => !path.includes('.'));
  return `<!-- Written by \`npm run configuration\` from packages/server/src/config/schema.ts; edit that. -->
# Configuration

Chalktalk runs without any. What differs from the defaults is given, the first of these winning:

1. on the command line (\`--port\`, \`--host\`, \`--data\`, \`--workers\`);
2. in the environment, by the variable beside each setting;
3. in \`${FILE}\` in the working folder, or in the file that \`--config\` names.

Unknown names and wrong values are refused at the start. In variables, lists are written with commas between; relative
folders begin at the working folder, and in the file at the folder of the file. Keep secrets in the environment or in a
file that only the server may read.

\`\`\`yaml
# ${FILE}
host: 0.0.0.0
public_url: https://films.example.com
limits:
  active: 5
work:
  workers: 2
\`\`\`

${tableOf(top)}
${sections
  .map(({ path, description }) => {
    const inside = leaves.filter((leaf) => leaf.path.startsWith(`${path}.`));
    return `## ${path}\n${description}\n\n${tableOf(inside)}`;
  })
  .join('\n')}
## Elsewhere
| variable | |
|---|---|
| \`CHALKTALK_CACHE\` | The folder in which \`chalktalk video\` keeps unfinished films and finished clips. |
| \`CHALKTALK_ENCODER\` | \`node-av\` or \`ffmpeg\`: what encodes films; by default whichever works. |
`;
}

function tableOf(some: Leaf[]): string {
  const rows = some.map(({ path, variables, description, ...leaf }) => {
    const fallback = leaf.default === undefined ? '' : `\`${shown(leaf.default)}\``;
    const names = variables.map((name) => `\`${name}\``).join(', ');
    return `| \`${path}\` | ${names} | ${fallback} | ${description.replaceAll('|', '\\|')} |`;
  });
  return `| setting | variable | default | |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return '[]';
  return value === '' ? '""' : String(value);
}
