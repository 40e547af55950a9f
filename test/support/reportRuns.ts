import { outputOf, type N8nClient } from '../n8n/client.ts';

/** What CS Alert Report writes under `report`, as far as tests read it. */
export interface MadeReport {
	kind: string;
	figures: Record<string, unknown>;
	html: string;
}

/** Runs CS Alert Report in n8n, once for each operation, and gives each one's first report. */
export async function runReports<Operation extends string>(
	n8n: N8nClient,
	operations: readonly Operation[],
): Promise<Array<[Operation, MadeReport]>> {
	const position: [number, number] = [0, 0];
	const typeVersion = 1;
	const { id } = await n8n.importWorkflow({
		name: 'Reports to look at',
		nodes: [
			{
				...{ id: 'start', name: 'Start', type: 'n8n-nodes-base.manualTrigger' },
				...{ typeVersion, position, parameters: {} },
			},
			...operations.map((operation) => ({
				...{ id: operation, name: operation, type: 'n8n-nodes-cs-alerts.csAlertReport' },
				...{ typeVersion, position, parameters: { operation } },
			})),
		],
		connections: {
			Start: { main: [operations.map((node) => ({ node, type: 'main', index: 0 }))] },
		},
	});
	const run = await n8n.runManually(id, 'Start');
	if (run.status !== 'success') throw new Error(`The reports ended with ${run.status}`);
	return operations.map((operation) => {
		const [item] = outputOf(run, operation) as unknown as Array<{ report: MadeReport }>;
		if (item === undefined) throw new Error(`${operation} gave out nothing`);
		return [operation, item.report];
	});
}
