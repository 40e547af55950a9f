/** What the customers of the generated quarter write: calm, in trouble, or only impatient about how slow it is. */
export type Kind = 'calm' | 'trouble' | 'slow';

export interface QuarterText {
	subject: string;
	body: string;
}

export const TEXTS: Record<Kind, readonly QuarterText[]> = {
	calm: [
		{
			subject: 'Adding a colleague',
			body: 'Hello, where do I invite a new colleague to our workspace? Thanks!',
		},
		{
			subject: 'Invoice address',
			body: 'Could you please change the address on our invoices? We moved to a new office.',
		},
		{
			subject: 'Columns of an export',
			body: 'Is there a way to choose which columns an export has? Not urgent at all.',
		},
		{
			subject: 'Single sign-on',
			body: 'We plan to use single sign-on from next month. Is there a guide for admins?',
		},
		{
			subject: 'Thank you',
			body: 'The new dashboard is great, the team likes it. One wish: a dark theme.',
		},
		{
			subject: 'Question about limits',
			body: 'How many projects does our plan include? We might add two more in spring.',
		},
	],
	trouble: [
		{
			subject: 'Export fails again',
			body: 'The export failed again this morning. This is the third time this month and our finance team cannot work. When will it be fixed?',
		},
		{
			subject: 'Charged twice',
			body: 'You charged us twice again and nobody answers my emails. This is unacceptable, I want the money back.',
		},
		{
			subject: 'Webhooks are down',
			body: 'Our webhooks have not fired since yesterday. Orders are lost every hour. We are losing trust in this product.',
		},
		{
			subject: 'Still no answer',
			body: 'I am still waiting for an answer to my ticket from two weeks ago. We are considering other vendors now.',
		},
		{
			subject: 'Login broken for the whole team',
			body: 'Nobody on our team can log in since the update. This is very frustrating, we have a launch today.',
		},
	],
	slow: [
		{
			subject: 'Slow pages',
			body: 'The reports page is really slow and laggy again today. Annoying when one is in a hurry.',
		},
		{
			subject: 'Search takes forever',
			body: 'Search takes forever lately and times out. It is so slow that it is frustrating to use.',
		},
	],
};
