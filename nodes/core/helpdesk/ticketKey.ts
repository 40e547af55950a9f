/** What a ticket is known by over all helpdesks and their instances, e.g. "zendesk:northwind.zendesk.com:4811". */
export function ticketKey(helpdesk: string, instance: string, id: string): string {
	return `${helpdesk}:${instance}:${id}`;
}
