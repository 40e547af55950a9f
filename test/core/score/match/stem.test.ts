import { describe, expect, it } from 'vitest';

import { stem } from '../../../../nodes/core/score/match/stem';

describe('the forms of an English word have one stem:', () => {
	it.each([
		['export', 'exports', 'exported', 'exporting'],
		['stop', 'stops', 'stopped', 'stopping'],
		['install', 'installs', 'installed', 'installing'],
		['charge', 'charges', 'charged', 'charging'],
		['crash', 'crashes', 'crashed', 'crashing'],
		['box', 'boxes', 'boxed', 'boxing'],
		['try', 'tries', 'tried', 'trying'],
		['reply', 'replies', 'replied', 'replying'],
		['delay', 'delays', 'delayed', 'delaying'],
		['agree', 'agrees'],
		['use', 'uses', 'used', 'using'],
		['lose', 'loses', 'lost', 'losing'],
		['freeze', 'froze', 'frozen', 'freezing'],
		['go', 'goes', 'went', 'gone'],
		['cancel', 'cancelled', 'canceled', 'cancellation'],
		['sync', 'synchronise', 'synchronizing', 'synched'],
		['person', 'people'],
		['invoice', 'invoices', 'invoiced', 'invoicing'],
	])('%s', (...forms) => {
		expect(new Set(forms.map(stem)).size).toBe(1);
	});
});

describe('different words have different stems:', () => {
	it.each([
		['import', 'important'],
		['organ', 'organization'],
		['thing', 'the'],
		['string', 'str'],
		['status', 'statu'],
		['access', 'acces'],
		['feed', 'fee'],
		['need', 'ne'],
		['red', 'r'],
		['bring', 'br'],
		['this', 'thi'],
		['previous', 'previou'],
		['evening', 'even'],
		['nothing', 'noth'],
		['canned', 'can'],
		['us', 'u'],
		['fee', 'fe'],
	])('%s and %s', (one, other) => {
		expect(stem(one)).not.toBe(stem(other));
	});
});
