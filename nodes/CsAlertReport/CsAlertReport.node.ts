import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { csAlertReportProperties } from './CsAlertReport.properties';

export class CsAlertReport implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'CS Alert Report',
		name: 'csAlertReport',
		icon: { light: 'file:csAlertReport.svg', dark: 'file:csAlertReport.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { digest: "digest", backtest: "backtest", calibration: "calibration", impact: "impact", dashboard: "dashboard" }[$parameter["operation"]] }}',
		description:
			'Sum up the week, try thresholds on your own history, calibrate them by verdicts and churn, and show what alerts bring: figures, messages and a page with charts from the Ticket Log',
		defaults: { name: 'CS Alert Report' },
		usableAsTool: true,
		inputs: `={{ ((p) => ['calibration', 'impact'].includes(p.operation) && p.outcomes === 'input' ? [{ type: 'main' }, { type: 'main', displayName: 'Outcomes' }] : [{ type: 'main' }])($parameter) }}`,
		outputs: [NodeConnectionTypes.Main],
		properties: csAlertReportProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		// Loaded here, so that n8n's start does not wait for it.
		const { makeReports } = await import('./reports');
		return await makeReports(this);
	}
}
