/**
 * What is left of Markdown when it is spoken: emphasis, links and code become their words.
 */
import type { Heading, Paragraph, PhrasingContent } from 'mdast';
import { badNote } from './yaml-text.ts';

/** @throws ChalktalkError `bad_note` for what cannot be spoken */
export function plainText(block: Paragraph | Heading, file: string): string {
  return block.children.map((node) => spoken(node, file)).join('');
}

function spoken(node: PhrasingContent, file: string): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value;
    case 'break':
      return '\n';
    case 'html':
      return '';
    case 'image':
    case 'imageReference': {
      const line = node.position?.start.line ?? 1;
      throw badNote(file, line, 'a picture is not spoken; name an icon in a show block instead');
    }
    case 'footnoteReference':
      return '';
    default:
      return node.children.map((child) => spoken(child, file)).join('');
  }
}

/** A heading's words, emphasis kept as `*words*` whichever way it was written. */
export function headlineText(heading: Heading, file: string): string {
  const text = heading.children
    .map((node) => {
      const words = spoken(node, file);
      return node.type === 'emphasis' || node.type === 'strong' ? `*${words}*` : words;
    })
    .join('');
  return text.replace(/\s+/g, ' ').trim();
}
