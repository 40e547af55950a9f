import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isMailServer, machineMailReason } from '../../../nodes/core/helpdesk/machineMail';

describe('a mail by its headers', () => {
	it.each<[string, unknown]>([
		['an absence note', { 'auto-submitted': 'Auto-Submitted: auto-replied' }],
		['an absence note with its kind', { 'Auto-Submitted': 'auto-replied (vacation)' }],
		['an absence note of an older server', { precedence: 'Precedence: auto_reply' }],
		['an absence note of a web mail', { 'x-autoreply': 'X-Autoreply: yes' }],
		['a bounce by its sender', { 'return-path': 'Return-Path: <>' }],
		[
			'a bounce by its form',
			{ 'content-type': 'Content-Type: multipart/report; report-type=delivery-status' },
		],
		['a newsletter', [{ name: 'Precedence', value: 'bulk' }]],
		['a header as a list of values', { 'Auto-Submitted': ['auto-replied'] }],
		['headers as one text', 'From: a@b.example\r\nAuto-Submitted:\r\n auto-replied\r\n'],
	])('is no customer’s: %s', (_, headers) => {
		expect(machineMailReason(headers)).toMatch(/^The mail (?:is|was) /);
	});

	it.each<[string, unknown]>([
		['no headers', undefined],
		['a person', { 'auto-submitted': 'Auto-Submitted: no', 'return-path': '<mia@globex.example>' }],
		['a web form that mails what a customer wrote', { 'auto-submitted': 'auto-generated' }],
		[
			'a mail to a group address, which marks it as a list’s',
			{ precedence: 'Precedence: list', 'list-id': '<support.northwind.example>' },
		],
		['a person who writes about it', { subject: 'Subject: Auto-Submitted: auto-replied' }],
		['a mail with an attachment', { 'content-type': 'multipart/mixed' }],
	])('may be a customer’s: %s', (_, headers) => {
		expect(machineMailReason(headers)).toBeUndefined();
	});

	it('never fails, whatever stands in its place', () => {
		fc.assert(
			fc.property(fc.anything(), (headers) => {
				expect(() => machineMailReason(headers)).not.toThrow();
			}),
		);
		expect(machineMailReason(JSON.parse('{"__proto__":{"return-path":"<>"}}'))).toBeUndefined();
		expect(machineMailReason(`X: ${'a'.repeat(5_000_000)}\nReturn-Path: <>`)).toBeUndefined();
	});
});

describe('a mail server', () => {
	it('is told by its address alone', () => {
		expect(isMailServer('Mail Delivery <MAILER-DAEMON@mx.globex.example>')).toBe(true);
		expect(isMailServer('postmaster@globex.example')).toBe(true);
		expect(isMailServer('mia.postmaster@globex.example')).toBe(false);
		expect(isMailServer(undefined)).toBe(false);
	});
});
