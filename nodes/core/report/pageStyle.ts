import { DARK, LIGHT, variables } from './charts/colours';

/** Below this width of the window the narrow drawings are shown. */
const PHONE = 640;

const LIGHT_PAGE = '--page:#eef0f3;--card:#ffffff;--box:#f6f7f9;--link:#175cd3';
const DARK_PAGE = '--page:#14171b;--card:#1f242b;--box:#2a3038;--link:#8ab4f8';

/** On a phone: columns of numbers close together, and rows of many words each as a list of its cells. */
const PHONE_STYLE = [
	'body{padding:8px 0}',
	'header,section,footer{border-radius:0;padding:16px 14px}',
	'.wide{display:none}',
	'.narrow{display:block}',
	'table{font-size:13px}',
	'th{font-size:12px}',
	'th,td{padding-right:8px;min-width:64px}',
	'.number{min-width:0}',
	'.stacked table,.stacked tbody,.stacked tr{display:block}',
	'.stacked thead{display:none}',
	'.stacked tr{padding:8px 0;border-bottom:1px solid var(--grid)}',
	'.stacked td{display:flex;gap:2%;border:0;padding:1px 0;text-align:left;overflow-wrap:anywhere}',
	'.stacked td::before{content:attr(data-title);flex:0 0 36%;color:var(--soft)}',
	'.stacked td:first-child{font-weight:600}',
	'.stacked td:first-child::before{content:none}',
].join('');

/** The page's style: light and dark by what the reader has set, always light on paper. */
export const PAGE_STYLE = [
	`:root{color-scheme:light dark;${variables(LIGHT)};${LIGHT_PAGE}}`,
	`@media screen and (prefers-color-scheme:dark){:root{${variables(DARK)};${DARK_PAGE}}}`,
	'*{box-sizing:border-box}',
	"body{margin:0;padding:24px 12px;background:var(--page);color:var(--ink);font:15px/1.5 -apple-system,'Segoe UI',Roboto,Arial,sans-serif}",
	'main{max-width:860px;margin:0 auto}',
	'header,section,footer{background:var(--card);padding:20px 24px;margin:0 0 16px;border-radius:6px}',
	'header{border-top:4px solid var(--first)}',
	'h1{font-size:22px;line-height:1.3;margin:0 0 8px}',
	'h2{font-size:17px;line-height:1.3;margin:0 0 10px}',
	'p{margin:0 0 10px;overflow-wrap:anywhere}',
	'.lead{font-size:16px}',
	'.soft,footer{color:var(--soft);font-size:13px}',
	'figure{margin:0 0 12px}',
	'svg{width:100%;height:auto;display:block}',
	'.narrow{display:none}',
	'.table{overflow-x:auto}',
	'table{border-collapse:collapse;width:100%;font-size:14px}',
	'th,td{text-align:left;padding:6px 24px 6px 0;border-bottom:1px solid var(--grid);vertical-align:top;overflow-wrap:break-word;min-width:96px}',
	'th{color:var(--soft);font-weight:600;font-size:13px}',
	'th:last-child,td:last-child{padding-right:0}',
	'summary{cursor:pointer;color:var(--soft);font-size:13px}',
	'.number{text-align:right;min-width:64px;font-variant-numeric:tabular-nums}',
	'a{color:var(--link)}',
	'footer ul{margin:0;padding-left:18px}',
	`@media screen and (max-width:${PHONE}px){${PHONE_STYLE}}`,
	'@media print{body{background:none;padding:0;font-size:12px}header,section,footer{padding:0 0 12px;border-radius:0}section,figure,tr{break-inside:avoid}.wide{display:block}.narrow{display:none}}',
].join('');
