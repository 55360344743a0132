/**
 * A formula in a passage: between dollar signs, or written out as "E = mc^2". And how a voice says one.
 */
import type { Passage } from './passage.ts';

const INLINE = /\$([^$\n]{3,200})\$/;
const OPERAND = String.raw`(?:\d+(?:\.\d+)?|[A-Za-zΔλμπ][A-Za-z0-9_]{0,2})(?:\^\{?-?\w+\}?|[²³])?`;
const WRITTEN = new RegExp(
  String.raw`(?<![\p{L}\p{N}"'])(${OPERAND}\s?=\s?${OPERAND}(?:\s?[-+−*/×·]\s?${OPERAND}){0,6})(?=[\s,.;:)]|$)`,
  'u',
);

export function formula(passage: Passage): { kind: 'formula'; tex: string } | null {
  for (const sentence of passage) {
    const inline = INLINE.exec(sentence)?.[1];
    if (inline && /[=<>]|\\frac|\\sum|\\int/.test(inline)) return { kind: 'formula', tex: inline.trim() };
    const written = WRITTEN.exec(sentence)?.[1]?.trim();
    if (
      written &&
      /=.*[A-Za-zΔλμπ]/.test(written) &&
      !/[A-Za-z]{4,}/.test(written) &&
      !/[`;{]/.test(sentence)
    )
      return { kind: 'formula', tex: texOf(written) };
  }
  return null;
}

/** A formula typed in plain signs as TeX; what is TeX already stays as it is. */
export function texOf(text: string): string {
  if (text.includes('\\')) return text.trim();
  return text
    .trim()
    .replace(/[.,;]$/, '')
    .replace(/²/g, '^2')
    .replace(/³/g, '^3')
    .replace(/\*\*/g, '^')
    .replace(/\s*[*·]\s*/g, ' \\cdot ')
    .replace(/×/g, '\\times ')
    .replace(/÷/g, '\\div ')
    .replace(/−/g, '-')
    .replace(/√\(([^()]*)\)/g, '\\sqrt{$1}')
    .replace(/√(\w+)/g, '\\sqrt{$1}')
    .replace(/\bsqrt\(([^()]*)\)/g, '\\sqrt{$1}')
    .replace(/π/g, '\\pi ')
    .replace(/[Δ∆]/g, '\\Delta ')
    .replace(/λ/g, '\\lambda ')
    .replace(/\^\(([^()]*)\)/g, '^{$1}')
    .replace(/\^(\d{2,})/g, '^{$1}')
    .replace(/\s+/g, ' ')
    .trim();
}

/** "6CO2 + 6H2O → C6H12O6 + 6O2" as TeX, its small figures below the line. */
export const texOfEquation = (text: string): string =>
  text
    .trim()
    .replace(/\.$/, '')
    .replace(/([A-Za-z)])(\d+)/g, '$1_{$2}')
    .replace(/\s*(?:→|⟶|⇒|->|=>)\s*/g, ' \\rightarrow ')
    .replace(/\s*⇌\s*/g, ' \\rightleftharpoons ')
    .replace(/([A-Z][A-Za-z()]*)/g, '\\mathrm{$1}');

const GREEK =
  /\\(alpha|beta|gamma|delta|epsilon|theta|lambda|mu|pi|rho|sigma|tau|phi|omega|Delta|Sigma|Omega|Phi)\b/g;

/** The formula in words ("E equals m c squared"), or null when it is too intricate to be heard. */
export function spokenFormula(source: string): string | null {
  const tex = texOf(source);
  if (tex.length > 60 || /\\(?:sum|int|prod|lim|begin|left|matrix|partial|nabla|vec|hat)/.test(tex))
    return null;
  let out = tex
    .replace(/\\(?:text|mathrm|mathbf|operatorname)\{([^{}]*)\}/g, ' $1 ')
    .replace(/\\[,;!: ]/g, ' ')
    .replace(/\\d?frac\{([^{}]*)\}\{([^{}]*)\}/g, ' $1 over $2 ')
    .replace(/\\sqrt\{([^{}]*)\}/g, ' the square root of $1 ')
    .replace(GREEK, ' $1 ')
    .replace(/\\(?:cdot|times)\b/g, ' times ')
    .replace(/\\div\b/g, ' over ')
    .replace(/\^\{?2\}?(?!\d)/g, ' squared ')
    .replace(/\^\{?3\}?(?!\d)/g, ' cubed ')
    .replace(/\^\{?(-?\w+)\}?/g, ' to the $1 ')
    .replace(/_\{?(\w+)\}?/g, ' $1 ')
    .replace(/\\?[<>]=?|≤|≥/g, ' ~ ')
    .replace(/≈|\\approx\b/g, ' is about ')
    .replace(/=/g, ' equals ')
    .replace(/\+/g, ' plus ')
    .replace(/(\s|^)-|(?<=\w)-(?=\w)|\s-\s/g, ' minus ')
    .replace(/\//g, ' over ');
  if (/[\\^_&~]/.test(out)) return null;
  out = out
    .replace(/[{}()[\]]/g, ' ')
    .replace(/(?<=(?:^|\s)[b-zA-Z])(?=[a-zA-Z](?:\s|$))/g, ' ')
    .replace(/(\d)([a-zA-Z])/g, '$1 $2')
    .replace(/\s+/g, ' ')
    .trim();
  return out.length > 0 ? out : null;
}
