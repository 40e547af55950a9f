import { Canvas, type Template } from '../canvas/canvas.ts';
import { TYPES } from '../canvas/nodeTypes.ts';

/** Sums up the week once a week; CS Alerts sends it, the way alerts go. */
export function buildWeeklyDigest(): Template {
	const canvas = new Canvas({
		id: 'csAlertsDigest01',
		name: 'Weekly Digest',
		description: 'Every Monday at 8: sums up the week of support tickets. CS Alerts sends it.',
	});
	const schedule = canvas.add('Mondays at 8', TYPES.schedule, [0, 0], {
		parameters: {
			rule: { interval: [{ field: 'weeks', triggerAtDay: [1], triggerAtHour: 8 }] },
		},
	});
	const manual = canvas.add('Digest Now', TYPES.manualTrigger, [0, 1]);
	const queue = canvas.add('Queue Digest', TYPES.ticketLog, [1.5, 0.5], {
		parameters: { operation: 'queueDigest', digestDays: 7 },
	});
	canvas.connect(schedule, queue);
	canvas.connect(manual, queue);
	canvas.note(
		`# Weekly digest
## Mondays at 8 in your n8n's time zone. CS Alerts sends it the way alerts go.
## Publish both workflows.`,
		[-0.3, -1.3],
		[3.2, 1.15],
	);
	return canvas.build();
}
