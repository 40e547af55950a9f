import { Canvas, TYPES, type Template } from './canvas.ts';
import { emailMessage, slackMessage } from './pipeline.ts';
import { addFindTables, getRows, insertRow } from './tables.ts';

/**
 * The digest as one expression over the week's rows: counts by state, the frustrated tickets that
 * stayed quiet, the review queue, and what failed. Customer text is escaped for each channel.
 */
const DIGEST = `={{ (() => {
  const rows = $input.all().map((item) => item.json).filter((row) => row.ticket_key);
  const of = (state) => rows.filter((row) => row.state === state);
  const open = rows.filter((row) => row.state === 'failed' || row.state === 'received');
  const unsent = of('alerted').filter((row) => row.channel === 'outbox');
  const quiet = of('monitored').filter((row) => row.score >= 35).sort((a, b) => b.score - a.score);
  const short = (text) => { const all = [...String(text || '').replace(/\\s+/g, ' ').trim()]; return all.length <= 110 ? all.join('') : all.slice(0, 109).join('') + '…'; };
  const link = (url) => /^https?:[/][/][^\\s<>|]+$/.test(String(url || '')) ? [String(url)] : [];
  const line = (row, why) => [row.score === null ? 'no score' : row.score, short(row.account_name || row.requester_email || 'unknown sender'), short(row.subject) || 'no subject', ...(why ? [short(row.reason || row.state)] : []), ...link(row.url)].join(' · ');
  const list = (title, some, why) => some.length === 0 ? [] : ['', title + ':', ...some.slice(0, 10).map((row) => '- ' + line(row, why)), ...(some.length > 10 ? ['- and ' + (some.length - 10) + ' more in cs_ticket_log'] : [])];
  const lines = [
    rows.length === 0 ? 'No tickets came in this week. If that is a surprise, check the webhook of your helpdesk.' : rows.length + ' tickets: ' + of('alerted').length + ' alerted, ' + of('unattached').length + ' to review, ' + of('monitored').length + ' monitored, ' + of('skipped').length + ' skipped, ' + open.length + ' unfinished.',
    ...(unsent.length > 0 ? ['', unsent.length + ' alerts stand in cs_alert_outbox only, because no Slack or email node is enabled.'] : []),
    ...list('Unfinished: look at these', open, true),
    ...list('To review', of('unattached'), true),
    ...list('Alerted', of('alerted')),
    ...list('Quiet, highest scores first', quiet),
    ...list('Skipped', of('skipped'), true),
  ];
  const text = lines.join('\\n');
  const escape = (some) => some.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const most = 3000;
  const forSlack = text.length <= most ? text : text.slice(0, text.lastIndexOf('\\n', most)) + '\\n… more in cs_alert_outbox';
  const subject = 'Support frustration, week to ' + $now.toFormat('d LLL yyyy') + ': ' + of('alerted').length + ' alerts in ' + rows.length + ' tickets';
  return { digest: { subject, text, slack: '*' + subject + '*\\n' + escape(forSlack), html: '<div style="font-family:sans-serif;white-space:pre-wrap">' + escape(text) + '</div>' } };
})() }}`;

/** A plain weekly report for the CS managers, from the log. */
export function buildDigest(): Template {
	const canvas = new Canvas('csAlertsDigest01', 'Weekly Digest');
	const schedule = canvas.add('Mondays at 8', TYPES.schedule, [0, 0], {
		parameters: {
			rule: { interval: [{ field: 'weeks', triggerAtDay: [1], triggerAtHour: 8 }] },
		},
	});
	const manual = canvas.add('Digest Now', TYPES.manualTrigger, [0, 1]);
	const tables = addFindTables(canvas, [1, 0]);
	const rows = canvas.add('Rows of the Week', TYPES.dataTable, [2, 0], {
		...getRows(
			'cs_ticket_log',
			[
				{
					keyName: 'received_at',
					condition: 'gte',
					keyValue: '={{ $now.minus({ days: 7 }).toISO() }}',
				},
			],
			{ newestFirst: true },
		),
		executeOnce: true,
		alwaysOutputData: true,
	});
	const digest = canvas.add('Digest', TYPES.set, [3, 0], {
		executeOnce: true,
		parameters: { mode: 'raw', jsonOutput: DIGEST, options: {} },
	});
	const outbox = canvas.add('Digest Outbox', TYPES.dataTable, [4, -1], {
		...insertRow('cs_alert_outbox', {
			kind: 'digest',
			subject: '={{ $json.digest.subject }}',
			body: '={{ $json.digest.text }}',
		}),
	});
	const slack = canvas.add(
		'Post Digest to Slack',
		TYPES.slack,
		[4, 0],
		slackMessage('#cs-alerts', '={{ $json.digest.slack }}'),
	);
	const email = canvas.add(
		'Send Digest by Email',
		TYPES.emailSend,
		[4, 1],
		emailMessage(
			'cs-team@example.com',
			'={{ $json.digest.subject }}',
			'={{ $json.digest.text }}',
			'={{ $json.digest.html }}',
		),
	);
	canvas.connect(schedule, tables);
	canvas.connect(manual, tables);
	canvas.chain(tables, rows, digest);
	for (const end of [outbox, slack, email]) canvas.connect(digest, end);
	canvas.note(
		`## Weekly digest
Every Monday at 8 in the time zone of your n8n: how many tickets came in, which ones alerted, which wait for a review, the quiet ones with the highest scores, and anything unfinished.

It is kept in **cs_alert_outbox**. To send it: choose a credential in one of the two nodes on the right, set the channel or address, enable the node (press D), then publish.`,
		[-0.3, -1.3],
		[3.6, 0.9],
		5,
	);
	return canvas.build();
}
