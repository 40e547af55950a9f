import { describe, expect, it } from 'vitest';
import { mrkdwnToHtml } from './mrkdwn.ts';

describe('mrkdwnToHtml', () => {
	it.each([
		['bold', '*a b*', '<strong>a b</strong>'],
		['italic', 'x _a_ y', 'x <em>a</em> y'],
		['strike', '~a~', '<s>a</s>'],
		['code, whose marks stay', '`*a*`', '<code>*a*</code>'],
		['no bold inside a word or sum', '2*3*4', '2*3*4'],
		['no italic inside a name', 'ticket_log_id', 'ticket_log_id'],
		['lines', 'a\nb', 'a<br>b'],
		['quotes', 'x\n> a\n&gt;b\ny', 'x<blockquote>a<br>b</blockquote>y'],
		['escapes undone once', 'a &amp;lt; b &lt;3', 'a &amp;lt; b &lt;3'],
		['a loud mention', '<!channel>', '<span class="mention loud">@channel</span>'],
		['a person', '<@U1|dana>', '<span class="mention">@dana</span>'],
		['a date by its fallback', '<!date^1^{date}|5 Dec>', '5 Dec'],
	])('shows %s', (_, source, html) => {
		expect(mrkdwnToHtml(source)).toBe(html);
	});

	it('shows a link, also a bold one', () => {
		expect(mrkdwnToHtml('*<https://a.example/?x=1&amp;y=2|#1 it>*')).toBe(
			'<strong><a href="https://a.example/?x=1&amp;y=2" target="_blank" rel="noopener noreferrer">#1 it</a></strong>',
		);
	});

	it.each([
		['a tag', '<script>alert(1)</script>'],
		['an escaped tag', '&lt;img src=x onerror=alert(1)&gt;'],
		['a tag in code', '`<img src=x>`'],
		['a tag in a link label', '<https://a.example|<b>x</b>>'],
		['a quote in a link', '<https://a.example/"onmouseover="alert(1)|x>'],
		['a script address', '<javascript:alert(1)|x>'],
		['an attribute out of a mention', '<@U1|"><img src=x>'],
	])('lets no HTML through: %s', (_, source) => {
		const html = mrkdwnToHtml(source);
		const tags = html.replace(/<\/?(a|code|span)( (class|href|target|rel)="[^"<>]*")*>/g, '');
		expect(tags).not.toMatch(/[<>]/);
		expect(html).not.toContain('href="javascript');
	});

	it('takes the private characters it works with out of the text', () => {
		expect(mrkdwnToHtml('`a` \u{E000}0\u{E001}')).toBe('<code>a</code> 0');
	});

	it('reads hostile text once', () => {
		for (const part of ['*', '*a', '<', '`', '_a *', '> *']) {
			const text = part.repeat(100_000);
			expect(mrkdwnToHtml(text).length).toBeGreaterThan(0);
		}
	});
});
