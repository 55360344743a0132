/** The one style sheet of our plain pages, served as a file so that pages need no inline styles. */
export const STYLE_PATH = '/p/style.css';

export const STYLE = `:root { color-scheme: light dark; --ink: #1c2430; --paper: #fbfaf7; --quiet: #5b6675; --line: #d9dce1; --mark: #0b62c4; --code: #f0efe9; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9ecf1; --paper: #14181f; --quiet: #a0abba; --line: #333b47; --mark: #7db8ff; --code: #1e242e; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 1rem; overflow-wrap: anywhere; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem; padding-top: 1rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.75rem 0 .25rem; }
p { margin: .5rem 0; max-width: 46rem; }
a { color: var(--mark); }
.quiet { color: var(--quiet); }
code, pre { font: .875rem/1.5 ui-monospace, monospace; background: var(--code); border-radius: .25rem; }
code { padding: .1rem .3rem; overflow-wrap: anywhere; }
pre { padding: .75rem 1rem; overflow-x: auto; }
pre code { padding: 0; background: none; overflow-wrap: normal; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; font-size: .9375rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; color: var(--quiet); }
video { width: 100%; max-height: 75vh; background: #000; border-radius: .5rem; }
progress { width: 100%; height: .75rem; accent-color: var(--mark); }
.method { font-weight: 700; color: var(--mark); }
ul { padding-left: 1.2rem; }
`;
