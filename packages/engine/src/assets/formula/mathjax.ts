/**
 * MathJax, set up to turn TeX into SVG without a browser. Loading it takes about a quarter of a second, so this
 * module is imported only when a film has a formula.
 */
import { init } from 'mathjax';
import { type Outline, outlinesOf } from './outlines.ts';

/** All in MathJax's units, 1000 to the em; y down from the baseline. */
export interface Typeset {
  width: number;
  ascent: number;
  descent: number;
  outlines: Outline[];
}

const PACKAGES = ['ams', 'boldsymbol', 'cancel', 'html'];

const { startup, tex2svgPromise } = await init({
  loader: { load: ['input/tex-base', ...PACKAGES.map((name) => `[tex]/${name}`), 'output/svg'] },
  tex: {
    packages: ['base', ...PACKAGES],
    formatError: (_jax: unknown, error: Error) => {
      throw error;
    },
  },
  svg: { fontCache: 'none' },
  startup: { typeset: false },
});
const { adaptor } = startup;
// MathJax needs it while it starts; left standing, it would tell other packages that this is CommonJS.
Reflect.deleteProperty(globalThis, 'require');

/**
 * Sets TeX in display style.
 * @throws Error with MathJax's reason when the TeX is wrong, or when it cannot be drawn as outlines.
 */
export async function typeset(tex: string): Promise<Typeset> {
  const svg = adaptor.firstChild(await tex2svgPromise(tex, { display: true }));
  const box = (adaptor.getAttribute(svg, 'viewBox') ?? '').split(' ').map(Number);
  const [, top, width, height] = box;
  if (top === undefined || width === undefined || height === undefined) {
    throw new Error('numbered formulas (\\tag) have no width of their own');
  }
  return { width, ascent: -top, descent: height + top, outlines: outlinesOf(adaptor, svg) };
}
