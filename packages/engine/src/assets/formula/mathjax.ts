/**
 * MathJax, set up to turn TeX into SVG without a browser. Loading it takes about a quarter of a second, so this
 * module is imported only when a film has a formula.
 */
import type { LiteElement } from '@mathjax/src/js/adaptors/lite/Element.js';
import { liteAdaptor } from '@mathjax/src/js/adaptors/liteAdaptor.js';
import { RegisterHTMLHandler } from '@mathjax/src/js/handlers/html.js';
import '@mathjax/src/js/input/tex/ams/AmsConfiguration.js';
import '@mathjax/src/js/input/tex/boldsymbol/BoldsymbolConfiguration.js';
import '@mathjax/src/js/input/tex/cancel/CancelConfiguration.js';
import '@mathjax/src/js/input/tex/html/HtmlConfiguration.js';
import { TeX } from '@mathjax/src/js/input/tex.js';
import { mathjax } from '@mathjax/src/js/mathjax.js';
import { SVG } from '@mathjax/src/js/output/svg.js';
import '@mathjax/src/js/util/asyncLoad/esm.js';
import { type Outline, outlinesOf } from './outlines.ts';

/** All in MathJax's units, 1000 to the em; y down from the baseline. */
export interface Typeset {
  width: number;
  ascent: number;
  descent: number;
  outlines: Outline[];
}

const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);
const page = mathjax.document('', {
  InputJax: new TeX({
    packages: ['base', 'ams', 'boldsymbol', 'cancel', 'html'],
    formatError: (_jax: unknown, error: Error) => {
      throw error;
    },
  }),
  OutputJax: new SVG({ fontCache: 'none' }),
});

/**
 * Sets TeX in display style.
 * @throws Error with MathJax's reason when the TeX is wrong, or when it cannot be drawn as outlines.
 */
export async function typeset(tex: string): Promise<Typeset> {
  const container: LiteElement = await page.convertPromise(tex, { display: true });
  const svg = adaptor.firstChild(container) as LiteElement;
  const box = (adaptor.getAttribute(svg, 'viewBox') ?? '').split(' ').map(Number);
  const [, top, width, height] = box;
  if (top === undefined || width === undefined || height === undefined) {
    throw new Error('numbered formulas (\\tag) have no width of their own');
  }
  return { width, ascent: -top, descent: height + top, outlines: outlinesOf(adaptor, svg) };
}
