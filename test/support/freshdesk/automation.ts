export interface AutomationCounts {
	sent: number;
	/** Answered with 2xx. */
	accepted: number;
	lost: number;
}

export interface AutomationOptions {
	url: string;
	/** The rule's custom header. */
	header: { name: string; value: string };
}

export interface FreshdeskAutomation {
	counts: AutomationCounts;
	/** Sends what the rule's content is for a ticket, and tells whether it was accepted. */
	deliver(id: string, more?: Record<string, unknown>): Promise<boolean>;
}

/**
 * The action "Trigger webhook" of an automation rule, encoding JSON: the ticket's ID, as text as
 * Freshdesk fills it in, and what else the content names. Whether Freshdesk sends again what was refused is
 * not known (API-REFERENCE.md §10); here it does not, which is the worst case.
 */
export function freshdeskAutomation({ url, header }: AutomationOptions): FreshdeskAutomation {
	const counts: AutomationCounts = { sent: 0, accepted: 0, lost: 0 };
	const post = async (body: string): Promise<boolean> => {
		try {
			const response = await fetch(url, {
				method: 'POST',
				body,
				headers: { 'content-type': 'application/json', [header.name]: header.value },
			});
			await response.arrayBuffer();
			return response.ok;
		} catch {
			return false;
		}
	};
	return {
		counts,
		deliver: async (id, more = {}) => {
			counts.sent += 1;
			const isAccepted = await post(
				JSON.stringify({ freshdesk_webhook: { ticket_id: id, ...more } }),
			);
			counts[isAccepted ? 'accepted' : 'lost'] += 1;
			return isAccepted;
		},
	};
}
