/** The part of MathJax's bundle the engine uses; the package comes without types. */
declare module 'mathjax' {
  /** A node of the SVG tree, to be read through the adaptor. */
  export interface LiteElement {
    readonly kind: string;
  }
  export interface LiteAdaptor {
    kind(node: LiteElement): string;
    getAttribute(node: LiteElement, name: string): string | undefined;
    firstChild(node: LiteElement): LiteElement;
    childNodes(node: LiteElement): LiteElement[];
    textContent(node: LiteElement): string;
  }
  export interface MathJax {
    startup: { adaptor: LiteAdaptor };
    /** The container around the SVG; rejects when `formatError` throws. */
    tex2svgPromise(tex: string, options: { display: boolean }): Promise<LiteElement>;
  }
  /** Loads the components named and configures them. */
  export function init(config: Record<string, unknown>): Promise<MathJax>;
}
