import { markup, type Html } from './markup';

/** What every page of ours has around it: no script, nothing loaded from elsewhere, readable without its styles. */

/** A page, and the HTTP status it goes out with. */
export interface ResponsePage {
	status: number;
	html: string;
}

/** Text has a contrast of at least 4.5 on what it stands on, fields and focus of at least 3 (WCAG 2.2 AA). */
const STYLE = `
:root{color-scheme:light dark;--page:#eef0f3;--card:#fff;--text:#1d2939;--muted:#5a6473;--line:#808997;--soft:#f3f5f7;--main:#17605b;--on-main:#fff;--bad:#a3190f;--bad-soft:#fdf0ee}
@media(prefers-color-scheme:dark){:root{--page:#14171b;--card:#1f242b;--text:#e8eaed;--muted:#aab2bd;--line:#7d8896;--soft:#2a3038;--main:#7fd6cf;--on-main:#0d2624;--bad:#ff9c92;--bad-soft:#3a2523}}
*{box-sizing:border-box}
body{margin:0;padding:16px;background:var(--page);color:var(--text);font:16px/1.5 -apple-system,"Segoe UI",Roboto,Arial,sans-serif;-webkit-text-size-adjust:100%}
main{max-width:36rem;margin:0 auto;padding:24px 20px;background:var(--card);border-top:4px solid var(--main);border-radius:6px;overflow-wrap:anywhere}
h1{margin:0 0 12px;font-size:1.4rem;line-height:1.3;text-wrap:balance}
h2{margin:28px 0 8px;font-size:1rem}
p{margin:0 0 16px}
dl{display:grid;grid-template-columns:auto minmax(0,1fr);gap:6px 16px;margin:0 0 20px;padding:12px 16px;background:var(--soft);border-radius:6px}
dt{color:var(--muted)}
dd{margin:0}
dd p{margin:0}
dd p+p{margin-top:4px}
form{margin:0 0 24px}
main>:last-child{margin-bottom:0}
a{color:var(--main)}
fieldset{margin:0 0 20px;padding:0;border:0}
legend{margin:0 0 8px;padding:0;font-weight:600}
label{display:block;margin:0 0 4px;font-weight:600}
label.choice{display:flex;gap:12px;align-items:flex-start;min-height:44px;padding:10px 12px;border:1px solid var(--line);border-radius:6px;margin:0 0 8px;font-weight:400}
.choice input{flex:none;width:20px;height:20px;margin:2px 0 0;accent-color:var(--main)}
.choice small{display:block}
.field{margin:0 0 16px}
.field input{width:100%;min-height:44px;padding:8px 12px;border:1px solid var(--line);border-radius:6px;background:var(--card);color:var(--text);font:inherit}
.field input.short{width:7rem}
small,.muted{color:var(--muted);font-size:.875rem}
.bad{padding:10px 14px;background:var(--bad-soft);border-left:4px solid var(--bad);color:var(--bad)}
.note{padding:10px 14px;background:var(--soft);border-left:4px solid var(--line)}
button{min-height:44px;padding:8px 18px;border:2px solid var(--main);border-radius:6px;background:var(--card);color:var(--main);font:inherit;font-weight:600;cursor:pointer}
button.main{background:var(--main);color:var(--on-main)}
.others{display:flex;flex-wrap:wrap;gap:10px}
.others button{padding:6px 14px;border-width:1px}
:focus-visible{outline:3px solid var(--text);outline-offset:2px}
@media(max-width:430px){button.main{width:100%}.others button{flex:1 1 40%}}
@media(forced-colors:active){main{border:1px solid}}
`
	.trim()
	.replace(/\n/g, '');

/** A whole page. Its title is its headline, so that a tab says what it says. */
export function page(status: number, headline: string, parts: readonly Html[]): ResponsePage {
	// In pieces of our own: nothing in it comes from outside.
	const style: Html = { html: `<style>${STYLE}</style>` };
	const { html: text } = markup`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="robots" content="noindex" />
				<meta name="color-scheme" content="light dark" />
				<title>${headline}</title>
				${style}
			</head>
			<body>
				<main>
					<h1>${headline}</h1>
					${parts}
				</main>
			</body>
		</html>`;
	return { status, html: text };
}

export function paragraph(text: string | undefined, kind?: 'muted' | 'note'): Html {
	if (text === undefined) return markup``;
	return kind === undefined ? markup`<p>${text}</p>` : markup`<p class="${kind}">${text}</p>`;
}

/** For the field that it is about. */
export const PROBLEM_ID = 'problem';

/** What stands in the way, read out at once. */
export function problemNote(text: string | undefined): Html {
	return text === undefined
		? markup``
		: markup`<p class="bad" id="${PROBLEM_ID}" role="alert">${text}</p>`;
}
