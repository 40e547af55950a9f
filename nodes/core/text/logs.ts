import { oneLine, pattern } from '../values/tables';
import { patternHead, type Line } from './lines';

/**
 * Log lines and stack traces of Java, Python, JavaScript, .NET, PHP, Ruby and Go, web server and
 * system logs. `certain` ones are nothing else even alone; `likely` ones could be one error message
 * that a customer quotes, and count only next to another one.
 */
export type LogLikeness = 'certain' | 'likely' | 'continuation' | undefined;

const LEVEL = '(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|ERR|FATAL|CRIT(?:ICAL)?|SEVERE|PANIC)';
/** With seconds: "2024-05-03 10:12 - sync stopped" is a customer's diary, not a log. */
const TIMESTAMP = oneLine`
	\\[?(?:\\d{4}[-/.]\\d{2}[-/.]\\d{2}[T ]\\s?\\d{2}:\\d{2}:\\d{2}(?:[.,]\\d{1,9})?\\s?(?:Z|
	[+-]\\d{2}:?\\d{2}|UTC)?|\\d{2}:\\d{2}:\\d{2}[.,]\\d{3,6}|
	\\d{2}/\\w{3}/\\d{4}:\\d{2}:\\d{2}:\\d{2}(?: [+-]\\d{4})?)\\]?
`;

const CERTAIN: readonly RegExp[] = [
	// Frames: Java and Kotlin, JavaScript, .NET, Python, PHP, Ruby, Go.
	/^at (?=[^\s(]{0,200}\.)[\w.$<>/@-]{1,200}\([^()]{0,200}\)$/,
	/^at (?:async |new )?[\w.$<>]{1,200} \((?:<anonymous>|native(?: code)?|index \d+)\)$/,
	/^at (?:async |new )?[\w.$<>[\] ]{0,200}\(?(?:[\w@:/.\\-]|%20){1,300}:\d+:\d+\)?$/,
	/^at (?=[^\s(]{0,300}\.)[\w.`<>[\],+]{1,300}\(.{0,300}\)(?: in .{1,300}:line \d+)?$/,
	/^File "[^"]{1,300}", line \d+(?:, in .{1,200})?$/,
	/^#\d+ (?:.{1,300}\(\d+\): .{1,200}|\{main\})$/,
	/^from .{1,300}:\d+:in [`'].{1,200}'$/,
	/^goroutine \d+ \[.{1,60}\]:$/,
	/^\.\.\. \d+ (?:more|common frames omitted)$/,
	/^(?:Caused by|Suppressed): [\w.$]{3,200}(?:Exception|Error|Throwable)\b/,
	/^Exception in thread "/,
	/^Traceback \(most recent call last\):$/,
	/^--- End of (?:inner exception )?stack trace/,
	/^The above exception was the direct cause|^During handling of the above exception/,
	// Access logs, error logs, syslog.
	/^\d{1,3}(?:\.\d{1,3}){3} \S{1,60} \S{1,60} \[\d{2}\/\w{3}\/\d{4}:/,
	/^\d{4}\/\d{2}\/\d{2} \d{2}:\d{2}:\d{2} \[\w{3,8}\] \d+#/,
	/^[A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} [\w.-]{1,80} [\w./-]{1,60}(?:\[\d+\])?:/,
	new RegExp(`^${TIMESTAMP}[\\s|,;:-]{0,4}(?:\\[[^\\]]{1,80}\\][\\s|:-]{0,3}){0,4}\\b${LEVEL}\\b`),
	new RegExp(`^\\[?${LEVEL}\\]?[\\s|:-]{1,4}${TIMESTAMP}`),
	/^(?:\$ )?curl (?:-|https?:).{0,590}$/,
	/^(?:time|ts|level)=\S{1,60} (?:level|msg|time|ts|logger)=/,
	/^\{"(?:time(?:stamp)?|ts|level|@timestamp|severity)":/,
];

const LIKELY: readonly RegExp[] = [
	// A time by itself is one that the customer lists.
	new RegExp(`^${TIMESTAMP}\\s{1,20}\\S`),
	new RegExp(`^\\[${LEVEL}\\]\\s|^${LEVEL}:?\\s{1,4}\\[?[\\w.-]{1,80}[\\]:]\\s`),
	/^(?:[\w$]{1,60}\.){1,12}[\w$]{0,80}(?:Exception|Error)(?::|$)/,
	/^(?:Uncaught (?:\(in promise\) )?)?[A-Z][A-Za-z]{0,40}(?:Error|Exception)(?: \[\w{1,60}\])?: /,
	/^(?:npm ERR!|yarn error|error TS\d+|\[\w{2,20}\] (?:error|warning))/i,
	/^(?:>|<|\*) (?:[A-Z]{3,7} \/|HTTP\/|Host:|User-Agent:|Accept:|Connection|TLS)/,
	/^(?:HTTP\/\d(?:\.\d)? \d{3}|(?:GET|POST|PUT|PATCH|DELETE) (?:\/|https?:)\S{0,300}(?: HTTP\/\d(?:\.\d)?| \d{3})\b)/,
	pattern('i')`
		^(?:content-(?:type|length|encoding|disposition|security-policy)|user-agent|accept(?:-\w{1,20})?|
		cache-control|x-[\w-]{2,40}|set-cookie|transfer-encoding|access-control-[\w-]{2,40}|
		www-authenticate|strict-transport-security|if-none-match|retry-after|cf-ray|etag|last-modified): \S
	`,
	/^(?:\$ (?=[\w./~-])(?!\d)|(?:PS [A-Z]:\\.{0,80}>|C:\\.{0,80}>) ?)\S/,
	/^[{[]\s?["{[].{0,600}[}\]],?$/,
	/^(?:curl|wget|npm|pip|docker|kubectl|git) -{0,2}\w/,
	/^(?:Process|Thread|PID|RequestId|Request ID|Trace(?:-| )?Id|Correlation(?:-| )?Id)\s?[:=]\s?[\w-]{6,80}$/i,
];

/** Lines of a dumped value: braces, quoted keys, XML of a payload. */
const CONTINUATION = pattern()`
	^(?:[{}[\]()]{1,6}[,;]?$|"[^"]{1,100}"\s?:\s?(?:["[{\d-]|(?:true|false|null)\b|$)|[}\])]+[,;]|
	<\/?[\w:.-]{1,60}(?:\s[^<>]{0,200})?\/?>(?:[^<>]{0,200}<\/[\w:.-]{1,60}>)?$|\^+$|~+\^*~*$|
	\|\s{0,40}(?:$|[\^~]))
`;

/** What frames and dumps start with in small letters. */
const STARTS_FRAME = pattern()`
	^(?:at|from|time|ts|level|goroutine|npm|yarn|error|content-|user-agent|accept|cache-control|x-|
	set-cookie|transfer-|access-control|www-auth|strict-|if-none|retry-after|cf-ray|etag|last-mod|
	curl|wget|pip|docker|kubectl|git|java|javax|org|com|io|net|sun|[a-z]+\.[a-z]+\.)
`;

/** What a trimmed line looks like by itself. */
export function logLikeness(line: string): LogLikeness {
	const first = line.charCodeAt(0);
	// Words in small letters are prose unless they are one of the few that frames and dumps start with.
	const text = patternHead(line);
	if (first >= 0x61 && first <= 0x7a && !STARTS_FRAME.test(text)) {
		return undefined;
	}
	for (const certain of CERTAIN) if (certain.test(text)) return 'certain';
	for (const likely of LIKELY) if (likely.test(text)) return 'likely';
	return CONTINUATION.test(text) ? 'continuation' : undefined;
}

const ANY_LOG = pattern()`
	(?:^|\n)[^\S\n]*(?:at |File "|Traceback|Caused by|Exception in|\.\.\. \d|#\d|goroutine |
	from .{1,200}:in |[{}[\]"<|$^~]|\[?\d{2,4}[-/.:]\d|\d{1,3}\.\d{1,3}\.|\[?(?:TRACE|DEBUG|INFO|NOTICE|
	WARN|ERR|FATAL|CRIT|SEVERE|PANIC)|[A-Z][a-z]{2} [ \d]\d \d{2}:|(?:time|ts|level)=|
	(?:\w{1,60}\.){1,12}\w{0,60}(?:Exception|Error)|[A-Z]\w{0,60}(?:Error|Exception)|Uncaught|npm |
	yarn |curl |wget |HTTP\/|(?:GET|POST|PUT|PATCH|DELETE) |[A-Za-z][a-z]{0,20}-[\w-]{1,40}: |accept: |
	etag: |PS |C:\\|Request|Process|Thread|PID|Trace|Corr|---|The above|During handling|pip |docker |
	kubectl |git |error TS)
`;

/** Whether a text of several lines may hold log lines; a cheap test before the costly ones. */
export function mayHaveLogs(text: string): boolean {
	return ANY_LOG.test(text);
}

/** Whether the line is one long token: a key, a data URI, a base64 dump. */
export function isDump(line: string): boolean {
	return line.length >= 200 && /^[A-Za-z0-9+/=_.:;,%&?#@~-]+$/.test(line);
}

/** Whether the line ends a Python traceback ("ValueError: bad value"). */
export function isExceptionSummary(line: Line | undefined): boolean {
	return (
		line !== undefined &&
		/^[A-Za-z_][\w.]{0,120}(?:Error|Exception|Warning|Exit|Interrupt)(?::|$)/.test(
			line.text.slice(0, 200),
		)
	);
}
