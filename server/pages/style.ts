/** The style sheet of the pages that the backend serves. */
export const pageStyle = `
:root { color-scheme: light; --ink: #1d2b33; --accent: #0b5563; }
*, ::before, ::after { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #fff; font: 1.125rem/1.5 system-ui, sans-serif; }
.top { background: var(--accent); color: #fff; }
.top__name { max-width: 44rem; margin: 0 auto; padding: .75rem 1rem; font-weight: 700; }
main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: break-word; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.375rem; line-height: 1.25; margin: 2.5rem 0 .5rem; }
a { color: var(--accent); }
a:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
li { margin: .25rem 0; }
.help { padding: 0; list-style: none; }
.help li { margin: .75rem 0; }
.help strong, .help__links { display: block; }
.help__links a { display: inline-block; min-height: 44px; padding: .5rem 0; }
kith-referral-form { display: block; min-height: 40rem; }
`;
