import { describe, expect, it } from 'vitest';
import { cleanTicketText } from '../../../nodes/core/text/cleanTicketText';

const bodyOf = (body: string): string => cleanTicketText({ body }).text;
const between = (block: string): string =>
	`The sync dies every night.\n\n${block}\n\nWhen will this be fixed?`;
const LEFT = 'The sync dies every night.\n\nWhen will this be fixed?';

describe('logs and stack traces', () => {
	it.each([
		[
			'Java',
			'java.lang.IllegalStateException: fatal, data lost\n\tat com.acme.sync.Job.run(Job.java:112)\n\tat java.base/java.lang.Thread.run(Thread.java:840)\nCaused by: java.io.IOException: broken pipe\n\t... 12 more',
		],
		[
			'Python',
			'Traceback (most recent call last):\n  File "/srv/app/sync.py", line 42, in run\n    client.push(batch)\n  File "/srv/app/client.py", line 7, in push\n    raise ValueError("bad batch")\nValueError: bad batch',
		],
		[
			'JavaScript',
			"Uncaught TypeError: Cannot read properties of undefined (reading 'id')\n    at render (app.js:10:15)\n    at async Promise.all (index 0)\n    at https://app.acme.example/static/main.js:1:20345",
		],
		[
			'.NET',
			'System.NullReferenceException: Object reference not set to an instance of an object.\n   at Acme.Sync.Job.Run(String name) in C:\\src\\Job.cs:line 42\n   at Acme.Program.Main()\n   --- End of inner exception stack trace ---',
		],
		['PHP', '#0 /var/www/app/Sync.php(42): App\\Client->push()\n#1 {main}'],
		['Ruby', "from /srv/app/sync.rb:42:in `run'\nfrom /srv/app/main.rb:7:in `<main>'"],
		[
			'nginx access log',
			'203.0.113.7 - - [03/May/2024:10:12:01 +0000] "GET /api/v1/export HTTP/1.1" 502 157 "-" "curl/8.0"\n203.0.113.7 - - [03/May/2024:10:12:02 +0000] "GET /api/v1/export HTTP/1.1" 502 157 "-" "curl/8.0"',
		],
		[
			'nginx error log',
			'2024/05/03 10:12:01 [error] 31#31: *1 connect() failed (111: Connection refused)',
		],
		[
			'an application log',
			'2024-05-03T10:12:01.123Z ERROR [sync] terrible failure\n2024-05-03T10:12:02.004Z WARN  [sync] retrying',
		],
		[
			'a bracketed log',
			'[2024-05-03 10:12:01] production.ERROR: failed\n[2024-05-03 10:12:02] production.ERROR: failed again',
		],
		[
			'syslog',
			'May  3 10:12:01 web-1 sshd[1234]: Failed password for root\nMay  3 10:12:02 web-1 sshd[1234]: Failed password for root',
		],
		['levels first', '[ERROR] worker crashed\n[ERROR] worker crashed again'],
		['logfmt', 'level=error msg="sync failed" tenant=42'],
		['JSON lines', '{"level":"error","msg":"sync failed"}\n{"level":"error","msg":"sync failed"}'],
		['a dumped value', '{\n  "error": "terrible",\n  "code": 500\n}'],
		[
			'a reply with its body',
			'HTTP/1.1 422 Unprocessable Entity\n\n{"errors":[{"code":"invalid"}]}',
		],
		['a curl command', 'curl -X POST https://api.acme.example/v2/orders -d \'{"sku":"1"}\''],
		[
			'HTTP headers',
			'HTTP/1.1 500 Internal Server Error\nContent-Type: application/json\nX-Request-Id: 1234-5678',
		],
	])('go: %s', (_name, block) => {
		expect(bodyOf(between(block))).toBe(LEFT);
		expect(cleanTicketText({ body: between(block) }).cut.map(({ kind }) => kind)).toEqual(['log']);
	});

	it.each([
		[
			'an error named in a sentence',
			'We get "TypeError: undefined is not a function" on every page.',
		],
		[
			'an error message on a line of its own',
			'It says:\nError: could not save the report\nWhat now?',
		],
		['one exception alone', 'Uncaught TypeError: x is not a function'],
		[
			'a diary without seconds',
			'2024-05-03 09:00 export failed\n2024-05-03 10:00 no answer from you',
		],
		['form fields', 'Server: production\nDate: 2024-05-03\nE-mail: jane@globex.example'],
		['a list with dashes', '- export broken\n- import broken\n- nobody cares'],
		[
			'a sentence that starts with at',
			'at least tell us when (if ever) it works\nat this point we leave',
		],
		['numbered steps', '1. open the app\n2. click export\n3. nothing happens'],
		['a file named in quotation marks', 'File "export.csv", line 3 is empty, why?'],
		['clock times', '10:30 still down\n11:00 still down'],
	])('stay: %s', (_name, body) => {
		expect(bodyOf(body)).toBe(body);
	});
});

describe('code', () => {
	it.each([
		['backtick fences', '```js\nconst broken = true;\nthrow new Error("awful");\n```'],
		['tilde fences', '~~~\nSELECT * FROM broken;\n~~~'],
		['Jira code', '{code:java}\nthrow new Awful();\n{code}'],
		['Jira noformat', '{noformat}\nawful awful\n{noformat}'],
	])('goes: %s', (_name, block) => {
		expect(bodyOf(between(block))).toBe(LEFT);
		expect(cleanTicketText({ body: between(block) }).cut.map(({ kind }) => kind)).toEqual(['code']);
	});

	it('stays when the fence is never closed', () => {
		const body = 'The editor shows\n```\nand then eats my text.';
		expect(bodyOf(body)).toBe(body);
	});

	it('stays within a sentence', () => {
		const body = 'Calling `export()` fails, and ```export(1)``` too.';
		expect(bodyOf(body)).toBe(body);
	});

	it('goes from HTML when preformatted, and stays within a sentence', () => {
		const body =
			'<p>Calling <code>export()</code> fails:</p><pre>awful\n  stack\n  dump</pre><p>Please fix.</p>';
		expect(bodyOf(body)).toBe('Calling export() fails:\n\nPlease fix.');
	});

	it('goes without the words before and after its fences', () => {
		const body = 'I ran ```sh\nrm -rf broken\n``` and then\n```\nawful\n``` and lost it.';
		expect(bodyOf(body)).toBe('I ran\n\nand then\n\nand lost it.');
	});

	it('is not what a mail sent wholly as preformatted text is', () => {
		expect(bodyOf('<pre>Hello,\n\nnothing loads.\n\n-- \nJane</pre>')).toBe(
			'Hello,\n\nnothing loads.',
		);
	});

	it('is kept when there is nothing else', () => {
		const body = '```\nError: export failed\n```';
		const cleaned = cleanTicketText({ body });
		expect(cleaned.text).toBe(body);
		expect(cleaned.flags).toEqual(['only-cut-text']);
	});
});
