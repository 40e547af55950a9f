import { describe, expect, it } from 'vitest';
import { cleanTicketText } from '../../../nodes/core/text/cleanTicketText';

const OWN = 'The import runs again, thank you.';
const OLD = 'All records of May are gone and nobody can bring them back.';
const bodyOf = (body: string): string => cleanTicketText({ body }).text;
const prefixed = OLD.split('\n')
	.map((line) => `> ${line}`)
	.join('\n');

describe('a reply header of date, address and end mark', () => {
	it.each([
		['a Swedish one', 'Den tis 6 okt. 2026 kl 09:14 skrev Acme Support <care@acme.example>:'],
		[
			'a Norwegian one, weekday first',
			'tir. 6. okt. 2026 kl. 09.14 skrev Acme <care@acme.example>:',
		],
		['a Finnish one', 'ti 6. lokakuuta 2026 klo 9.14 Acme Support\n<care@acme.example> kirjoitti:'],
		[
			'a Polish one',
			'W dniu 6 października 2026 09:14 użytkownik Acme <care@acme.example>\nnapisał:',
		],
		[
			'a Russian one without a verb',
			'вт, 6 окт. 2026 г. в 09:14, Acme Support <care@acme.example>:',
		],
		['a Ukrainian one', '6 жовт. 2026 р. 09:14 "Acme" <care@acme.example> пише:'],
		['a Vietnamese one', 'Vào 09:14 6 tháng 10, 2026, Acme <care@acme.example> đã viết:'],
		['a Chinese one', '在 2026年10月6日，上午9:14，Acme <care@acme.example> 写道：'],
		['a Korean one', '2026. 10. 6. 오전 9:14, Acme <care@acme.example> 작성:'],
		['a Japanese one', '2026/10/06 9:14、Acme <care@acme.example>のメッセージ:'],
		[
			'a Turkish one',
			'Acme Destek <care@acme.example>, 6 Eki 2026 Sal, 09:14 tarihinde şunu yazdı:',
		],
		['a Czech one', 'út 6. 10. 2026 v 9:14 odesílatel Acme <care@acme.example> napsal:'],
		[
			'an Italian one',
			'In data 6 ottobre 2026 09:14:31 "Acme - Support" <care@acme.example> ha scritto:',
		],
		['the time first', '9:14 AM, October 6, 2026, "Acme Support" <care@acme.example>:'],
		[
			'the weekday first',
			'Tuesday, 6 October 2026, 9:14 AM +0300 from care@acme.example <care@acme.example>:',
		],
		['numbers only', '06.10.2026, 09.14, "Acme - Support" <care@acme.example>:'],
		['the name first', 'Acme Support <care@acme.example> schrieb am Di., 6.\nOkt. 2026, 09:14:'],
		['round brackets', 'On 6 October 2026 at 09:14, Acme Support (care@acme.example) said:'],
		['another verb', 'On 6-Oct-2026, at 9:14 AM, Acme Support <care@acme.example> sent:'],
		['a bare address', 'On Tue, Oct 6, 2026 at 9:14 AM, care@acme.example wrote:'],
		['no colon', 'On Tue, 6 Oct 2026 09:14:36 +0200 Acme Support <care@acme.example> wrote'],
		[
			'dashes in place of the colon',
			'---- On Tue, 6 Oct 2026 09:14:36 +0530 Acme <care@acme.example> wrote ----',
		],
		['dashes and a name', '---- Acme Support wrote ----'],
		['dashes and no address', '-----On 10/06/2026 09:14 AM, Acme Support wrote-----'],
		['no name', 'At 10/06/2026 09:14 AM, you wrote:'],
		[
			'a break before the bracket',
			'On Tue, 6 Oct 2026 at 09:14, The Support Team of Acme <care@acme.example\n> wrote:',
		],
		[
			'a break within the address',
			'2026-10-06 09:14 GMT+02:00 The Support Team of Acme <\ncare@acme.example>:',
		],
		[
			'an address set apart',
			'On Tue, Oct 6, 2026 at 9:14 AM Acme Support\n\n<\nmailto:Acme Support <care@acme.example>\n> wrote:',
		],
		['a message id', 'In message <1f2e@mx.acme.example>, Acme Support <care@acme.example> writes:'],
	])('begins the old mail: %s', (_name, header) => {
		expect(bodyOf(`${OWN}\n\n${header}\n\n${OLD}`)).toBe(OWN);
		expect(bodyOf(`${OWN}\n${header}\n\n${prefixed}`)).toBe(OWN);
	});

	it.each([
		['no address and no verb that is known', 'út 6. 10. 2026 v 9:14 Acme Support napsal:'],
		['only a name', 'mia_b via Acme Forum wrote:'],
		['an ISO date and a name', '2026-10-06 09:14 GMT+02:00 Acme Support'],
		['no time', 'On Tuesday, October 6, 2026, Acme Support wrote:'],
	])('with %s needs the quote below it', (_name, header) => {
		expect(bodyOf(`${OWN}\n\n${header}\n${prefixed}`)).toBe(OWN);
		expect(bodyOf(`${OWN}\n\n${header}\n${OLD}`)).toContain(OLD);
	});

	it.each([
		'On 6 October 2026 at 09:14 I wrote to Acme <care@acme.example> and heard this:\nnothing.',
		'On 6 October 2026 we asked care@acme.example for help, and this came back:\nnothing.',
		'Since 6 October 2026, 09:14. Ask Jane <jane@globex.example> why:\nnothing works.',
		'These users cannot log in:\nJane <jane@globex.example>\nBob <bob@globex.example>',
		'Times of the crashes:\n2026-10-06 09:14\n2026-10-07 10:20\nPlease look.',
		'Dates: 6 October 2026, 09:14\nPlace: our office\nCall me.',
		'-- see the log of 6 October --\nit says nothing.',
		'These failed:\n- 06.10.2026 09:14, jane@globex.example:\nlogin\n- 07.10.2026 10:14, Bob <bob@globex.example>:\nexport',
		'Jane <jane@globex.example> told me on 6 Oct 2026:\nit is down.',
		'User jane@globex.example, 6 Oct 2026 09:14:\ncannot log in',
	])('is not what a customer tells: %j', (body) => {
		expect(bodyOf(body)).toBe(body);
	});

	it('leaves the words on its own line', () => {
		const header = 'On Tue, Oct 6, 2026 at 9:14 AM, care@acme.example wrote:';
		expect(bodyOf(`Thanks.\nThe import is slow, though ${header}\n${prefixed}`)).toBe(
			'Thanks.\nThe import is slow, though',
		);
		expect(bodyOf(`Thanks.\nThe import is slow, though--- ${header}\n${prefixed}`)).toBe(
			'Thanks.\nThe import is slow, though',
		);
		expect(
			bodyOf(
				`The import is slow On Oct 6, 2026, at 9:14 AM, Acme <\ncare@acme.example>\nwrote:\n\n${OLD}`,
			),
		).toBe('The import is slow');
	});
});

describe('a header block in a language whose labels are not known', () => {
	it.each([
		[
			'Danish',
			'Fra: Acme <care@acme.example>\nSendt: 6. oktober 2026 09:14\nTil: Mia Holm\nEmne: SV: Import',
		],
		[
			'Swedish',
			'Från: Acme [mailto:care@acme.example]\nSkickat: den 6 oktober 2026 09:14\nTill: Mia Holm\nÄmne: SV: Import',
		],
		[
			'Polish',
			'Od: Acme <care@acme.example>\nWysłano: wtorek, 6 października 2026 09:14\nDo: mia@globex.example\nTemat: Re: Import',
		],
		[
			'Russian',
			'От: Поддержка\nОтправлено: 6 октября 2026 г. 9:14\nКому: mia@globex.example\nТема: Импорт',
		],
		[
			'Chinese',
			'发件人: "Acme"<care@acme.example>;\n发送时间: 2026年10月6日(星期二) 上午9:14\n收件人: "Mia"<mia@globex.example>;\n主题: Import',
		],
		[
			'French, date above',
			'Message du : 06/10/2026 09:14\nDe : "Acme" <care@acme.example>\nA : mia@globex.example\nCopie à :\nSujet : Import',
		],
	])('begins the old mail: %s', (_name, block) => {
		expect(bodyOf(`${OWN}\n\n${block}\n\n${OLD}`)).toBe(OWN);
		expect(bodyOf(`${OWN}\n-------- ${'Melding fra Acme'} --------\n${block}\n\n${OLD}`)).toBe(OWN);
	});

	it.each([
		'Please check:\nEmail: jane@globex.example\nDate: 6 October 2026 09:14\nBrowser: Firefox\nAll rows are gone.',
		'Please check:\nKontakt: Jane <jane@globex.example>\nZeit: 06.10.2026 09:14\nOrt: Berlin\nAlles ist weg.',
		'Please check:\nServer: eu-1\nTime: 6 October 2026 09:14\nError: timeout\nAll rows are gone.',
		'Invitation:\n\nDate: Wednesday 7, October 2026\nTime: 7 : 00am\nAddress: 13 Fox St\n\nPlease come.',
		'Copies went to From: our database, To: nowhere.\nThat is all.',
		'Help,\n\nOwner: Jane <jane@globex.example>\nStart: 6 Oct 2026 09:14\nRegion: Europe\nImpact: High\n\nAll is down.',
		'Notes\nDate: 6 October 2026 09:14\nPresent: Jane <jane@globex.example>\nTopic: Import\nAll data lost.',
	])('is not a report of the customer: %j', (body) => {
		expect(bodyOf(body)).toBe(body);
	});

	it('of two fields counts with address and time', () => {
		const block = 'From: care@acme.example\nDate: Tue, 6 Oct 2026 09:14:12 -0700';
		expect(bodyOf(`${OWN}\n\n${block}\n\n${OLD}`)).toBe(OWN);
		expect(
			bodyOf(
				`<p>${OWN}</p><hr><b>From: care@acme.example</b> <b>Date: Tue, 6 Oct 2026 09:14:12 -0700</b><div>${OLD}</div>`,
			),
		).toBe(OWN);
	});
});

describe('a separator of mail clients', () => {
	it.each([
		'—- Original Message —-',
		'============ Forwarded message ============\nFrom: Acme <care@acme.example>\nTo: x\nDate: Tue, 06 Oct 2026 09:14\nSubject: x',
		'-------- Wiadomość oryginalna --------\nOd: Acme <care@acme.example>\nData: 06.10.2026 09:14 (GMT+01:00)\nDo: mia@globex.example\nTemat: x',
		'Feladó: Acme <care@acme.example>\nElküldve: 2026. október 6., kedd 9:14\nCímzett: Mia\nTárgy: x',
		'tir. 6. okt. 2026 kl. 09:14 skrev Acme Support:',
	])('begins the old mail: %s', (separator) => {
		expect(bodyOf(`${OWN}\n\n${separator}\n\n${OLD}`)).toBe(OWN);
	});
});

describe('quoted lines', () => {
	const header = 'On Tue, 6 Oct 2026 at 09:14, Acme <care@acme.example> wrote:';

	it('go with the rest of a link that was broken off them', () => {
		for (const quoted of [
			'> See (https://acme.example/help/\nimports)\n> Thanks',
			'> See\n(https://acme.example/help) >\n> Thanks',
		]) {
			expect(bodyOf(`${OWN}\n\n${header}\n${quoted}`)).toBe(OWN);
		}
	});

	it('leave answers between them', () => {
		expect(
			bodyOf(
				'> We find that the way to import is too long and too hard to understand\nthat depends on the plan\n> Why?',
			),
		).toBe('that depends on the plan');
		expect(bodyOf(`${header}\n> How many rows?\nall of them\n> Since when?\nMonday`)).toBe(
			'all of them\n\nMonday',
		);
	});

	it('are not lines that the customer sets off, nor the end of a link', () => {
		for (const body of [
			'Please look:\n>>> our import drops rows <<<\nthank you',
			'See <https://acme.example/help\n> for the limits.',
		]) {
			expect(bodyOf(body)).toBe(body);
		}
	});

	it('go with the signature below them', () => {
		expect(bodyOf(`${OWN}\n\n${header}\n> Done\n\n--\nHi, my name is Ada`)).toBe(OWN);
	});
});

it('a header on one line begins the old mail, whatever field is first', () => {
	const line =
		'Date: Tue, 6 Oct 2026 09:14 +0000 From: care@acme.example To: Holm, Mia Subject: Import';
	expect(bodyOf(`${OWN}\n\n${line}\n\n${OLD}`)).toBe(OWN);
});
