/**
 * Expressions in x as people type them ("x^2 - 3x + 1", "2 sin(x)", "e^(-x²)"), read by recursive descent into
 * a function. Nothing is evaluated as code: a text can only name the operations below.
 */
import { ChalktalkError } from '../../../errors.ts';

export type Function1 = (x: number) => number;

const FUNCTIONS: Record<string, Function1> = {
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  sqrt: Math.sqrt,
  abs: Math.abs,
  exp: Math.exp,
  ln: Math.log,
  log: Math.log10,
  floor: Math.floor,
};
const CONSTANTS: Record<string, number> = { e: Math.E, pi: Math.PI };
const NAMES = [...Object.keys(FUNCTIONS), ...Object.keys(CONSTANTS), 'x'].sort((a, b) => b.length - a.length);
/** What people type or paste for the plain signs. */
const PLAIN: [RegExp, string][] = [
  [/[−–]/g, '-'],
  [/[·×]/g, '*'],
  [/÷/g, '/'],
  [/²/g, '^2'],
  [/³/g, '^3'],
  [/π/g, 'pi'],
  [/√/g, 'sqrt'],
];

/** @throws ChalktalkError `bad_note` that says where the expression cannot be read. */
export function parseExpression(text: string): Function1 {
  const parser = new Parser(tokensOf(text), text);
  return parser.whole();
}

function tokensOf(text: string): string[] {
  let rest = PLAIN.reduce((plain, [sign, name]) => plain.replace(sign, name), text)
    .toLowerCase()
    .replace(/\s+/g, ' ');
  const tokens: string[] = [];
  while (rest) {
    const number = /^(\d+\.?\d*|\.\d+)/.exec(rest)?.[0];
    const name = NAMES.find((one) => rest.startsWith(one));
    const token = number ?? name ?? (/^[-+*/^() ]/.test(rest) ? rest[0]! : undefined);
    if (token === undefined) throw unreadable(text, `"${rest.slice(0, 12)}"`);
    if (token !== ' ') tokens.push(token);
    rest = rest.slice(token.length);
  }
  return tokens;
}

function unreadable(text: string, what: string): ChalktalkError {
  return new ChalktalkError(
    'bad_note',
    `The expression "${text}" cannot be read at ${what}; write it with x, numbers, + - * / ^, brackets and ${Object.keys(FUNCTIONS).join(', ')}.`,
  );
}

class Parser {
  #at = 0;
  readonly #tokens: string[];
  readonly #text: string;

  constructor(tokens: string[], text: string) {
    this.#tokens = tokens;
    this.#text = text;
  }

  whole(): Function1 {
    const result = this.#sum();
    if (this.#at < this.#tokens.length) throw this.#stuck();
    return result;
  }

  #sum(): Function1 {
    let left = this.#product();
    while (this.#peek() === '+' || this.#peek() === '-') {
      const [a, add] = [left, this.#take() === '+'];
      const b = this.#product();
      left = add ? (x) => a(x) + b(x) : (x) => a(x) - b(x);
    }
    return left;
  }

  #product(): Function1 {
    let left = this.#signed();
    for (;;) {
      const next = this.#peek();
      // Two factors side by side are multiplied.
      const times = next === '*' || (next !== undefined && !/^[-+/^)]$/.test(next));
      if (!times && next !== '/') return left;
      if (next === '*' || next === '/') this.#take();
      const a = left;
      const b = this.#signed();
      left = times ? (x) => a(x) * b(x) : (x) => a(x) / b(x);
    }
  }

  /** A sign binds less than a power: -x^2 is -(x^2). */
  #signed(): Function1 {
    if (this.#peek() === '+') this.#take();
    if (this.#peek() !== '-') return this.#power();
    this.#take();
    const inner = this.#signed();
    return (x) => -inner(x);
  }

  #power(): Function1 {
    const base = this.#atom();
    if (this.#peek() !== '^') return base;
    this.#take();
    const exponent = this.#signed();
    return (x) => base(x) ** exponent(x);
  }

  #atom(): Function1 {
    const token = this.#take();
    if (token === undefined) throw this.#stuck();
    if (token === 'x') return (x) => x;
    if (/^[\d.]/.test(token)) {
      const value = Number(token);
      return () => value;
    }
    if (Object.hasOwn(CONSTANTS, token)) {
      const value = CONSTANTS[token]!;
      return () => value;
    }
    if (Object.hasOwn(FUNCTIONS, token)) {
      const call = FUNCTIONS[token]!;
      // sin x is sin(x); sin 2x is sin(2)·x, as calculators read it.
      const inner = this.#atom();
      return (x) => call(inner(x));
    }
    if (token !== '(') {
      this.#at -= 1;
      throw this.#stuck();
    }
    const inner = this.#sum();
    if (this.#take() !== ')') throw this.#stuck();
    return inner;
  }

  #peek(): string | undefined {
    return this.#tokens[this.#at];
  }

  #take(): string | undefined {
    this.#at += 1;
    return this.#tokens[this.#at - 1];
  }

  #stuck(): ChalktalkError {
    const token = this.#tokens[this.#at];
    return unreadable(this.#text, token === undefined ? 'its end' : `"${token}"`);
  }
}
