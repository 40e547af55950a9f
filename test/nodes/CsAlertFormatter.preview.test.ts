import type { INode } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';

import { CsAlertFormatter } from '../../nodes/CsAlertFormatter/CsAlertFormatter.node';
import { runWorkflow, source } from '../support/engine';

const json = {
	ticket: { key: 'zendesk:acme:1', subject: 'Export' },
	account: { status: 'matched', id: 'acme', name: 'Acme Corp' },
	gate: { route: 'alert', severity: 'critical', rules: [], history: {} },
};

async function run(isManual: boolean, type = 'test.format') {
	const node = (name: string, of: string): INode => ({
		id: name,
		name,
		type: of,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	});
	const { data } = await runWorkflow({
		nodes: [node('Source', 'test.source'), node('Format', type)],
		connections: { Source: { main: [[{ node: 'Format', type: 'main', index: 0 }]] } },
		types: { 'test.source': source('Source', [[{ json }]]), [type]: new CsAlertFormatter() },
		start: 'Source',
		isManual,
	});
	const last = data.resultData.runData.Format?.[0];
	return { item: last?.data?.main?.[0]?.[0], hints: last?.hints ?? [] };
}

describe('the preview of a message', () => {
	it('is its e-mail as a page, where somebody tries the workflow out, and a hint says where', async () => {
		const { item, hints } = await run(true);
		const { data, ...file } = item?.binary?.preview ?? {};
		expect(file).toMatchObject({ fileName: 'preview.html', fileType: 'html' });
		const { email } = item?.json.alert as { email: { html: string } };
		expect(Buffer.from(String(data), 'base64').toString()).toBe(email.html);
		expect(hints).toEqual([
			expect.objectContaining({
				type: 'info',
				message: expect.stringContaining('Binary') as string,
			}),
		]);
	});

	it.each([
		['published', false, 'test.format'],
		['a tool', true, 'test.formatTool'],
	])('is not made where the node is %s', async (_, isManual, type) => {
		const { item, hints } = await run(isManual, type);
		expect(item?.json.alert).toBeDefined();
		expect(item).not.toHaveProperty('binary');
		expect(hints).toEqual([]);
	});
});
