import type { Example } from '../component.ts';
import type { DiagramData } from './schema.ts';

export const example: Example<DiagramData> = {
  headline: 'One name, *four* questions',
  narration:
    'You type a name, and your computer asks a resolver. The resolver asks the root, which points to the keeper of dot com. ' +
    'That one points to the site itself. Back comes the address.',
  data: {
    direction: 'right',
    nodes: [
      { id: 'you', label: 'You', icon: 'laptop', say: 'your computer' },
      { id: 'resolver', label: 'Resolver', icon: 'lucide:server', say: 'resolver' },
      { id: 'root', label: 'Root', icon: 'globe showing Europe-Africa', say: 'root' },
      { id: 'com', label: '.com', icon: 'card index', say: 'dot com' },
      { id: 'site', label: 'The site', icon: 'house', tone: 'good', say: 'site itself' },
    ],
    edges: [
      { from: 'you', to: 'resolver', label: 'asks' },
      { from: 'resolver', to: 'root' },
      { from: 'resolver', to: 'com' },
      { from: 'resolver', to: 'site' },
    ],
  },
};
